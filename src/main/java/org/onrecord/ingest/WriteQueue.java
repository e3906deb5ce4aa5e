package org.onrecord.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.onrecord.article.ArticleId;

/**
 * Writes that wait for an index, and the one thread that carries them out, in the order in which
 * they came: it takes all that wait, commits once for all of them, and only then tells those who
 * asked. The index is open while there is something to write and a little longer, and closed now
 * and then so that other processes can write in between ({@link WritePace}), but not while a merge
 * is under way. Safe for use by several threads.
 */
final class WriteQueue implements Closeable {
  /** How many articles are committed at once, but for those of one request. */
  private static final int GROUP = 256;

  /** How long the end waits for what was accepted. */
  private static final Duration LAST_WRITES = Duration.ofSeconds(20);

  /**
   * A write.
   *
   * @param articles whom it is about
   * @param condition must hold when it begins, seeing everything that was written before
   * @param alone whether it commits by itself; what it leaves uncommitted is not kept
   * @param write what to do; it is done again where another write of its group fails midway
   */
  record Job<T>(
      Set<ArticleId> articles, WriteCondition condition, boolean alone, SinkWrite<T> write) {
    Job {
      articles = Set.copyOf(articles);
    }
  }

  private final WriteLimits limits;
  private final WritePace pace;
  private final WriteTurn turn;
  private final GroupCommit commit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<WaitingWrite<?>> waiting = new ArrayDeque<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("writes").unstarted(this::run);
  private boolean ending;

  /**
   * A queue.
   *
   * @param faults is told what fails when nobody waits for it any more
   */
  WriteQueue(SinkOpening opening, WriteLimits limits, WritePace pace, Consumer<Exception> faults) {
    this.limits = limits;
    this.pace = pace;
    this.turn = new WriteTurn(opening, pace, faults);
    this.commit = new GroupCommit(turn);
  }

  /**
   * Carries a write out, and returns when it is safe and visible.
   *
   * @throws ArchiveBusyException if it could not begin; nothing was written
   */
  <T> T carryOut(Job<T> job) throws IOException {
    WaitingWrite<T> mine = new WaitingWrite<>(job, System.nanoTime() + limits.patience().toNanos());
    lock.lock();
    try {
      if (ending) {
        throw new ArchiveBusyException(ArchiveBusyException.Reason.ENDING, null);
      }
      if (waiting.size() >= limits.writes()) {
        throw new ArchiveBusyException(ArchiveBusyException.Reason.FULL, null);
      }
      if (thread.getState() == Thread.State.NEW) {
        thread.start();
      }
      waiting.add(mine);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    return mine.answer();
  }

  /** How many writes wait that were not begun. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** Whether no more writes are taken. */
  boolean isEnding() {
    lock.lock();
    try {
      return ending;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the writing thread at once; who waits is told. */
  void interrupt() {
    thread.interrupt();
  }

  private void run() {
    try {
      for (List<WaitingWrite<?>> group = next(); !group.isEmpty(); group = next()) {
        commit.carryOut(group);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      turn.leave();
      lock.lock();
      try {
        ending = true;
        waiting.forEach(WaitingWrite::failEnding);
        waiting.clear();
      } finally {
        lock.unlock();
      }
    }
  }

  /** The writes to be committed next, at least one; none when it is time to end. */
  private List<WaitingWrite<?>> next() throws InterruptedException {
    while (true) {
      lock.lock();
      try {
        if (waiting.isEmpty() && !ending) {
          if (turn.isOpen()) {
            changed.awaitNanos(pace.linger().toNanos());
          } else {
            changed.await();
          }
        }
        if (!waiting.isEmpty() || ending) {
          return group();
        }
      } finally {
        lock.unlock();
      }
      turn.leaveIfSettled();
    }
  }

  /** As many as go together: a condition must see what was written of its article before. */
  private List<WaitingWrite<?>> group() {
    List<WaitingWrite<?>> group = new ArrayList<>();
    Set<ArticleId> articles = new HashSet<>();
    while (!waiting.isEmpty()) {
      WaitingWrite<?> write = waiting.getFirst();
      boolean fits =
          !write.isAlone()
              && articles.size() + write.articles().size() <= GROUP
              && (!write.isConditional() || Collections.disjoint(articles, write.articles()));
      if (!group.isEmpty() && !fits) {
        break;
      }
      group.add(waiting.removeFirst());
      articles.addAll(write.articles());
      if (write.isAlone()) {
        break;
      }
    }
    return group;
  }

  /** Takes no more, carries out what it took, and closes the index. */
  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      ending = true;
      changed.signalAll();
      if (thread.getState() == Thread.State.NEW) {
        return;
      }
    } finally {
      lock.unlock();
    }
    try {
      if (!thread.join(LAST_WRITES)) {
        interrupt();
        throw new IOException("the last writes did not end in " + LAST_WRITES.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
