package org.onrecord.backend.lucene.query;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.Fields;

/**
 * How long the texts of an index are, in words, the words of the headline counted as often as they
 * weigh.
 *
 * @param documents how many documents have a text
 */
record TextLengths(long documents, float average) {
  /** What a word of the headline counts. */
  static final int TITLE_WEIGHT = 4;

  static TextLengths of(IndexSearcher searcher) throws IOException {
    CollectionStatistics text = searcher.collectionStatistics(Fields.TEXT);
    CollectionStatistics title = searcher.collectionStatistics(Fields.TITLE);
    if (text == null) {
      return new TextLengths(0, 1);
    }
    double words = text.sumTotalTermFreq();
    if (title != null) {
      words += TITLE_WEIGHT * title.sumTotalTermFreq();
    }
    return new TextLengths(text.docCount(), (float) (words / text.docCount()));
  }

  /** The lengths of one segment's documents, to be asked for in ascending order. */
  static final class Lengths {
    private final @Nullable NumericDocValues text;
    private final @Nullable NumericDocValues title;

    private Lengths(@Nullable NumericDocValues text, @Nullable NumericDocValues title) {
      this.text = text;
      this.title = title;
    }

    static Lengths of(LeafReaderContext context) throws IOException {
      return new Lengths(
          context.reader().getNormValues(Fields.TEXT),
          context.reader().getNormValues(Fields.TITLE));
    }

    int of(int doc) throws IOException {
      return of(text, doc) + TITLE_WEIGHT * of(title, doc);
    }

    private static int of(@Nullable NumericDocValues norms, int doc) throws IOException {
      return norms != null && norms.advanceExact(doc)
          ? SmallFloat.byte4ToInt((byte) norms.longValue())
          : 0;
    }
  }
}
