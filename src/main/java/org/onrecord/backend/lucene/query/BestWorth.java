package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.List;

/**
 * What documents are worth to several parts of a query: what they are to the best, and a share of
 * what they are to the others.
 */
final class BestWorth implements Worth {
  private final Worth[] parts;
  private final float share;

  BestWorth(List<Worth> parts, float share) {
    this.parts = parts.toArray(Worth[]::new);
    this.share = share;
  }

  @Override
  public float most(int doc) throws IOException {
    float best = 0;
    float all = 0;
    for (Worth part : parts) {
      float most = part.most(doc);
      best = Math.max(best, most);
      all += most;
    }
    return best + (all - best) * share;
  }

  @Override
  public void addMost(HitWindow window) throws IOException {
    window.addBest(parts, share);
  }

  @Override
  public float of(int doc) throws IOException {
    float best = 0;
    double others = 0;
    for (Worth part : parts) {
      float worth = part.of(doc);
      others += Math.min(best, worth);
      best = Math.max(best, worth);
    }
    return (float) (best + others * share);
  }
}
