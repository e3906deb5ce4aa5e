package org.onrecord.backend.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.SegmentCache;
import org.onrecord.backend.lucene.query.Hits;

/**
 * Where the articles of an index end, in memory: a bit a document. An article's documents lie side
 * by side, so the articles with hits are counted by leaps, one an article. Safe for use by several
 * threads.
 */
final class ArticleEnds {
  private final SegmentCache<String, FixedBitSet> segments =
      new SegmentCache<>(SegmentCache.Life.WHOLE_SEGMENT, (segment, _) -> read(segment));

  /** The last document of each article. */
  private static FixedBitSet read(LeafReader segment) throws IOException {
    FixedBitSet ends = new FixedBitSet(Math.max(1, segment.maxDoc()));
    SortedDocValues articles = DocValues.getSorted(segment, Fields.ARTICLE);
    int last = -1;
    int ordinal = -1;
    for (int doc = articles.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = articles.nextDoc()) {
      if (ordinal >= 0 && articles.ordValue() != ordinal) {
        ends.set(last);
      }
      ordinal = articles.ordValue();
      last = doc;
    }
    ends.set(ends.length() - 1);
    return ends;
  }

  /** How many articles the hits stand in. */
  long count(Hits hits) throws IOException {
    long articles = 0;
    for (LeafReaderContext leaf : hits.leaves()) {
      if (hits.in(leaf).count() > 0) {
        FixedBitSet ends = segments.get(leaf.reader(), Fields.ARTICLE);
        DocIdSetIterator each = hits.in(leaf).iterator();
        for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; ) {
          articles++;
          int next = ends.nextSetBit(doc) + 1;
          doc = next < ends.length() ? each.advance(next) : DocIdSetIterator.NO_MORE_DOCS;
        }
      }
    }
    return articles;
  }
}
