package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.util.function.IntConsumer;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.query.SegmentHits;
import org.onrecord.schema.Facet;

/**
 * The values of one facet in one segment, in memory, by the segment's ordinals. Immutable, safe for
 * use by several threads.
 */
sealed interface FacetColumn permits LabelColumn, SingleColumn, ListColumn {

  /**
   * Counts every value of the hits of the segment; gives back how many of them have one.
   *
   * @param places by ordinal, where it is counted; last, where what has no value is
   */
  int count(SegmentHits hits, int[] places, Tally tally);

  /** Gives what a document has: none, one or several ordinals, in ascending order. */
  void each(int doc, IntConsumer ordinals);

  /** Takes the values of one document after the other, in ascending order. */
  interface Taker {
    void take(int doc, int ordinal);
  }

  /** Reads a segment, in the form that suits what is there. */
  static FacetColumn of(LeafReader segment, Facet facet) throws IOException {
    int documents = Math.max(1, segment.maxDoc());
    int values = (int) DocValues.getSortedSet(segment, FacetFields.field(facet)).getValueCount();
    if (values <= LabelColumn.MOST_VALUES) {
      LabelColumn.Builder labels = new LabelColumn.Builder(documents, values);
      read(segment, facet, labels);
      return labels.build();
    }
    if (facet.isSingle()) {
      SingleColumn.Builder single = new SingleColumn.Builder(documents);
      read(segment, facet, single);
      return single.build();
    }
    ListColumn.Builder lists = new ListColumn.Builder(documents, values);
    read(segment, facet, lists);
    return lists.build();
  }

  /** What stands for the facet as a whole is no value. */
  private static void read(LeafReader segment, Facet facet, Taker taker) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(segment, FacetFields.field(facet));
    long whole =
        values.lookupTerm(new BytesRef(FacetsConfig.pathToString(facet.label(), new String[0])));
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      for (int i = values.docValueCount(); i > 0; i--) {
        long ordinal = values.nextOrd();
        if (ordinal != whole) {
          taker.take(values.docID(), (int) ordinal);
        }
      }
    }
  }
}
