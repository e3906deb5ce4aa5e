package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Hands over the hits of a segment with their scores, but for those that cannot be among the best
 * any more.
 */
final class RankedHits extends BulkScorer {
  /** Sums are rounded: what is so near to being enough is looked at. */
  private static final double SLACK = 1.00001;

  private final SegmentHits hits;
  private final Worth[][] groups;
  private final float[] share;

  /**
   * Ranks the hits of a segment.
   *
   * @param groups what hits are worth, in groups that are added up one after the other
   * @param share by document, what its score counts for
   */
  RankedHits(SegmentHits hits, List<List<Worth>> groups, float[] share) {
    this.hits = hits;
    this.groups = groups.stream().map(g -> g.toArray(Worth[]::new)).toArray(Worth[][]::new);
    this.share = share;
  }

  @Override
  public int score(LeafCollector collector, @Nullable Bits accepted, int min, int max)
      throws IOException {
    Scored scored = new Scored();
    collector.setScorer(scored);
    DocIdSetIterator each = hits.iterator();
    int doc = each.advance(min);
    for (; doc < max; doc = each.nextDoc()) {
      if (scored.canBeEnough(doc)) {
        collector.collect(doc);
      }
    }
    return doc;
  }

  /** The score of one hit after the other. */
  private final class Scored extends Scorable {
    private int doc = -1;
    private float enough;

    boolean canBeEnough(int at) throws IOException {
      doc = at;
      if (enough <= 0) {
        return true;
      }
      double most = 0;
      for (Worth[] group : groups) {
        for (Worth part : group) {
          most += part.most(at);
        }
      }
      return most * share[at] * SLACK >= enough;
    }

    @Override
    public float score() throws IOException {
      float score = 0;
      for (Worth[] group : groups) {
        double sum = 0;
        for (Worth part : group) {
          sum += part.of(doc);
        }
        score += (float) sum;
      }
      return score * share[doc];
    }

    @Override
    public void setMinCompetitiveScore(float least) {
      enough = least;
    }
  }

  @Override
  public long cost() {
    return hits.count();
  }
}
