package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.opensearch.VersionedDocument.Read;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;

/**
 * A writer's turn, which one at a time has, on whatever machine: while it lasts its beat rises, and
 * whoever waits and sees no beat for long enough takes the turn, and everything that was written in
 * it comes to nothing. No clocks are compared. Safe for use by several threads.
 */
final class WritingTurn {
  private static final Duration LOOKING = Duration.ofMillis(50);

  private final ControlDocument control;
  private final Duration lease;
  private final Thread beating;
  private Read<Epoch> held;
  private boolean over;

  private WritingTurn(ControlDocument control, Duration lease, Read<Epoch> held) {
    this.control = control;
    this.lease = lease;
    this.held = held;
    this.beating = Thread.ofPlatform().daemon().name("cluster-turn").unstarted(this::beat);
  }

  /**
   * Waits for the turn.
   *
   * @param lease without a beat for so long, a turn is over
   * @param patience how long others, who write, are waited for
   * @throws ArchiveUnavailableException if others wrote all the time
   */
  static WritingTurn take(ControlDocument control, Duration lease, Duration patience)
      throws IOException {
    long begun = System.nanoTime();
    long changed = begun;
    Epoch.@Nullable Turn seen = null;
    String owner = UUID.randomUUID().toString();
    while (true) {
      Read<Epoch> read = control.read();
      Epoch.Turn other = read.value().turn();
      long now = System.nanoTime();
      if (!Objects.equals(other, seen)) {
        seen = other;
        changed = now;
      }
      if (other == null || now - changed > lease.toNanos()) {
        Read<Epoch> taken = control.change(read, read.value().begun(owner));
        if (taken != null) {
          WritingTurn turn = new WritingTurn(control, lease, taken);
          turn.beating.start();
          return turn;
        }
      } else if (now - begun > patience.toNanos()) {
        throw new ArchiveUnavailableException(
            Reason.LOCKED, "others write to the archive all the time; ask again", null);
      } else {
        Cluster.pause(LOOKING);
      }
    }
  }

  /** Its own epoch. */
  synchronized long epoch() {
    return Objects.requireNonNull(held.value().turn()).epoch();
  }

  /** What counted when the turn began. */
  synchronized Epoch before() {
    return held.value();
  }

  private void beat() {
    try {
      while (true) {
        Thread.sleep(lease.dividedBy(4));
        synchronized (this) {
          if (over) {
            return;
          }
          Epoch.Turn mine = Objects.requireNonNull(held.value().turn());
          Read<Epoch> next = control.change(held, held.value().with(mine.later()));
          if (next == null) {
            over = true;
            return;
          }
          held = next;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // Without beats the turn goes to another, and the commit tells.
      synchronized (this) {
        over = true;
      }
    }
  }

  /**
   * Makes everything that was written in the turn count, and ends it.
   *
   * @throws ArchiveUnavailableException if another has taken the turn
   */
  Epoch commit() throws IOException {
    return end(held().committing(turn()));
  }

  /**
   * The same, and from then on the archive's documents are those of another index.
   *
   * @param index its number
   */
  Epoch commit(int index) throws IOException {
    return end(held().committing(turn(), index));
  }

  /** Ends the turn; nothing that was written in it counts. */
  Epoch abort() throws IOException {
    return end(held().aborting(turn()));
  }

  private synchronized Epoch held() {
    return held.value();
  }

  private synchronized Epoch.Turn turn() {
    return Objects.requireNonNull(held.value().turn());
  }

  private synchronized Epoch end(Epoch after) throws IOException {
    boolean lost = over;
    over = true;
    beating.interrupt();
    Read<Epoch> ended = lost ? null : control.change(held, after);
    if (ended == null) {
      throw new ArchiveUnavailableException(
          Reason.LOCKED,
          "the turn to write was lost to another writer, and what was written with it; send it"
              + " again",
          null);
    }
    return ended.value();
  }

  /** Forgets aborted epochs of which nothing is left. */
  synchronized void healed(List<Long> gone) throws IOException {
    Read<Epoch> next = control.change(held, held.value().healed(gone));
    if (next != null) {
      held = next;
    } else {
      over = true;
    }
  }
}
