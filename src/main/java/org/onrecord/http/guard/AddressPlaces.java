package org.onrecord.http.guard;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Places of which each address may hold so many at a time. Nothing is kept of an address that holds
 * none and waits for none. Safe for use by several threads.
 */
final class AddressPlaces {
  private final int most;
  private final Map<String, Taken> byAddress = new ConcurrentHashMap<>();

  /** The places of an address, and how many requests hold one or wait for one. */
  private record Taken(Semaphore places, int users) {
    Taken with(int more) {
      return new Taken(places, users + more);
    }
  }

  /**
   * Places.
   *
   * @param most how many each address may hold, at least 1
   */
  AddressPlaces(int most) {
    this.most = most;
  }

  /** Takes one, and waits so long at the most; says whether there was one. */
  boolean tryTake(String address, long millis) throws InterruptedException {
    Taken taken = byAddress.compute(address, (_, now) -> now == null ? first() : now.with(1));
    boolean held = false;
    try {
      held = Objects.requireNonNull(taken).places().tryAcquire(millis, TimeUnit.MILLISECONDS);
    } finally {
      if (!held) {
        leave(address);
      }
    }
    return held;
  }

  /** Gives back one that was taken. */
  void giveBack(String address) {
    Taken taken = byAddress.get(address);
    if (taken != null) {
      taken.places().release();
      leave(address);
    }
  }

  /** How many addresses hold one or wait for one. */
  int addresses() {
    return byAddress.size();
  }

  private Taken first() {
    return new Taken(new Semaphore(most, true), 1);
  }

  private void leave(String address) {
    byAddress.computeIfPresent(address, (_, now) -> left(now));
  }

  private static @Nullable Taken left(Taken now) {
    return now.users() == 1 ? null : now.with(-1);
  }
}
