package org.onrecord.backend.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.lucene.search.SearcherManager;
import org.onrecord.backend.lucene.care.DamageDetector;
import org.onrecord.backend.lucene.query.ArchiveSearcher;

/**
 * Gives out the view of an index that is current, and takes it back. Where others write to the
 * index, a view that has become too old is first replaced. Safe for use by several threads.
 */
final class CurrentSearcher implements Closeable {
  private final SearcherManager searchers;
  private final DamageDetector damage;
  private final long oldest;
  private final LongSupplier nanos;
  private final AtomicLong refreshed;

  private CurrentSearcher(
      SearcherManager searchers, DamageDetector damage, long oldest, LongSupplier nanos) {
    this.searchers = searchers;
    this.damage = damage;
    this.oldest = oldest;
    this.nanos = nanos;
    this.refreshed = new AtomicLong(nanos.getAsLong());
  }

  /** Views that {@link #refresh} alone replaces. */
  static CurrentSearcher refreshedByHand(SearcherManager searchers, DamageDetector damage) {
    return new CurrentSearcher(searchers, damage, Long.MAX_VALUE, () -> 0);
  }

  /**
   * Views that are not older than this when they are given out.
   *
   * @param nanos the clock, in nanoseconds from anywhen
   */
  static CurrentSearcher notOlderThan(
      Duration age, SearcherManager searchers, DamageDetector damage, LongSupplier nanos) {
    return new CurrentSearcher(searchers, damage, age.toNanos(), nanos);
  }

  /** The current view, which must be given back. */
  ArchiveSearcher acquire() throws IOException {
    long last = refreshed.get();
    long now = nanos.getAsLong();
    if (now - last >= oldest && refreshed.compareAndSet(last, now)) {
      refresh();
    }
    return (ArchiveSearcher) searchers.acquire();
  }

  void release(ArchiveSearcher searcher) throws IOException {
    searcher.giveBack();
  }

  /** Sees from now on what has been committed so far. */
  void refresh() throws IOException {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw damage.told(e);
    }
  }

  @Override
  public void close() throws IOException {
    refreshed.set(Long.MAX_VALUE);
    searchers.close();
  }
}
