package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;
import org.onrecord.schema.Facet;

/**
 * What was read of the views that were asked last, and stays as it is as long as they do. Safe for
 * use by several threads.
 */
final class ViewCache {
  /** How many views are kept: readers who may read some articles alone have each their own. */
  private static final int VIEWS = 8;

  /** How many entries of a kind are kept of a view. */
  private static final int MOST = 100_000;

  /**
   * How long a view must have been asked before it is kept how frequent words are: until then what
   * was replaced may still be merged away, and is counted as long as it is not.
   */
  private static final long SETTLING = Duration.ofMinutes(2).toNanos();

  private final LongSupplier nanos;
  private final Map<Viewed, Known> kept =
      new LinkedHashMap<>(VIEWS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Viewed, Known> eldest) {
          return size() > VIEWS;
        }
      };

  /**
   * A cache.
   *
   * @param nanos the time, as of {@link System#nanoTime}
   */
  ViewCache(LongSupplier nanos) {
    this.nanos = nanos;
  }

  private record Viewed(String index, Map<String, Object> live) {}

  /** A value of a facet, by its key. */
  record Value(Facet facet, String key) {}

  /** Reads what is not known yet. */
  @FunctionalInterface
  interface Reading<V> {
    V read() throws IOException;
  }

  /** What is known of the view; what is put in is kept. */
  Known of(IndexView view) {
    Viewed viewed = new Viewed(view.index(), view.live());
    synchronized (kept) {
      return kept.computeIfAbsent(viewed, _ -> new Known(nanos.getAsLong()));
    }
  }

  /** How frequent words are in the view; empty while it is young. */
  TermCounts.Known counted(IndexView view) {
    Known known = of(view);
    return nanos.getAsLong() - known.since < SETTLING ? new TermCounts.Known() : known.counted();
  }

  /** What is known of one view. */
  static final class Known {
    private final long since;
    private final Map<Value, String> forms = new ConcurrentHashMap<>();
    private final Map<String, List<String>> similar = new ConcurrentHashMap<>();
    private final Map<String, Boolean> names = new ConcurrentHashMap<>();
    private volatile TermCounts.Known counted = new TermCounts.Known();
    private volatile @Nullable List<PartyRef> parties;

    private Known(long since) {
      this.since = since;
    }

    /** How values of facets are written; what is put in is kept. */
    Map<Value, String> forms() {
      return bounded(forms);
    }

    /** The words that are spelt nearly as one. */
    List<String> similar(String word, Reading<List<String>> reading) throws IOException {
      return kept(similar, word, reading);
    }

    /** Whether a word is often part of names. */
    boolean isName(String word, Reading<Boolean> reading) throws IOException {
      return kept(names, word, reading);
    }

    /** Every party under each of its names. */
    List<PartyRef> parties(Reading<List<PartyRef>> reading) throws IOException {
      List<PartyRef> known = parties;
      if (known == null) {
        known = reading.read();
        parties = known;
      }
      return known;
    }

    private TermCounts.Known counted() {
      if (counted.size() > MOST) {
        counted = new TermCounts.Known();
      }
      return counted;
    }

    private static <K, V> V kept(Map<K, V> kept, K key, Reading<V> reading) throws IOException {
      V known = kept.get(key);
      if (known == null) {
        known = reading.read();
        bounded(kept).put(key, known);
      }
      return known;
    }

    private static <K, V> Map<K, V> bounded(Map<K, V> kept) {
      if (kept.size() > MOST) {
        kept.clear();
      }
      return kept;
    }
  }
}
