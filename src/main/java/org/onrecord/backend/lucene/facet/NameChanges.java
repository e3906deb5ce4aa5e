package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.onrecord.backend.lucene.names.FacetNames;

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

  static NameChanges of(FacetsCollector hits, SortedSetDocValuesReaderState state, FacetNames names)
      throws IOException {
    if (names.size() == 0) {
      return NONE;
    }
    long missing = 0;
    long[] byKey = new long[names.keys().size()];
    for (MatchingDocs segment : hits.getMatchingDocs()) {
      DocIdSetIterator found = segment.bits().iterator();
      int base = segment.context().docBase;
      SortedSetDocValues values = state.getDocValues();
      int change = names.from(base);
      while (found != null && change < names.size()) {
        int doc = names.doc(change);
        int next = found.docID();
        if (next < doc - base) {
          next = found.advance(doc - base);
        }
        if (next == DocIdSetIterator.NO_MORE_DOCS) {
          break;
        }
        if (next > doc - base) {
          change = names.from(base + next);
          continue;
        }
        int left = values.advanceExact(doc) ? values.docValueCount() - OF_THE_FACET : 0;
        for (; change < names.size() && names.doc(change) == doc; change++) {
          int by = names.isGain(change) ? 1 : -1;
          byKey[names.key(change)] += by;
          left += by;
        }
        missing += left == 0 ? 1 : 0;
      }
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
