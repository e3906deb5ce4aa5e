package org.onrecord.backend.lucene.query;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
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
 * @param occurrences by length, what an occurrence counts: {@link WordScore#occurrence}
 */
record TextLengths(long documents, float average, float[] occurrences) {
  /** What a word of the headline counts. */
  static final int TITLE_WEIGHT = WordScore.TITLE_WEIGHT;

  /** Up to this length, in words, what an occurrence counts is worked out beforehand. */
  private static final int KNOWN = 512;

  /** Those of a view, worked out once. */
  static TextLengths of(IndexSearcher searcher) throws IOException {
    return searcher instanceof ArchiveSearcher archive ? archive.lengths() : read(searcher);
  }

  static TextLengths read(IndexSearcher searcher) throws IOException {
    CollectionStatistics text = searcher.collectionStatistics(Fields.TEXT);
    if (text == null) {
      return of(0, 1);
    }
    double words = text.sumTotalTermFreq();
    long ofHeadlines = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      ofHeadlines += Headlines.of(leaf.reader()).words();
    }
    words += TITLE_WEIGHT * ofHeadlines;
    return of(text.docCount(), (float) (words / text.docCount()));
  }

  private static TextLengths of(long documents, float average) {
    float[] occurrences = new float[KNOWN];
    for (int length = 0; length < KNOWN; length++) {
      occurrences[length] = WordScore.occurrence(average, length);
    }
    return new TextLengths(documents, average, occurrences);
  }

  /** What one occurrence in a text of this length counts: 1 in one of about the average length. */
  float occurrence(int length) {
    return length < KNOWN ? occurrences[length] : WordScore.occurrence(average, length);
  }

  /** The lengths of one segment's documents, to be asked for in ascending order. */
  static final class Lengths {
    private final @Nullable NumericDocValues text;
    private final @Nullable NumericDocValues title;

    private final Headlines headlines;

    private Lengths(
        @Nullable NumericDocValues text, @Nullable NumericDocValues title, Headlines headlines) {
      this.text = text;
      this.title = title;
      this.headlines = headlines;
    }

    static Lengths of(LeafReader segment) throws IOException {
      return new Lengths(
          segment.getNormValues(Fields.TEXT),
          segment.getNormValues(Fields.TITLE),
          Headlines.of(segment));
    }

    int of(int doc) throws IOException {
      int article = headlines.over(doc);
      return of(text, doc) + (article < 0 ? 0 : TITLE_WEIGHT * of(title, article));
    }

    private static int of(@Nullable NumericDocValues norms, int doc) throws IOException {
      return norms != null && norms.advanceExact(doc)
          ? SmallFloat.byte4ToInt((byte) norms.longValue())
          : 0;
    }
  }
}
