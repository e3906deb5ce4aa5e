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

  /**
   * So few hits of a window are looked at one by one, with the postings that scores are read by.
   */
  private static final int FEW = 16;

  private final SegmentHits hits;
  private final Worth[][] groups;
  private final HitWindow window;
  private final Deadline deadline;
  private final float[] share;

  /**
   * Ranks the hits of a segment.
   *
   * @param groups what hits are worth, in groups that are added up one after the other
   * @param window to be used again for each segment
   * @param share by document, what its score counts for
   */
  RankedHits(
      SegmentHits hits,
      List<List<Worth>> groups,
      HitWindow window,
      Deadline deadline,
      float[] share) {
    this.hits = hits;
    this.groups = groups.stream().map(g -> g.toArray(Worth[]::new)).toArray(Worth[][]::new);
    this.window = window;
    this.deadline = deadline;
    this.share = share;
  }

  @Override
  public int score(LeafCollector collector, @Nullable Bits accepted, int min, int max)
      throws IOException {
    Scored scored = new Scored();
    collector.setScorer(scored);
    DocIdSetIterator each = hits.iterator();
    each.advance(min);
    while (each.docID() < max) {
      if (scored.enough <= 0) {
        collector.collect(scored.at(each.docID()));
        each.nextDoc();
      } else {
        deadline.check();
        window.take(each, max);
        collectBest(scored, collector);
      }
    }
    return each.docID();
  }

  private void collectBest(Scored scored, LeafCollector collector) throws IOException {
    boolean few = window.size() <= FEW;
    if (!few) {
      for (Worth[] group : groups) {
        for (Worth part : group) {
          part.addMost(window);
        }
      }
    }
    for (int i = 0; i < window.size(); i++) {
      int doc = window.doc(i);
      double most = few ? scored.most(doc) : window.most(i);
      if (scored.isEnough(doc, most) && scored.canBeEnough(doc)) {
        collector.collect(doc);
      }
    }
  }

  /** The score of one hit after the other. */
  private final class Scored extends Scorable {
    private int doc = -1;
    private float enough;

    /** What the first group makes the hit worth; not a number where it was not asked. */
    private float wanted;

    int at(int next) {
      doc = next;
      wanted = Float.NaN;
      return next;
    }

    boolean isEnough(int at, double most) {
      return most * share[at] * SLACK >= enough;
    }

    /** What a hit is worth at the most. */
    double most(int at) throws IOException {
      double most = 0;
      for (Worth[] group : groups) {
        for (Worth part : group) {
          most += part.most(at);
        }
      }
      return most;
    }

    /** Whether it could be among the best by what is wanted, and by what helps at the most. */
    boolean canBeEnough(int next) throws IOException {
      at(next);
      wanted = sum(groups[0]);
      double most = wanted;
      for (int i = 1; i < groups.length; i++) {
        for (Worth part : groups[i]) {
          most += part.most(next);
        }
      }
      return isEnough(next, most);
    }

    private float sum(Worth[] group) throws IOException {
      double sum = 0;
      for (Worth part : group) {
        sum += part.of(doc);
      }
      return (float) sum;
    }

    @Override
    public float score() throws IOException {
      if (Float.isNaN(wanted)) {
        wanted = sum(groups[0]);
      }
      float score = wanted;
      for (int i = 1; i < groups.length; i++) {
        score += sum(groups[i]);
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
