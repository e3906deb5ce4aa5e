package org.onrecord.alert;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Saved searches at work, as long as a service runs: two threads of its own, one of which looks at
 * what arrives and one sends. Safe for use by several threads.
 */
public final class Alerts implements Closeable {
  /** How often it is looked for what other processes saved and wrote, and for what is due. */
  private static final long TICK_MILLIS = 500;

  private static final long END_MILLIS = 5_000;

  private final SavedSearches saved;
  private final SenderLock lock;
  private final AlertLog log;
  private final ToldBefore told;
  private final AlertWatch watch;
  private final Deliveries deliveries;
  private final Consumer<Exception> faults;
  private final Semaphore arrived = new Semaphore(0);
  private final Semaphore due = new Semaphore(0);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean ended;

  /**
   * How it goes with a saved search.
   *
   * @param fault why it finds nothing; empty where it can be run
   * @param ways what is sent by each channel
   */
  public record State(Optional<String> fault, Map<Channel, Outbox> ways) {
    public State {
      ways = Map.copyOf(ways);
    }
  }

  /**
   * @param lock by which one of several services sends; closed with it, as are {@code log}, {@code
   *     told} and {@code deliveries}
   * @param faults is told what of the archive or the files failed; it is tried again
   */
  public Alerts(
      SavedSearches saved,
      SenderLock lock,
      AlertLog log,
      ToldBefore told,
      AlertWatch watch,
      Deliveries deliveries,
      Consumer<Exception> faults) {
    this.saved = saved;
    this.lock = lock;
    this.log = log;
    this.told = told;
    this.watch = watch;
    this.deliveries = deliveries;
    this.faults = faults;
  }

  /** Begins to work; says so itself. */
  public Alerts begun() {
    threads.add(Thread.ofPlatform().daemon().name("alerts").start(() -> run(arrived, this::look)));
    threads.add(
        Thread.ofPlatform().daemon().name("alert deliveries").start(() -> run(due, this::send)));
    return this;
  }

  /** Something to do. */
  @FunctionalInterface
  private interface Work {
    void work() throws IOException;
  }

  private void run(Semaphore woken, Work work) {
    try {
      while (!ended) {
        try {
          work.work();
        } catch (IOException | RuntimeException e) {
          faults.accept(e);
        }
        if (woken.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
          woken.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws IOException {
    if (!isSending()) {
      return;
    }
    boolean more = true;
    while (more && !ended && lock.isHeld()) {
      more = watch.step();
      due.release();
    }
  }

  private void send() throws IOException {
    if (lock.isHeld() && log.isSure()) {
      deliveries.tick();
    }
  }

  /**
   * Whether it is this process that sends; the one that begins to reads what was sent before, and
   * so does one of which it is not certain what it could write.
   */
  private boolean isSending() throws IOException {
    if (lock.isHeld() && log.isSure()) {
      return true;
    }
    if (saved.all().isEmpty()) {
      return false;
    }
    if (!lock.take()) {
      log.look();
      return false;
    }
    told.reload();
    log.reload();
    return true;
  }

  /** Something was committed that was announced, or a search was saved or taken away. */
  public void arrived() {
    arrived.release();
  }

  public State state(SavedSearch search) {
    Map<Channel, Outbox> ways = new EnumMap<>(Channel.class);
    search.channels().forEach(channel -> ways.put(channel, log.outbox(search.id(), channel)));
    return new State(watch.fault(search.id()), ways);
  }

  /** How many searches are saved. */
  public long saved() throws IOException {
    return saved.all().size();
  }

  /** How many notices are not sent yet. */
  public long unsent() {
    return log.unsent();
  }

  /** How many passages were found since it began. */
  public long found() {
    return watch.found();
  }

  /** How many messages arrived since it began. */
  public long sent() {
    return deliveries.arrived();
  }

  /** How many tries failed since it began. */
  public long failed() {
    return deliveries.failed();
  }

  @Override
  public void close() throws IOException {
    ended = true;
    arrived.release();
    due.release();
    try {
      for (Thread thread : threads) {
        thread.join(END_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    deliveries.close();
    log.close();
    told.close();
    lock.close();
  }
}
