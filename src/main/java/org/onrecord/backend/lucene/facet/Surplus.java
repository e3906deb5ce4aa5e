package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.onrecord.backend.lucene.names.FacetNames;
import org.onrecord.backend.lucene.query.CopiesAmong;
import org.onrecord.backend.lucene.query.LongSet;

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

  /** What copies make too many. */
  static Surplus of(CopiesAmong copies, Optional<FacetColumns.ViewOfFacet> view, FacetNames names)
      throws IOException {
    if (copies.size() == 0) {
      return NONE;
    }
    SortedSetDocValues values =
        view.isEmpty() ? DocValues.emptySortedSet() : view.get().state().getDocValues();
    Counting counting = new Counting(values, names);
    for (int i = 0; i < copies.size(); i++) {
      counting.count(copies.docs()[i], copies.keys()[i]);
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
    private final FacetNames names;
    private final LongSet seen = new LongSet();
    private final Map<Integer, Long> surplus = new HashMap<>();
    private final Map<String, Integer> added = new HashMap<>();
    private long total;
    private long missing;

    Counting(SortedSetDocValues values, FacetNames names) {
      this.values = values;
      this.names = names;
    }

    void count(int doc, long key) throws IOException {
      total += again(key, ALL) ? 1 : 0;
      if (!values.advanceExact(doc)) {
        missing += again(key, MISSING) ? 1 : 0;
        return;
      }
      int change = names.from(doc);
      if (change < names.size() && names.doc(change) == doc) {
        countChanged(doc, key, change);
        return;
      }
      for (int i = 0; i < values.docValueCount(); i++) {
        count(key, (int) values.nextOrd());
      }
    }

    /** What editors gave counts by the place after all that lies in the index. */
    private void countChanged(int doc, long key, int first) throws IOException {
      Set<Integer> now = new TreeSet<>();
      for (int i = 0; i < values.docValueCount(); i++) {
        now.add((int) values.nextOrd());
      }
      for (int change = first; change < names.size() && names.doc(change) == doc; change++) {
        int value = value(names.keys().get(names.key(change)));
        if (names.isGain(change)) {
          now.add(value);
        } else {
          now.remove(value);
        }
      }
      now.remove(value());
      if (now.isEmpty()) {
        missing += again(key, MISSING) ? 1 : 0;
      }
      for (int value : now) {
        count(key, value);
      }
    }

    /** What a document has beside its values for the facet as a whole. */
    private int value() throws IOException {
      String path = FacetsConfig.pathToString(names.facet().label(), new String[0]);
      return (int) values.lookupTerm(new BytesRef(path));
    }

    private int value(String key) throws IOException {
      String path = FacetsConfig.pathToString(names.facet().label(), new String[] {key});
      int lying = (int) values.lookupTerm(new BytesRef(path));
      return lying >= 0
          ? lying
          : (int) values.getValueCount() + added.computeIfAbsent(key, _ -> added.size());
    }

    private void count(long key, int value) {
      if (again(key, value)) {
        surplus.merge(value, 1L, Long::sum);
      }
    }

    private boolean again(long key, int with) {
      return !seen.add(LongSet.mixed(key, with));
    }

    private Map<String, Long> byValue() throws IOException {
      Map<String, Long> byValue = new HashMap<>();
      for (Map.Entry<String, Integer> each : added.entrySet()) {
        Long count = surplus.remove((int) values.getValueCount() + each.getValue());
        byValue.put(each.getKey(), count == null ? 0 : count);
      }
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
