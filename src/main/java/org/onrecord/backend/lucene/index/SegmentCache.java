package org.onrecord.backend.lucene.index;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/**
 * What is worked out once for each segment, and forgotten when the segment is closed. Safe for use
 * by several threads, of which two may work the same out.
 *
 * @param <K> what is asked for of a segment
 * @param <V> what is kept of it
 */
public final class SegmentCache<K, V> {
  private final Map<IndexReader.CacheKey, Map<K, V>> segments = new ConcurrentHashMap<>();
  private final Life life;
  private final Making<K, V> making;

  /** How long something holds. */
  public enum Life {
    /** As long as nothing of the segment is updated or deleted. */
    UNTIL_CHANGED,
    /** As long as the segment: for what neither deletions nor updates change. */
    WHOLE_SEGMENT
  }

  /** Works something out. */
  @FunctionalInterface
  public interface Making<K, V> {
    V of(LeafReader segment, K what) throws IOException;
  }

  public SegmentCache(Life life, Making<K, V> making) {
    this.life = life;
    this.making = making;
  }

  public V get(LeafReader segment, K what) throws IOException {
    IndexReader.CacheHelper helper =
        switch (life) {
          case UNTIL_CHANGED -> segment.getReaderCacheHelper();
          case WHOLE_SEGMENT -> segment.getCoreCacheHelper();
        };
    if (helper == null) {
      return making.of(segment, what);
    }
    Map<K, V> known = segments.get(helper.getKey());
    if (known == null) {
      known =
          segments.computeIfAbsent(
              helper.getKey(),
              _ -> {
                helper.addClosedListener(segments::remove);
                return new ConcurrentHashMap<>();
              });
    }
    V value = known.get(what);
    if (value == null) {
      value = making.of(segment, what);
      known.put(what, value);
    }
    return value;
  }
}
