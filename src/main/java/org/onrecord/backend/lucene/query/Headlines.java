package org.onrecord.backend.lucene.query;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.SegmentCache;

/**
 * Under which headline the passages of a segment stand. An article's documents lie side by side:
 * the article, which has the headline's words once for all of them, then the headline as a
 * paragraph, which is not under itself, then what is under it. A bit a document. Immutable, safe
 * for use by several threads.
 */
final class Headlines {
  /** Of an article with a headline, the first passage under it. */
  private static final int FIRST = 2;

  private static final SegmentCache<String, Headlines> SEGMENTS =
      new SegmentCache<>(SegmentCache.Life.WHOLE_SEGMENT, (segment, _) -> read(segment));

  private final FixedBitSet articles;

  private Headlines(FixedBitSet articles) {
    this.articles = articles;
  }

  /** Those of a segment, worked out once. */
  static Headlines of(LeafReader segment) throws IOException {
    return SEGMENTS.get(segment, Fields.TITLE);
  }

  private static Headlines read(LeafReader segment) throws IOException {
    FixedBitSet articles = new FixedBitSet(Math.max(1, segment.maxDoc()));
    PostingsEnum each =
        segment.postings(new Term(Fields.TYPE, DocumentFields.ARTICLE_TYPE), PostingsEnum.NONE);
    if (each != null && each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      each.intoBitSet(segment.maxDoc(), articles, 0);
    }
    return new Headlines(articles);
  }

  /**
   * How much holds a word of a headline, counted for all that stands under it.
   *
   * @param documents how many passages are under a headline with it
   * @param occurrences how often they have it in all
   */
  record Counts(long documents, long occurrences) {
    static final Counts NONE = new Counts(0, 0);

    Counts plus(Counts other) {
      return new Counts(documents + other.documents, occurrences + other.occurrences);
    }
  }

  /** Counts a word of headlines, whose postings are read to their end. */
  Counts counts(@Nullable PostingsEnum headlines) throws IOException {
    long documents = 0;
    long occurrences = 0;
    if (headlines != null) {
      for (int article = headlines.nextDoc();
          article != DocIdSetIterator.NO_MORE_DOCS;
          article = headlines.nextDoc()) {
        long under = Math.max(0, end(article) - article - FIRST);
        documents += under;
        occurrences += under * headlines.freq();
      }
    }
    return new Counts(documents, occurrences);
  }

  /** The article whose headline a document is under; -1 where it is a headline or an article. */
  int over(int doc) {
    int article = articles.prevSetBit(doc);
    return article >= 0 && doc - article >= FIRST ? article : -1;
  }

  /** The article that a document is of, or is; -1 before the first. */
  int article(int doc) {
    return articles.prevSetBit(doc);
  }

  /** How many documents the segment has. */
  int documents() {
    return articles.length();
  }

  /** The first passage under an article's headline, where there is one. */
  int first(int article) {
    return article + FIRST;
  }

  /** After the last document of an article. */
  int end(int article) {
    int next = article + 1 < articles.length() ? articles.nextSetBit(article + 1) : -1;
    return next < 0 || next == DocIdSetIterator.NO_MORE_DOCS ? articles.length() : next;
  }
}
