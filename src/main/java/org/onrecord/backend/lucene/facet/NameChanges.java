package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.SortedSetDocValues;
import org.onrecord.backend.lucene.names.FacetNames;
import org.onrecord.backend.lucene.query.Hits;

/**
 * How a facet's counts differ, over some hits, from those of what lies in the index, by what
 * editors decided about names: only the documents that a decision is about are looked at.
 *
 * @param missing how many hits have no value any more
 * @param values by the key of a value, how many more hits have it, or fewer
 */
record NameChanges(long missing, Map<String, Long> values) {
  /** Beside its values a document has one for the facet as a whole. */
  private static final int OF_THE_FACET = 1;

  private static final NameChanges NONE = new NameChanges(0, Map.of());

  static NameChanges of(Hits hits, SortedSetDocValuesReaderState state, FacetNames names)
      throws IOException {
    if (names.size() == 0) {
      return NONE;
    }
    long missing = 0;
    long[] byKey = new long[names.keys().size()];
    SortedSetDocValues values = state.getDocValues();
    int change = 0;
    while (change < names.size()) {
      int doc = names.doc(change);
      boolean counts = hits.contains(doc);
      int left = counts && values.advanceExact(doc) ? values.docValueCount() - OF_THE_FACET : 0;
      for (; change < names.size() && names.doc(change) == doc; change++) {
        int by = names.isGain(change) ? 1 : -1;
        byKey[names.key(change)] += counts ? by : 0;
        left += by;
      }
      missing += counts && left == 0 ? 1 : 0;
    }
    return new NameChanges(missing, byValue(names, byKey));
  }

  private static Map<String, Long> byValue(FacetNames names, long[] byKey) {
    Map<String, Long> values = new HashMap<>();
    for (int key = 0; key < byKey.length; key++) {
      if (byKey[key] != 0) {
        values.merge(names.keys().get(key), byKey[key], Long::sum);
      }
    }
    return values;
  }

  long of(String value) {
    return values.getOrDefault(value, 0L);
  }
}
