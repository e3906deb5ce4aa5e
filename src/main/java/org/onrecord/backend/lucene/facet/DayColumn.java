package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.onrecord.backend.lucene.index.Fields;

/**
 * The days of a segment's documents, in memory: four bytes each.
 *
 * @param days counted from 1970-01-01; {@link #NONE} where there is none
 */
record DayColumn(int[] days) {
  static final int NONE = Integer.MIN_VALUE;

  static DayColumn of(LeafReader segment) throws IOException {
    int[] days = new int[segment.maxDoc()];
    Arrays.fill(days, NONE);
    SortedNumericDocValues values = DocValues.getSortedNumeric(segment, Fields.DATE);
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      days[values.docID()] = Math.toIntExact(values.nextValue());
    }
    return new DayColumn(days);
  }
}
