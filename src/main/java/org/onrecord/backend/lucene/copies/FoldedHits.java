package org.onrecord.backend.lucene.copies;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/** Collects hits but for those that a {@link Folding} hides. */
public record FoldedHits(TopFieldCollectorManager hits, Folding folding)
    implements CollectorManager<FoldedHits.Unhidden, TopFieldDocs> {

  @Override
  public Unhidden newCollector() {
    return new Unhidden(hits.newCollector(), folding);
  }

  @Override
  public TopFieldDocs reduce(Collection<Unhidden> collectors) throws IOException {
    return hits.reduce(collectors.stream().map(Unhidden::hits).toList());
  }

  record Unhidden(TopFieldCollector hits, Folding folding) implements Collector {
    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      LeafCollector in = hits.getLeafCollector(leaf);
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) throws IOException {
          in.setScorer(scorer);
        }

        @Override
        public void collect(int doc) throws IOException {
          if (!folding.hides(leaf.docBase + doc)) {
            in.collect(doc);
          }
        }

        @Override
        public void finish() throws IOException {
          in.finish();
        }
      };
    }

    @Override
    public ScoreMode scoreMode() {
      return hits.scoreMode();
    }
  }
}
