package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * By how much a facet's counts are too high where copies are folded: what selecting a value returns
 * counts a passage once, in however many copies it has that value.
 *
 * @param total how many hits are copies of others
 * @param missing how many of those without a value
 * @param values by the key of a value, how many of those that have it
 */
record Surplus(long total, long missing, Map<String, Long> values) {
  static final Surplus NONE = new Surplus(0, 0, Map.of());

  /** What the copies among {@code hits} make too many. */
  static Surplus of(FacetsCollector hits, Optional<SortedSetDocValuesReaderState> state)
      throws IOException {
    SortedSetDocValues values =
        state.isEmpty() ? DocValues.emptySortedSet() : state.get().getDocValues();
    Counting counting = new Counting(values);
    List<MatchingDocs> segments =
        hits.getMatchingDocs().stream()
            .sorted(Comparator.comparingInt(segment -> segment.context().docBase))
            .toList();
    for (MatchingDocs segment : segments) {
      DocIdSetIterator found = segment.bits().iterator();
      if (found != null) {
        NumericDocValues keys = DocValues.getNumeric(segment.context().reader(), Fields.PASSAGE);
        counting.count(segment.context().docBase, found, keys);
      }
    }
    return new Surplus(counting.total, counting.missing, counting.byValue());
  }

  long of(String value) {
    return values.getOrDefault(value, 0L);
  }

  private static final class Counting {
    private static final int ALL = -2;
    private static final int MISSING = -1;

    private final SortedSetDocValues values;
    private final LongSet seen = new LongSet();
    private final Map<Integer, Long> surplus = new HashMap<>();
    private long total;
    private long missing;

    Counting(SortedSetDocValues values) {
      this.values = values;
    }

    void count(int base, DocIdSetIterator found, NumericDocValues keys) throws IOException {
      DocIdSetIterator both = ConjunctionUtils.intersectIterators(List.of(found, keys));
      for (int doc = both.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = both.nextDoc()) {
        count(base + doc, keys.longValue());
      }
    }

    private void count(int doc, long key) throws IOException {
      total += again(key, ALL) ? 1 : 0;
      if (!values.advanceExact(doc)) {
        missing += again(key, MISSING) ? 1 : 0;
        return;
      }
      for (int i = 0; i < values.docValueCount(); i++) {
        int value = (int) values.nextOrd();
        if (again(key, value)) {
          surplus.merge(value, 1L, Long::sum);
        }
      }
    }

    private boolean again(long key, int with) {
      return !seen.add(LongSet.mixed(key, with));
    }

    private Map<String, Long> byValue() throws IOException {
      Map<String, Long> byValue = new HashMap<>();
      for (Map.Entry<Integer, Long> each : surplus.entrySet()) {
        String[] path = FacetsConfig.stringToPath(values.lookupOrd(each.getKey()).utf8ToString());
        if (path.length == 2) {
          byValue.put(path[1], each.getValue());
        }
      }
      return byValue;
    }
  }
}
