package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.List;

/** What documents are worth to several parts of a query of which any will do: the sum. */
final class SumWorth implements Worth {
  private final Worth[] parts;

  SumWorth(List<Worth> parts) {
    this.parts = parts.toArray(Worth[]::new);
  }

  @Override
  public float most(int doc) throws IOException {
    float most = 0;
    for (Worth part : parts) {
      most += part.most(doc);
    }
    return most;
  }

  @Override
  public void addMost(HitWindow window) throws IOException {
    for (Worth part : parts) {
      part.addMost(window);
    }
  }

  @Override
  public float of(int doc) throws IOException {
    double sum = 0;
    for (Worth part : parts) {
      sum += part.of(doc);
    }
    return (float) sum;
  }
}
