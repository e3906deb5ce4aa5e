package org.onrecord.backend.lucene.query;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;

/** Scores the documents of a {@link WordQuery} in one segment. */
final class WordScorer extends Scorer {
  private final WordPostings postings;
  private final TextLengths.Lengths lengths;
  private final WordScore score;

  WordScorer(WordPostings postings, TextLengths.Lengths lengths, WordScore score) {
    this.postings = postings;
    this.lengths = lengths;
    this.score = score;
  }

  @Override
  public int docID() {
    return postings.docID();
  }

  @Override
  public DocIdSetIterator iterator() {
    return postings;
  }

  @Override
  public float score() throws IOException {
    return score.of(postings.frequency(), lengths.of(docID()));
  }

  @Override
  public float getMaxScore(int upTo) {
    return score.most();
  }
}
