package org.onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.onrecord.article.ArticleId;

/** Writes that wait are committed together, and each is told what became of it alone. */
@Isolated("it waits for as long as a pace says")
final class WriteQueueTest {
  private static final Duration PATIENCE = Duration.ofMillis(400);
  private static final WritePace PACE =
      new WritePace(
          Duration.ofMillis(50), Duration.ofMillis(60), Duration.ofMillis(5), Duration.ofMillis(5));

  private final List<String> committed = new ArrayList<>();
  private final List<String> pending = new ArrayList<>();
  private final AtomicInteger commits = new AtomicInteger();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private volatile boolean locked;
  private volatile boolean full;
  private volatile boolean brittle;
  private volatile boolean merging;
  private final List<Exception> faults = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private final WriteQueue queue =
      new WriteQueue(this::open, new WriteLimits(10, PATIENCE, 40), PACE, faults::add);

  @AfterEach
  void close() throws IOException {
    gate.countDown();
    queue.close();
    assertEquals(opened.get(), closed.get());
  }

  private DocumentSink open() throws IOException {
    attempts.incrementAndGet();
    if (locked) {
      throw new ArchiveBusyException(ArchiveBusyException.Reason.LOCKED, null);
    }
    opened.incrementAndGet();
    return new DocumentSink() {
      @Override
      public Replacement put(PreparedArticle article) throws IOException {
        throw new IOException("nothing is put in here");
      }

      @Override
      public boolean delete(ArticleId id) throws IOException {
        if (id.value().startsWith("bad")) {
          throw new IOException("not this one");
        }
        pending.add(id.value());
        return true;
      }

      @Override
      public boolean settled() {
        return !merging;
      }

      @Override
      public void commit() throws IOException {
        try {
          gate.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
        if (full) {
          throw new IOException("no space left on device");
        }
        commits.incrementAndGet();
        committed.addAll(pending);
        pending.clear();
      }

      @Override
      public void close() throws IOException {
        pending.clear();
        closed.incrementAndGet();
        if (brittle) {
          throw new IOException("a merge failed");
        }
      }
    };
  }

  private WriteQueue.Job<Boolean> job(String id, WriteCondition condition) {
    return new WriteQueue.Job<>(
        Set.of(new ArticleId(id)), condition, false, sink -> sink.delete(new ArticleId(id)));
  }

  private CompletableFuture<Boolean> put(String id) {
    return put(job(id, WriteCondition.NONE));
  }

  private CompletableFuture<Boolean> put(WriteQueue.Job<Boolean> job) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                answer.complete(queue.carryOut(job));
              } catch (IOException | RuntimeException e) {
                answer.completeExceptionally(e);
              }
            });
    return answer;
  }

  /** Holds up the first commit, so that what comes meanwhile waits together. */
  private CompletableFuture<Boolean> holdUp() {
    gate = new CountDownLatch(1);
    CompletableFuture<Boolean> first = put("first");
    until(() -> !pending.isEmpty());
    return first;
  }

  /** Returns as soon as it holds; fails where it never does. */
  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain");
      LockSupport.parkNanos(200_000);
    }
  }

  private void untilWaiting(int writes) {
    until(() -> queue.waiting() == writes);
  }

  @Test
  void whatWaitsIsCommittedOnce() throws Exception {
    CompletableFuture<Boolean> first = holdUp();
    List<CompletableFuture<Boolean>> others = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      others.add(put("a" + i));
    }
    untilWaiting(30);
    others.forEach(other -> assertTrue(!other.isDone(), "answered before it was safe"));
    gate.countDown();
    first.join();
    others.forEach(CompletableFuture::join);
    assertEquals(31, committed.size());
    assertEquals(2, commits.get());
    assertEquals(1, opened.get());
  }

  @Test
  void oneThatFailsCostsTheOthersNothing() throws Exception {
    CompletableFuture<Boolean> first = holdUp();
    CompletableFuture<Boolean> good = put("good");
    CompletableFuture<Boolean> bad = put("bad");
    CompletableFuture<Boolean> better = put("better");
    untilWaiting(3);
    gate.countDown();
    first.join();
    good.join();
    better.join();
    assertEquals("not this one", fault(bad).getMessage());
    assertEquals(3, committed.size());
  }

  @Test
  void failedCommitFailsAllOfThem() throws Exception {
    CompletableFuture<Boolean> first = holdUp();
    CompletableFuture<Boolean> second = put("second");
    untilWaiting(1);
    full = true;
    gate.countDown();
    assertEquals("no space left on device", fault(first).getMessage());
    assertEquals("no space left on device", fault(second).getMessage());
    assertEquals(List.of(), committed);
    full = false;
    put("third").join();
    assertEquals(List.of("third"), committed);
  }

  @Test
  void conditionSeesWhatWasWrittenBefore() throws Exception {
    CompletableFuture<Boolean> first = holdUp();
    CompletableFuture<Boolean> one = put(job("x", () -> !committed.contains("x")));
    untilWaiting(1);
    CompletableFuture<Boolean> two = put(job("x", () -> !committed.contains("x")));
    untilWaiting(2);
    gate.countDown();
    first.join();
    one.join();
    assertTrue(fault(two) instanceof ConditionFailedException);
    assertEquals(List.of("first", "x"), committed);
  }

  @Test
  void otherProcessIsWaitedForButNotForEver() throws Exception {
    locked = true;
    CompletableFuture<Boolean> early = put("early");
    long started = System.nanoTime();
    ArchiveBusyException busy = (ArchiveBusyException) fault(early);
    assertEquals(ArchiveBusyException.Reason.LOCKED, busy.reason());
    assertTrue(System.nanoTime() - started > PATIENCE.toNanos() / 2);
    int before = attempts.get();
    CompletableFuture<Boolean> late = put("late");
    until(() -> attempts.get() > before + 1);
    locked = false;
    late.join();
    assertEquals(List.of("late"), committed);
  }

  @Test
  void moreThanMayWaitAreTurnedAway() throws Exception {
    CompletableFuture<Boolean> first = holdUp();
    List<CompletableFuture<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      all.add(put("a" + i));
    }
    until(() -> all.stream().filter(CompletableFuture::isDone).count() == 20);
    gate.countDown();
    first.join();
    long turnedAway =
        all.stream()
            .filter(
                a ->
                    a.handle((_, fault) -> fault).join() instanceof ArchiveBusyException busy
                        && busy.reason() == ArchiveBusyException.Reason.FULL)
            .count();
    assertEquals(20, turnedAway);
    assertEquals(41, committed.size());
  }

  @Test
  void idleIndexIsLeftToOthers() throws Exception {
    brittle = true;
    put("one").join();
    until(() -> closed.get() == 1);
    put("two").join();
    assertEquals(List.of("a merge failed"), faults.stream().map(Exception::getMessage).toList());
    brittle = false;
    assertEquals(2, opened.get());
  }

  @Test
  void writeOnItsOwnKeepsOnlyWhatItCommits() throws Exception {
    WriteQueue.Job<Boolean> careless =
        new WriteQueue.Job<>(
            Set.of(), WriteCondition.NONE, true, sink -> sink.delete(new ArticleId("lost")));
    put(careless).join();
    put("kept").join();
    assertEquals(List.of("kept"), committed);
  }

  @Test
  void endCarriesOutWhatWasAccepted() throws Exception {
    CompletableFuture<Boolean> first = holdUp();
    CompletableFuture<Boolean> second = put("second");
    untilWaiting(1);
    Thread closing = Thread.ofVirtual().start(() -> assertDoesNotFail(queue::close));
    until(queue::isEnding);
    assertThrows(
        ArchiveBusyException.class, () -> queue.carryOut(job("late", WriteCondition.NONE)));
    gate.countDown();
    closing.join();
    first.join();
    second.join();
    assertEquals(List.of("first", "second"), committed);
  }

  @Test
  void partOfAWriteThatFailsIsNotKept() throws Exception {
    CompletableFuture<Boolean> first = holdUp();
    CompletableFuture<Boolean> good = put("good");
    CompletableFuture<Boolean> half =
        put(
            new WriteQueue.Job<>(
                Set.of(new ArticleId("half"), new ArticleId("bad")),
                WriteCondition.NONE,
                false,
                sink -> {
                  sink.delete(new ArticleId("half"));
                  return sink.delete(new ArticleId("bad"));
                }));
    CompletableFuture<Boolean> better = put("better");
    untilWaiting(3);
    gate.countDown();
    first.join();
    good.join();
    better.join();
    assertEquals("not this one", fault(half).getMessage());
    assertEquals(List.of("first", "good", "better"), committed);
  }

  @Test
  void indexIsNotClosedWhileItMerges() throws Exception {
    merging = true;
    long end = System.nanoTime() + 4 * PACE.stretch().toNanos();
    for (int i = 0; System.nanoTime() < end; i++) {
      put("a" + i).join();
    }
    assertEquals(0, closed.get(), "a merge would have to begin anew");
    merging = false;
    put("last").join();
    until(() -> closed.get() == 1);
  }

  @Test
  void writerThatIsInterruptedTellsAll() throws Exception {
    locked = true;
    CompletableFuture<Boolean> mine = put("mine");
    until(() -> attempts.get() > 0);
    queue.interrupt();
    assertTrue(fault(mine) instanceof ArchiveBusyException);
  }

  private interface Closing {
    void run() throws IOException;
  }

  private static void assertDoesNotFail(Closing closing) {
    try {
      closing.run();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Throwable fault(CompletableFuture<Boolean> failed) {
    return Objects.requireNonNull(assertThrows(CompletionException.class, failed::join).getCause());
  }
}
