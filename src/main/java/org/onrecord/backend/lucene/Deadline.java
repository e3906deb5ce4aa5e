package org.onrecord.backend.lucene;

import java.io.IOException;
import java.time.Duration;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.onrecord.search.SearchTimeoutException;

/** When a question must have been answered. Asked often, it looks at the clock now and then. */
final class Deadline {
  /** No end. */
  static final Deadline NONE = new Deadline(Duration.ZERO, Long.MAX_VALUE);

  /** After how many hits the clock is looked at. */
  private static final int STRIDE = 256;

  private final Duration limit;
  private final long nanos;

  private Deadline(Duration limit, long nanos) {
    this.limit = limit;
    this.nanos = nanos;
  }

  /** So long from now. */
  static Deadline in(Duration limit) {
    return new Deadline(limit, System.nanoTime() + limit.toNanos());
  }

  /**
   * Goes on.
   *
   * @throws SearchTimeoutException if it is over
   */
  void check() throws SearchTimeoutException {
    if (this != NONE && System.nanoTime() - nanos > 0) {
      throw new SearchTimeoutException(limit);
    }
  }

  /** What is collected until then. */
  Collector collecting(Collector collector) {
    return this == NONE ? collector : new Timed(collector);
  }

  private final class Timed extends FilterCollector {
    Timed(Collector collector) {
      super(collector);
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
      check();
      return new TimedLeaf(in.getLeafCollector(context));
    }
  }

  private final class TimedLeaf extends FilterLeafCollector {
    private int collected;

    TimedLeaf(LeafCollector collector) {
      super(collector);
    }

    @Override
    public void collect(int doc) throws IOException {
      if (++collected % STRIDE == 0) {
        check();
      }
      in.collect(doc);
    }

    @Override
    public void collectRange(int min, int max) throws IOException {
      check();
      in.collectRange(min, max);
    }

    @Override
    public void collect(DocIdStream stream) throws IOException {
      check();
      in.collect(stream);
    }

    @Override
    public DocIdSetIterator competitiveIterator() throws IOException {
      return in.competitiveIterator();
    }
  }
}
