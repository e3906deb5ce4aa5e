package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.SegmentCache;

/**
 * The documents among some hits that have a {@link Fields#PASSAGE} in common with another of them.
 * Immutable.
 *
 * @param docs of the view, in ascending order
 * @param keys what each of them has
 */
public record CopiesAmong(int[] docs, long[] keys) {
  public static final CopiesAmong NONE = new CopiesAmong(new int[0], new long[0]);

  /** Finds them; what is kept of segments is safe for use by several threads. */
  public static final class Finder {
    private final SegmentCache<String, PassageKeys> segments =
        new SegmentCache<>(
            SegmentCache.Life.UNTIL_CHANGED, (segment, _) -> PassageKeys.of(segment));

    /** Those among the hits. */
    public CopiesAmong among(Hits hits) throws IOException {
      LongSet seen = new LongSet();
      LongSet again = new LongSet();
      List<PassageKeys> found = new ArrayList<>();
      for (LeafReaderContext leaf : hits.leaves()) {
        PassageKeys keys = segments.get(NarrowedReader.whole(leaf.reader()), Fields.PASSAGE);
        SegmentHits segment = hits.in(leaf);
        if (segment.count() == 0 || keys.size() == 0) {
          continue;
        }
        PassageKeys here = among(segment, keys, leaf.docBase);
        found.add(here);
        for (long key : here.keys()) {
          if (!seen.add(key)) {
            again.add(key);
          }
        }
      }
      return again.isEmpty() ? NONE : having(found, again);
    }

    /** The documents of the view that have a key; the fewer are looked for among the more. */
    private static PassageKeys among(SegmentHits hits, PassageKeys keys, int base) {
      boolean fewHits = hits.bits() == null && hits.count() < keys.size();
      int most = fewHits ? hits.count() : keys.size();
      int[] docs = new int[most];
      long[] found = new long[most];
      int size = 0;
      for (int i = 0; i < most; i++) {
        int key = fewHits ? Arrays.binarySearch(keys.docs(), hits.list()[i]) : i;
        if (key >= 0 && (fewHits || hits.contains(keys.docs()[key]))) {
          docs[size] = base + keys.docs()[key];
          found[size++] = keys.keys()[key];
        }
      }
      return new PassageKeys(Arrays.copyOf(docs, size), Arrays.copyOf(found, size));
    }

    private static CopiesAmong having(List<PassageKeys> found, LongSet again) {
      int most = found.stream().mapToInt(PassageKeys::size).sum();
      int[] docs = new int[most];
      long[] keys = new long[most];
      int size = 0;
      for (PassageKeys part : found) {
        for (int i = 0; i < part.size(); i++) {
          if (again.contains(part.keys()[i])) {
            docs[size] = part.docs()[i];
            keys[size++] = part.keys()[i];
          }
        }
      }
      return new CopiesAmong(Arrays.copyOf(docs, size), Arrays.copyOf(keys, size));
    }
  }

  public int size() {
    return docs.length;
  }
}
