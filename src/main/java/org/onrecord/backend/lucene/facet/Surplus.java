package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.names.FacetNames;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
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

  /** What copies make too many; they come in the order of the view's documents. */
  static Surplus of(
      FacetColumns columns,
      ArchiveSearcher searcher,
      CopiesAmong copies,
      Optional<FacetColumns.ViewOfFacet> view,
      FacetNames names)
      throws IOException {
    if (copies.size() == 0) {
      return NONE;
    }
    Counting counting = new Counting(view, names);
    int next = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      if (next < copies.size() && copies.docs()[next] < end) {
        if (view.isPresent()) {
          counting.in(columns.column(leaf.reader(), names.facet()), view.get().places()[leaf.ord]);
        }
        for (; next < copies.size() && copies.docs()[next] < end; next++) {
          int doc = copies.docs()[next];
          counting.count(doc, doc - leaf.docBase, copies.keys()[next]);
        }
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

    private final Optional<FacetColumns.ViewOfFacet> view;
    private final FacetNames names;
    private final LongSet seen = new LongSet();
    private final Map<Integer, Long> surplus = new HashMap<>();
    private final Map<String, Integer> added = new HashMap<>();
    private final List<Integer> here = new ArrayList<>();
    private @Nullable FacetColumn column;
    private int[] places = {};
    private long total;
    private long missing;

    Counting(Optional<FacetColumns.ViewOfFacet> view, FacetNames names) {
      this.view = view;
      this.names = names;
    }

    /** The segment of the documents that come next. */
    void in(FacetColumn values, int[] ofOrdinals) {
      column = values;
      places = ofOrdinals;
    }

    /**
     * Counts a document.
     *
     * @param doc in the view
     * @param within in its segment
     */
    void count(int doc, int within, long key) throws IOException {
      total += again(key, ALL) ? 1 : 0;
      here.clear();
      if (column != null) {
        column.each(within, ordinal -> here.add(places[ordinal]));
      }
      if (here.isEmpty()) {
        missing += again(key, MISSING) ? 1 : 0;
        return;
      }
      int change = names.from(doc);
      if (change < names.size() && names.doc(change) == doc) {
        countChanged(doc, key, change);
        return;
      }
      for (int value : here) {
        count(key, value);
      }
    }

    /** What editors gave counts by the place after all that lies in the index. */
    private void countChanged(int doc, long key, int first) throws IOException {
      Set<Integer> now = new TreeSet<>(here);
      for (int change = first; change < names.size() && names.doc(change) == doc; change++) {
        int value = value(names.keys().get(names.key(change)));
        if (names.isGain(change)) {
          now.add(value);
        } else {
          now.remove(value);
        }
      }
      if (now.isEmpty()) {
        missing += again(key, MISSING) ? 1 : 0;
      }
      for (int value : now) {
        count(key, value);
      }
    }

    private int value(String key) throws IOException {
      int lying = view.isEmpty() ? -1 : view.get().place(names.facet(), key);
      return lying >= 0 ? lying : lying() + added.computeIfAbsent(key, _ -> added.size());
    }

    /** How many places what lies in the index has. */
    private int lying() {
      return view.isEmpty() ? 0 : view.get().keys().length();
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
        Long count = surplus.remove(lying() + each.getValue());
        byValue.put(each.getKey(), count == null ? 0 : count);
      }
      for (Map.Entry<Integer, Long> each : surplus.entrySet()) {
        byValue.put(view.orElseThrow().key(each.getKey()), each.getValue());
      }
      return byValue;
    }
  }
}
