package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Ranks what was found: the same scores as those of the query that it was found by, but what only
 * helps is looked at where it could bring a hit among the best, and nothing is looked for again.
 */
public final class RankedQuery extends Query {
  private final List<Query> wanted;
  private final List<List<Query>> helping;
  private final Hits hits;
  private final LengthColumns lengths;
  private final ScoreShare.By share;

  /**
   * Ranks hits.
   *
   * @param matching what they match
   * @param helping what adds to the score where it matches, in groups that are added up one after
   *     the other
   * @param hits what was found, of the one view; they must not change
   */
  public RankedQuery(
      Query matching,
      List<List<Query>> helping,
      Hits hits,
      LengthColumns lengths,
      ScoreShare.By share) {
    this.wanted = wanted(matching);
    this.helping = List.copyOf(helping);
    this.hits = hits;
    this.lengths = lengths;
    this.share = share;
  }

  /** The parts whose scores add up. */
  private static List<Query> wanted(Query matching) {
    return matching instanceof BooleanQuery several
            && several.clauses().stream().noneMatch(c -> c.occur() == Occur.SHOULD)
        ? several.clauses().stream()
            .filter(clause -> clause.occur() == Occur.MUST)
            .map(BooleanClause::query)
            .toList()
        : List.of(matching);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    List<ToWorth> parts = toWorths(wanted, searcher, boost);
    List<List<ToWorth>> helps = new ArrayList<>();
    for (List<Query> group : helping) {
      helps.add(toWorths(group, searcher, boost));
    }
    return new RankedWeight(parts, helps, ArchiveSearcher.deadline(searcher));
  }

  /** What a part of the query makes a segment's documents worth. */
  private interface ToWorth {
    Worth in(LeafReaderContext segment) throws IOException;
  }

  private ToWorth toWorth(Query part, IndexSearcher searcher, float boost) throws IOException {
    return switch (part) {
      case WordQuery word -> {
        WordQuery.Ranking ranking = word.ranking(searcher, boost);
        yield segment -> ranking.worth(segment, lengths.of(segment));
      }
      case FamilyQuery family -> toWorth(family.rewrite(searcher), searcher, boost);
      case BoostQuery boosted -> toWorth(boosted.getQuery(), searcher, boost * boosted.getBoost());
      case DisjunctionMaxQuery best -> {
        List<ToWorth> each = toWorths(best.getDisjuncts(), searcher, boost);
        yield segment -> new BestWorth(worths(each, segment), best.getTieBreakerMultiplier());
      }
      case BooleanQuery any when isAny(any) -> {
        List<ToWorth> each =
            toWorths(any.clauses().stream().map(BooleanClause::query).toList(), searcher, boost);
        yield segment -> new SumWorth(worths(each, segment));
      }
      default -> scored(part, searcher, boost);
    };
  }

  private List<ToWorth> toWorths(Collection<Query> parts, IndexSearcher searcher, float boost)
      throws IOException {
    List<ToWorth> each = new ArrayList<>();
    for (Query part : parts) {
      each.add(toWorth(part, searcher, boost));
    }
    return each;
  }

  private static boolean isAny(BooleanQuery query) {
    return query.getMinimumNumberShouldMatch() <= 1
        && query.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD);
  }

  private static List<Worth> worths(List<ToWorth> parts, LeafReaderContext segment)
      throws IOException {
    List<Worth> worths = new ArrayList<>();
    for (ToWorth part : parts) {
      worths.add(part.in(segment));
    }
    return worths;
  }

  private static ToWorth scored(Query part, IndexSearcher searcher, float boost)
      throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(part), ScoreMode.TOP_SCORES, boost);
    return segment -> Worth.of(weight.scorer(segment));
  }

  private final class RankedWeight extends Weight {
    private final List<ToWorth> parts;
    private final List<List<ToWorth>> helps;
    private final Deadline deadline;
    private final HitWindow window = new HitWindow();

    RankedWeight(List<ToWorth> parts, List<List<ToWorth>> helps, Deadline deadline) {
      super(RankedQuery.this);
      this.parts = parts;
      this.helps = helps;
      this.deadline = deadline;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
      return hits.in(context).count() == 0
          ? null
          : new ScorerSupplier() {
            @Override
            public Scorer get(long leadCost) {
              throw new UnsupportedOperationException("hits are ranked all at once");
            }

            @Override
            public BulkScorer bulkScorer() throws IOException {
              List<List<Worth>> added = new ArrayList<>(List.of(worths(parts, context)));
              for (List<ToWorth> group : helps) {
                added.add(worths(group, context));
              }
              return new RankedHits(
                  hits.in(context),
                  added,
                  window,
                  deadline,
                  ScoreShare.of(context.reader(), share));
            }

            @Override
            public long cost() {
              return hits.in(context).count();
            }
          };
    }

    @Override
    public Explanation explain(LeafReaderContext context, int doc) {
      return Explanation.noMatch("hits are ranked all at once");
    }

    /** Its documents are one view's: they are not to be kept for another. */
    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return false;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(@Nullable String field) {
    return "ranked" + wanted + helping;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
