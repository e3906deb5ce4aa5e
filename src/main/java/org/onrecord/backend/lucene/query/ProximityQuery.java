package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TextSpan;
import org.onrecord.backend.lucene.query.ProximityMatcher.Place;

/**
 * Finds the documents that have such places, all with one score; each part of a place is a match of
 * its own.
 */
public final class ProximityQuery extends Query {
  /** How much dearer it is to look at places than to step to a document, roughly. */
  private static final float COST = 1_000;

  private final String field;
  private final ProximityPattern places;

  /**
   * Finds such places.
   *
   * @param field the field that matches are told of in
   */
  ProximityQuery(String field, ProximityPattern places) {
    this.field = field;
    this.places = places;
  }

  /** What stands where. */
  public ProximityPattern places() {
    return places;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight candidates =
        searcher.createWeight(
            searcher.rewrite(candidates(places)), ScoreMode.COMPLETE_NO_SCORES, 1);
    return new PlaceWeight(candidates, mode, boost);
  }

  /** What has every word, wherever. */
  private static Query candidates(ProximityPattern places) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    switch (places) {
      case ProximityPattern.Words(String in, List<List<String>> words) ->
          words.forEach(alternatives -> query.add(anyTerm(in, alternatives), Occur.FILTER));
      case ProximityPattern.Either(List<ProximityPattern> alternatives) ->
          alternatives.forEach(each -> query.add(candidates(each), Occur.SHOULD));
      case ProximityPattern.Close(ProximityPattern left, ProximityPattern right, int _) ->
          query.add(candidates(left), Occur.FILTER).add(candidates(right), Occur.FILTER);
      case ProximityPattern.OneSentence(ProximityPattern left, ProximityPattern right) ->
          query.add(candidates(left), Occur.FILTER).add(candidates(right), Occur.FILTER);
    }
    return query.build();
  }

  private static Query anyTerm(String in, List<String> terms) {
    return switch (terms.size()) {
      case 0 -> new MatchNoDocsQuery("no such word");
      case 1 -> new TermQuery(new Term(in, terms.getFirst()));
      default -> new TermInSetQuery(in, terms.stream().map(BytesRef::new).toList());
    };
  }

  private final class PlaceWeight extends ConstantScoreWeight {
    private final Weight candidates;
    private final ScoreMode mode;

    PlaceWeight(Weight candidates, ScoreMode mode, float boost) {
      super(ProximityQuery.this, boost);
      this.candidates = candidates;
      this.mode = mode;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      ScorerSupplier supplier = candidates.scorerSupplier(leaf);
      if (supplier == null) {
        return null;
      }
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) throws IOException {
          DocIdSetIterator documents = supplier.get(leadCost).iterator();
          return new ConstantScoreScorer(score(), mode, having(leaf, documents));
        }

        @Override
        public long cost() {
          return supplier.cost();
        }
      };
    }

    private TwoPhaseIterator having(LeafReaderContext leaf, DocIdSetIterator documents) {
      ProximityFilter filter = new ProximityFilter(leaf.reader());
      return new TwoPhaseIterator(documents) {
        @Override
        public boolean matches() throws IOException {
          return filter.matches(documents.docID(), places);
        }

        @Override
        public float matchCost() {
          return COST;
        }
      };
    }

    @Override
    public @Nullable Matches matches(LeafReaderContext leaf, int doc) throws IOException {
      Collection<Place> found = new ProximityMatcher(leaf.reader()).in(doc, places);
      if (found.isEmpty()) {
        return null;
      }
      TreeSet<TextSpan> marks = new TreeSet<>();
      found.forEach(place -> marks.addAll(place.marks()));
      return MatchesUtils.forField(
          field, () -> new MarkIterator(ProximityQuery.this, List.copyOf(marks)));
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
      return true;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String defaultField) {
    return places.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProximityQuery query
        && field.equals(query.field)
        && places.equals(query.places);
  }

  @Override
  public int hashCode() {
    return 31 * field.hashCode() + places.hashCode();
  }
}
