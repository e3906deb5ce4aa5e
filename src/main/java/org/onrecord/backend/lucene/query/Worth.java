package org.onrecord.backend.lucene.query;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.jspecify.annotations.Nullable;

/**
 * What the documents of a segment are worth to a part of a query; asked for in ascending order. For
 * one thread.
 */
interface Worth {
  /** What a document is worth at the most; cheaper than to say what it is. */
  float most(int doc) throws IOException;

  /**
   * Adds what each hit of a window is worth at the most. The windows come in ascending order; the
   * documents that are asked for otherwise may come before them.
   */
  default void addMost(HitWindow window) throws IOException {
    for (int i = 0; i < window.size(); i++) {
      window.add(i, most(window.doc(i)));
    }
  }

  /** What a document is worth; 0 where it does not match. */
  float of(int doc) throws IOException;

  /** By Lucene's scorer; nothing where there is none. */
  static Worth of(@Nullable Scorer scorer) throws IOException {
    return scorer == null ? NOTHING : new Scored(scorer);
  }

  Worth NOTHING =
      new Worth() {
        @Override
        public float most(int doc) {
          return 0;
        }

        @Override
        public float of(int doc) {
          return 0;
        }
      };

  /** By Lucene's scorer. */
  final class Scored implements Worth {
    private final Scorer scorer;
    private final float most;
    private final @Nullable TwoPhaseIterator twoPhase;
    private final DocIdSetIterator candidates;

    private Scored(Scorer scorer) throws IOException {
      this.scorer = scorer;
      scorer.advanceShallow(0);
      this.most = scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
      this.twoPhase = scorer.twoPhaseIterator();
      this.candidates = twoPhase == null ? scorer.iterator() : twoPhase.approximation();
    }

    @Override
    public float most(int doc) {
      return most;
    }

    @Override
    public float of(int doc) throws IOException {
      int at = candidates.docID();
      if (at < doc) {
        at = candidates.advance(doc);
      }
      return at == doc && (twoPhase == null || twoPhase.matches()) ? scorer.score() : 0;
    }
  }
}
