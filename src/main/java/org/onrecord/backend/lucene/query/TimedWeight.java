package org.onrecord.backend.lucene.query;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterDocIdSetIterator;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the clock while documents are tried, whether one matches or not: for the queries that
 * read positions, so that a document takes much longer than a step to the next. {@link WordQuery}
 * looks by itself.
 */
final class TimedWeight extends FilterWeight {
  private final Deadline deadline;

  TimedWeight(Weight weight, Deadline deadline) {
    super(weight);
    this.deadline = deadline;
  }

  static boolean isFor(Query query) {
    return query instanceof ProximityQuery
        || query instanceof PhraseQuery
        || query instanceof PairQuery
        || query instanceof MultiPhraseQuery;
  }

  @Override
  public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
    ScorerSupplier supplier = in.scorerSupplier(context);
    if (supplier == null) {
      return null;
    }
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        return new TimedScorer(supplier.get(leadCost), deadline);
      }

      @Override
      public long cost() {
        return supplier.cost();
      }

      @Override
      public void setTopLevelScoringClause() throws IOException {
        supplier.setTopLevelScoringClause();
      }
    };
  }

  private static final class TimedScorer extends Scorer {
    private final Scorer in;
    private final @Nullable TwoPhaseIterator twoPhase;
    private final DocIdSetIterator documents;

    TimedScorer(Scorer scorer, Deadline deadline) {
      in = scorer;
      TwoPhaseIterator untimed = scorer.twoPhaseIterator();
      if (untimed == null) {
        twoPhase = null;
        documents = new TimedDocuments(scorer.iterator(), deadline);
      } else {
        twoPhase = new TimedPhases(untimed, deadline);
        documents = TwoPhaseIterator.asDocIdSetIterator(twoPhase);
      }
    }

    @Override
    public int docID() {
      return in.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return documents;
    }

    @Override
    public @Nullable TwoPhaseIterator twoPhaseIterator() {
      return twoPhase;
    }

    @Override
    public float score() throws IOException {
      return in.score();
    }

    @Override
    public int advanceShallow(int target) throws IOException {
      return in.advanceShallow(target);
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      return in.getMaxScore(upTo);
    }

    @Override
    public void setMinCompetitiveScore(float least) throws IOException {
      in.setMinCompetitiveScore(least);
    }
  }

  private static final class TimedDocuments extends FilterDocIdSetIterator {
    private final Deadline deadline;

    TimedDocuments(DocIdSetIterator documents, Deadline deadline) {
      super(documents);
      this.deadline = deadline;
    }

    @Override
    public int nextDoc() throws IOException {
      deadline.step();
      return in.nextDoc();
    }

    @Override
    public int advance(int target) throws IOException {
      deadline.step();
      return in.advance(target);
    }
  }

  private static final class TimedPhases extends TwoPhaseIterator {
    private final TwoPhaseIterator in;
    private final Deadline deadline;

    TimedPhases(TwoPhaseIterator phases, Deadline deadline) {
      super(new TimedDocuments(phases.approximation(), deadline));
      this.in = phases;
      this.deadline = deadline;
    }

    @Override
    public boolean matches() throws IOException {
      deadline.read();
      return in.matches();
    }

    @Override
    public float matchCost() {
      return in.matchCost();
    }
  }
}
