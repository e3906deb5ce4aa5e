package org.onrecord.ingest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.onrecord.article.ArticleId;

/**
 * A write and the one who waits for it.
 *
 * @param <T> what it answers
 */
final class WaitingWrite<T> {
  private final WriteQueue.Job<T> job;
  private final long until;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private Runnable success = () -> {};

  /**
   * A write that waits.
   *
   * @param until when its patience ends, by {@link System#nanoTime}
   */
  WaitingWrite(WriteQueue.Job<T> job, long until) {
    this.job = job;
    this.until = until;
  }

  Set<ArticleId> articles() {
    return job.articles();
  }

  boolean isConditional() {
    return job.condition() != WriteCondition.NONE;
  }

  boolean isAlone() {
    return job.alone();
  }

  boolean isOver(long now) {
    return now - until >= 0;
  }

  /**
   * Applies the write. It may be applied again, to an index that was opened anew; then only the
   * last time counts.
   *
   * @return whether it worked; where not, its writer alone has been told
   */
  boolean begin(DocumentSink sink) {
    try {
      if (!job.condition().holds()) {
        throw new ConditionFailedException();
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

  /** Waits for what becomes of it. */
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

  /** Tells who waits that the service ends; nothing was written. */
  void failEnding() {
    fail(new ArchiveBusyException(ArchiveBusyException.Reason.ENDING, null));
  }
}
