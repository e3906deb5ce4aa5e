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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArchiveDocument;

/**
 * Writes that wait for an index, and the one thread that carries them out, in the order in which
 * they came: it takes all that wait, commits once for all of them, and only then tells those who
 * asked. The index is open while there is something to write and {@link #LINGER} longer, so that
 * other processes can write in between. Safe for use by several threads.
 */
final class WriteQueue implements Closeable {
  /** How long the index stays open when nothing is to be written. */
  private static final Duration LINGER = Duration.ofMillis(300);

  /** How long it stays open at a stretch, and how long it is then left to other processes. */
  private static final Duration STRETCH = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofMillis(250);

  /** How often is tried to open what another process has open. */
  private static final Duration RETRY = Duration.ofMillis(50);

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
   */
  record Job<T>(
      Set<ArticleId> articles,
      ArticleDesk.Condition condition,
      boolean alone,
      ArticleDesk.Write<T> write) {
    Job {
      articles = Set.copyOf(articles);
    }
  }

  private final ArticleDesk.Opening opening;
  private final ArticleDesk.Limits limits;
  private final Consumer<Exception> faults;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Waiting<?>> waiting = new ArrayDeque<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("writes").unstarted(this::run);
  private boolean ending;

  /** The writer's own: the index while it is open, and since when. */
  private @Nullable Touched index;

  private long opened;

  /**
   * A queue.
   *
   * @param faults is told what fails when nobody waits for it any more
   */
  WriteQueue(ArticleDesk.Opening opening, ArticleDesk.Limits limits, Consumer<Exception> faults) {
    this.faults = faults;
    this.opening = opening;
    this.limits = limits;
  }

  /**
   * Carries a write out, and returns when it is safe and visible.
   *
   * @throws ArchiveBusyException if it could not begin; nothing was written
   */
  <T> T carryOut(Job<T> job) throws IOException {
    Waiting<T> mine = new Waiting<>(job, System.nanoTime() + limits.patience().toNanos());
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

  private void run() {
    try {
      for (List<Waiting<?>> group = next(); !group.isEmpty(); group = next()) {
        carryOut(group);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      leaveIndex();
      lock.lock();
      try {
        ending = true;
        waiting.forEach(
            w -> w.fail(new ArchiveBusyException(ArchiveBusyException.Reason.ENDING, null)));
        waiting.clear();
      } finally {
        lock.unlock();
      }
    }
  }

  /** The writes to be committed next, at least one; none when it is time to end. */
  private List<Waiting<?>> next() throws InterruptedException {
    while (true) {
      lock.lock();
      try {
        if (waiting.isEmpty() && !ending) {
          if (index == null) {
            changed.await();
          } else {
            changed.awaitNanos(LINGER.toNanos());
          }
        }
        if (!waiting.isEmpty() || ending) {
          return group();
        }
      } finally {
        lock.unlock();
      }
      rest();
    }
  }

  /** As many as go together: a condition must see what was written of its article before. */
  private List<Waiting<?>> group() {
    List<Waiting<?>> group = new ArrayList<>();
    Set<ArticleId> articles = new HashSet<>();
    while (!waiting.isEmpty()) {
      Job<?> job = waiting.getFirst().job;
      boolean fits =
          !job.alone()
              && articles.size() + job.articles().size() <= GROUP
              && (job.condition() == ArticleDesk.Condition.NONE
                  || Collections.disjoint(articles, job.articles()));
      if (!group.isEmpty() && !fits) {
        break;
      }
      group.add(waiting.removeFirst());
      articles.addAll(job.articles());
      if (job.alone()) {
        break;
      }
    }
    return group;
  }

  /** Closes the index where nothing is left to be done in it. */
  private void rest() {
    try {
      if (index == null || index.settled()) {
        leaveIndex();
      }
    } catch (IOException | RuntimeException e) {
      // What was promised is committed; the next write opens the index anew.
      faults.accept(e);
      leaveIndex();
    }
  }

  private void carryOut(List<Waiting<?>> group) throws InterruptedException {
    List<Waiting<?>> begun = new ArrayList<>(group);
    try {
      if (index != null && System.nanoTime() - opened > STRETCH.toNanos()) {
        leaveIndex();
        Thread.sleep(PAUSE);
      }
      Touched sink = open(begun);
      if (sink == null) {
        return;
      }
      boolean alone = begun.getFirst().job.alone();
      begun.removeIf(one -> !one.begin(sink));
      if (sink.touched) {
        if (alone) {
          leaveIndex();
        } else {
          sink.commit();
        }
      }
      begun.forEach(Waiting::succeed);
    } catch (IOException | RuntimeException | Error e) {
      leaveIndex();
      begun.forEach(one -> one.fail(e));
    }
  }

  /** Opens the index; those whose patience ends meanwhile are told and removed. */
  private @Nullable Touched open(List<Waiting<?>> group) throws IOException, InterruptedException {
    while (index == null && !group.isEmpty()) {
      try {
        index = new Touched(opening.open());
        opened = System.nanoTime();
      } catch (ArchiveBusyException e) {
        long now = System.nanoTime();
        group.removeIf(
            one -> {
              boolean over = now - one.until >= 0;
              if (over) {
                one.fail(e);
              }
              return over;
            });
        if (!group.isEmpty()) {
          Thread.sleep(RETRY);
        }
      }
    }
    return group.isEmpty() ? null : index;
  }

  /** What is not committed is gone. */
  private void leaveIndex() {
    Touched closing = index;
    index = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (IOException | RuntimeException e) {
        // What was promised is committed, the rest was told as failed.
        faults.accept(e);
      }
    }
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
        thread.interrupt();
        throw new IOException("the last writes did not end in " + LAST_WRITES.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** One who waits for a write. */
  private static final class Waiting<T> {
    private final Job<T> job;
    private final long until;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private Runnable success = () -> {};

    Waiting(Job<T> job, long until) {
      this.job = job;
      this.until = until;
    }

    /** Applies the write; where that fails it alone is told so, and nothing of it is left. */
    boolean begin(DocumentSink sink) {
      try {
        if (!job.condition().holds()) {
          throw new ArticleDesk.ConditionFailedException();
        }
        T value = job.write().to(sink);
        success = () -> answer.complete(value);
        return true;
      } catch (IOException | RuntimeException e) {
        fail(e);
        return false;
      }
    }

    void succeed() {
      success.run();
    }

    void fail(Throwable fault) {
      answer.completeExceptionally(fault);
    }

    T answer() throws IOException {
      try {
        return answer.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case IOException fault -> throw fault;
          case RuntimeException fault -> throw fault;
          case null, default -> throw new IOException("the write failed: " + e.getCause(), e);
        }
      }
    }
  }

  /** An index that knows whether it was changed since the last commit. */
  private static final class Touched implements DocumentSink {
    private final DocumentSink sink;
    private boolean touched;

    Touched(DocumentSink sink) {
      this.sink = sink;
    }

    @Override
    public Replacement replace(ArticleId id, List<? extends ArchiveDocument> documents)
        throws IOException {
      touched = true;
      return sink.replace(id, documents);
    }

    @Override
    public void commit() throws IOException {
      sink.commit();
      touched = false;
    }

    @Override
    public List<Article> due(int most) throws IOException {
      return sink.due(most);
    }

    @Override
    public boolean settled() throws IOException {
      return sink.settled();
    }

    @Override
    public void close() throws IOException {
      sink.close();
    }
  }
}
