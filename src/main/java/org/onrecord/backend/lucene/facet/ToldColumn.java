package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.onrecord.article.Polarity;
import org.onrecord.article.SurenessLevel;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.schema.Facet;

/**
 * What is told of a segment's documents, in memory: a byte each, of which the lower bits say which
 * {@link Polarity polarities} it has, and the two upper ones how sure it is.
 *
 * @param told by document
 */
record ToldColumn(byte[] told) {
  private static final Polarity[] POLARITIES = Polarity.values();
  private static final SurenessLevel[] LEVELS = SurenessLevel.values();
  private static final int SURENESS_SHIFT = 6;

  /** How many different bytes there may be. */
  static final int VALUES = 1 << Byte.SIZE;

  static ToldColumn of(LeafReader segment) throws IOException {
    byte[] told = new byte[segment.maxDoc()];
    addPolarities(segment, told);
    NumericDocValues certainty = DocValues.getNumeric(segment, Fields.CERTAINTY);
    while (certainty.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int level = 1 + SurenessLevel.of(certainty.longValue() / 100.0).ordinal();
      int doc = certainty.docID();
      told[doc] = (byte) (told[doc] | level << SURENESS_SHIFT);
    }
    return new ToldColumn(told);
  }

  private static void addPolarities(LeafReader segment, byte[] told) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(segment, FacetFields.field(Facet.POLARITY));
    int[] bits = new int[(int) values.getValueCount()];
    for (Polarity polarity : POLARITIES) {
      String path =
          FacetsConfig.pathToString(Facet.POLARITY.label(), new String[] {polarity.label()});
      long ordinal = values.lookupTerm(new BytesRef(path));
      if (ordinal >= 0) {
        bits[(int) ordinal] = 1 << polarity.ordinal();
      }
    }
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int mask = 0;
      for (int i = values.docValueCount(); i > 0; i--) {
        mask |= bits[(int) values.nextOrd()];
      }
      told[values.docID()] = (byte) mask;
    }
  }

  /** Whether a byte says that it is told in this manner. */
  static boolean isTold(int told, Polarity polarity) {
    return (told >>> polarity.ordinal() & 1) == 1;
  }

  /** How sure a byte says that it is, as {@link SurenessLevel} counts; -1 where it does not say. */
  static int sureness(int told) {
    return (told >>> SURENESS_SHIFT & LEVELS.length) - 1;
  }
}
