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
import org.onrecord.backend.lucene.facet.FacetPlace;
import org.onrecord.schema.Facet;
import org.onrecord.search.SearchScope;

/**
 * What was read of the views that were asked last, and stays as it is as long as they do. Safe for
 * use by several threads.
 */
final class ViewCache {
  /** How many views are kept: readers who may read some articles alone have each their own. */
  private static final int VIEWS = 8;

  /** How many entries of a kind are kept of a view. */
  private static final int MOST = 100_000;

  /** How many lists of a facet's values are kept of a view, and from how many values on. */
  private static final int LISTS = 4;

  private static final int LONG_LIST = 1_000;

  /**
   * How long a view must have been asked before it is kept how frequent words are: until then what
   * was replaced may still be merged away, and is counted as long as it is not.
   */
  private static final long SETTLING = Duration.ofMinutes(2).toNanos();

  private final LongSupplier nanos;
  private final Map<Viewed, Known> kept = lastUsed(VIEWS);

  /**
   * A cache.
   *
   * @param nanos the time, as of {@link System#nanoTime}
   */
  ViewCache(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** A map that forgets what was not asked for the longest. */
  private static <K, V> Map<K, V> lastUsed(int most) {
    return new LinkedHashMap<>(most, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  private record Viewed(String index, Map<String, Object> live) {}

  /** A value of a facet, by its key. */
  record Value(Facet facet, String key) {}

  /** A facet's values over what a query finds in a scope. */
  record Listing(Facet facet, Map<String, Object> query, SearchScope scope) {}

  /**
   * The values of a facet.
   *
   * @param values in order
   * @param missing how many hits have none
   */
  record Listed(List<FacetPlace> values, long missing) {}

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
    private final Map<Listing, Listed> lists = lastUsed(LISTS);
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

    /** The values of a facet, kept where they are many. */
    Listed listed(Listing listing, Reading<Listed> reading) throws IOException {
      Listed known;
      synchronized (lists) {
        known = lists.get(listing);
      }
      if (known == null) {
        known = reading.read();
        if (known.values().size() >= LONG_LIST) {
          synchronized (lists) {
            lists.put(listing, known);
          }
        }
      }
      return known;
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
