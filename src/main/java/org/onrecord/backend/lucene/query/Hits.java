package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;

/**
 * Documents of one view, by segment; what is deleted is not among them. They are narrowed in place,
 * so whoever shares them copies them first. For one thread.
 */
public final class Hits {
  private final List<LeafReaderContext> leaves;
  private final SegmentHits[] segments;

  private Hits(List<LeafReaderContext> leaves, SegmentHits[] segments) {
    this.leaves = leaves;
    this.segments = segments;
  }

  /** What a query finds, however long the searcher lets it take. */
  public static Hits of(IndexSearcher searcher, Query query) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    return new Hits(reader.leaves(), searcher.search(query, new Collecting(reader)));
  }

  /** The same, to be narrowed. */
  public Hits copy() {
    SegmentHits[] copies = new SegmentHits[segments.length];
    Arrays.setAll(copies, i -> segments[i].copy());
    return new Hits(leaves, copies);
  }

  public List<LeafReaderContext> leaves() {
    return leaves;
  }

  public SegmentHits in(LeafReaderContext leaf) {
    return segments[leaf.ord];
  }

  /** How many there are. */
  public long count() {
    long count = 0;
    for (SegmentHits segment : segments) {
      count += segment.count();
    }
    return count;
  }

  /** Whether a document of the view is among them. */
  public boolean contains(int doc) {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    return segments[leaf.ord].contains(doc - leaf.docBase);
  }

  /** Keeps those that are also among others of the same view. */
  public void retain(Hits others) {
    for (int i = 0; i < segments.length; i++) {
      segments[i].retain(others.segments[i]);
    }
  }

  /** Keeps those of a segment, by their places in it, that pass. */
  public void retainIf(LeafReaderContext leaf, IntPredicate passes) {
    segments[leaf.ord].retainIf(passes);
  }

  /** Takes those of a segment out that are among these. */
  public void remove(LeafReaderContext leaf, FixedBitSet these) {
    segments[leaf.ord].remove(these);
  }

  /**
   * Takes documents of the view out.
   *
   * @param docs in ascending order
   */
  public void remove(int[] docs) {
    int next = 0;
    for (LeafReaderContext leaf : leaves) {
      int first = next;
      while (next < docs.length && docs[next] < leaf.docBase + leaf.reader().maxDoc()) {
        next++;
      }
      if (next > first) {
        int from = first;
        int to = next;
        segments[leaf.ord].retainIf(
            doc -> Arrays.binarySearch(docs, from, to, doc + leaf.docBase) < 0);
      }
    }
  }

  /** Gathers what is found. */
  private record Collecting(IndexReader reader)
      implements CollectorManager<Marking, SegmentHits[]> {
    @Override
    public Marking newCollector() {
      return new Marking(new SegmentHits[reader.leaves().size()]);
    }

    @Override
    public SegmentHits[] reduce(Collection<Marking> collectors) {
      SegmentHits[] all = new SegmentHits[reader.leaves().size()];
      for (Marking part : collectors) {
        for (int i = 0; i < all.length; i++) {
          all[i] = part.segments[i] == null ? all[i] : part.segments[i];
        }
      }
      for (LeafReaderContext leaf : reader.leaves()) {
        if (all[leaf.ord] == null) {
          all[leaf.ord] = new SegmentHits(leaf.reader().maxDoc());
        }
      }
      return all;
    }
  }

  /** Marks what is found in whole segments. */
  private record Marking(SegmentHits[] segments) implements Collector {
    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) {
      SegmentHits hits = new SegmentHits(leaf.reader().maxDoc());
      segments[leaf.ord] = hits;
      return new LeafCollector() {
        private final int[] buffer = new int[256];

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) {
          hits.add(doc);
        }

        @Override
        public void collectRange(int min, int max) {
          hits.addRange(min, max);
        }

        @Override
        public void collect(DocIdStream stream) {
          for (int read = stream.intoArray(buffer); read > 0; read = stream.intoArray(buffer)) {
            hits.add(buffer, read);
          }
        }
      };
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
