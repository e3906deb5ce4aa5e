package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ExactPhraseMatcher;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseMatcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PhraseWeight;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SloppyPhraseMatcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Two words beside each other, as {@link PhraseQuery} finds and scores them; where the index has
 * the words is not looked for again, since the query that they are of has found that out.
 */
public final class PairQuery extends Query {
  /** What trying a document costs, in documents gone to: two words' positions, mostly few. */
  private static final float COST = 100;

  private final List<Term> terms;
  private final int slop;

  /**
   * Two words.
   *
   * @param slop how many words may stand between them, as {@link PhraseQuery} counts
   */
  PairQuery(Term first, Term second, int slop) {
    this.terms = List.of(first, second);
    this.slop = slop;
  }

  /** The two words. */
  public List<Term> terms() {
    return terms;
  }

  /** How many words may stand between them. */
  public int slop() {
    return slop;
  }

  private String field() {
    return terms.getFirst().field();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    List<TermStates> states = new ArrayList<>();
    for (Term term : terms) {
      states.add(ArchiveSearcher.states(searcher, term));
    }
    return new PhraseWeight(this, field(), searcher, mode) {
      @Override
      protected @Nullable SimScorer getStats(IndexSearcher of) throws IOException {
        if (states.stream().anyMatch(state -> state.docFreq() == 0)) {
          return null;
        }
        TermStatistics[] statistics = new TermStatistics[terms.size()];
        for (int i = 0; i < statistics.length; i++) {
          TermStates state = states.get(i);
          statistics[i] = of.termStatistics(terms.get(i), state.docFreq(), state.totalTermFreq());
        }
        return of.getSimilarity().scorer(boost, of.collectionStatistics(field()), statistics);
      }

      @Override
      protected @Nullable PhraseMatcher getPhraseMatcher(
          LeafReaderContext context, @Nullable SimScorer scorer, boolean exposeOffsets)
          throws IOException {
        return scorer == null ? null : matcher(context, states, mode, scorer, exposeOffsets);
      }
    };
  }

  private @Nullable PhraseMatcher matcher(
      LeafReaderContext context,
      List<TermStates> states,
      ScoreMode mode,
      SimScorer scorer,
      boolean exposeOffsets)
      throws IOException {
    int features = exposeOffsets ? PostingsEnum.OFFSETS : PostingsEnum.POSITIONS;
    PhraseQuery.PostingsAndFreq[] postings = new PhraseQuery.PostingsAndFreq[terms.size()];
    @Nullable TermsEnum each = null;
    for (int i = 0; i < postings.length; i++) {
      Term term = terms.get(i);
      IOSupplier<TermState> supplier = states.get(i).get(context);
      TermState state = supplier == null ? null : supplier.get();
      if (state == null) {
        return null;
      }
      each = each == null ? context.reader().terms(field()).iterator() : each;
      each.seekExact(term.bytes(), state);
      if (mode == ScoreMode.TOP_SCORES) {
        ImpactsEnum impacts = each.impacts(features);
        postings[i] = new PhraseQuery.PostingsAndFreq(impacts, impacts, i, term);
      } else {
        PostingsEnum all = each.postings(null, features);
        postings[i] = new PhraseQuery.PostingsAndFreq(all, new SlowImpactsEnum(all), i, term);
      }
    }
    if (slop > 0) {
      return new SloppyPhraseMatcher(postings, slop, mode, scorer, COST, exposeOffsets);
    }
    ArrayUtil.timSort(postings);
    return new ExactPhraseMatcher(postings, mode, scorer, COST);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field())) {
      visitor.consumeTerms(this, terms.toArray(Term[]::new));
    }
  }

  @Override
  public String toString(@Nullable String field) {
    return "pair" + terms + "~" + slop;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PairQuery pair && pair.terms.equals(terms) && pair.slop == slop;
  }

  @Override
  public int hashCode() {
    return 31 * terms.hashCode() + slop;
  }
}
