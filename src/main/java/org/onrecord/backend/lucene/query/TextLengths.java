package org.onrecord.backend.lucene.query;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
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
record TextLengths(long documents) {
  /** What a word of the headline counts. */
  static final int TITLE_WEIGHT = WordScore.TITLE_WEIGHT;

  /** Those of a view, worked out once. */
  static TextLengths of(IndexSearcher searcher) throws IOException {
    return searcher instanceof ArchiveSearcher archive ? archive.lengths() : read(searcher);
  }

  static TextLengths read(IndexSearcher searcher) throws IOException {
    CollectionStatistics text = searcher.collectionStatistics(Fields.TEXT);
    return new TextLengths(text == null ? 0 : text.docCount());
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
