package org.onrecord.backend.lucene.query;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.onrecord.backend.lucene.index.SegmentCache;

/**
 * Which documents of a segment have a term, kept in memory as sets of bits: for the few terms by
 * which every search is narrowed. What is deleted may be among them. Safe for use by several
 * threads.
 */
public final class TermSets {
  private final SegmentCache<Term, FixedBitSet> sets =
      new SegmentCache<>(SegmentCache.Life.WHOLE_SEGMENT, TermSets::read);

  /** What has the term. Not to be changed. */
  public FixedBitSet of(LeafReader segment, Term term) throws IOException {
    return sets.get(segment, term);
  }

  private static FixedBitSet read(LeafReader segment, Term term) throws IOException {
    FixedBitSet set = new FixedBitSet(Math.max(1, segment.maxDoc()));
    PostingsEnum postings = segment.postings(term, PostingsEnum.NONE);
    if (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      postings.intoBitSet(segment.maxDoc(), set, 0);
    }
    return set;
  }
}
