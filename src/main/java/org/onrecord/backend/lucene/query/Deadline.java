package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.onrecord.search.SearchTimeoutException;

/**
 * When a question must have been answered. Asked often, it looks at the clock now and then. For the
 * one thread that answers.
 */
public final class Deadline {
  /** No end. */
  public static final Deadline NONE = new Deadline(Duration.ZERO, System::nanoTime);

  /** After how many steps the clock is looked at: some tens of microseconds. */
  private static final int STRIDE = 4_096;

  /** How many steps a hit counts, and a document of which positions are read. */
  private static final int DEARER = 16;

  private final Duration limit;
  private final LongSupplier nanos;
  private final long end;
  private int steps;

  private Deadline(Duration limit, LongSupplier nanos) {
    this.limit = limit;
    this.nanos = nanos;
    this.end = nanos.getAsLong() + limit.toNanos();
  }

  /**
   * So long from now.
   *
   * @param nanos the clock, in nanoseconds from anywhen
   */
  public static Deadline in(Duration limit, LongSupplier nanos) {
    return new Deadline(limit, nanos);
  }

  /**
   * Goes on.
   *
   * @throws SearchTimeoutException if it is over
   */
  public void check() throws SearchTimeoutException {
    if (this != NONE && nanos.getAsLong() - end > 0) {
      throw new SearchTimeoutException(limit);
    }
  }

  /** Goes on to the next document or term. */
  public void step() throws SearchTimeoutException {
    steps(1);
  }

  /** Goes on to a hit, or to reading the positions of a document. */
  public void read() throws SearchTimeoutException {
    steps(DEARER);
  }

  private void steps(int more) throws SearchTimeoutException {
    if (this != NONE) {
      steps += more;
      if (steps >= STRIDE) {
        steps = 0;
        check();
      }
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
    TimedLeaf(LeafCollector collector) {
      super(collector);
    }

    @Override
    public void collect(int doc) throws IOException {
      read();
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
