package org.onrecord.evaluation;

import java.time.Duration;
import java.util.Locale;

/**
 * How fast quotations are found and attributed.
 *
 * @param tokens words and marks, as the segmentation counts them
 * @param threads how many articles were worked on at a time
 * @param time from the first article's begin to the last one's end
 * @param cpuNanos the processors' time that the threads took, whatever else the machine did
 * @param peakHeap the most memory that was in use, garbage included, in bytes
 */
public record ExtractionSpeed(
    int articles,
    long tokens,
    long quotations,
    int threads,
    Duration time,
    long cpuNanos,
    long peakHeap) {

  public double articlesPerSecond() {
    return articles / seconds();
  }

  public double tokensPerSecond() {
    return tokens / seconds();
  }

  private double seconds() {
    return Math.max(1, time.toNanos()) / 1e9;
  }

  /** One line for a person. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d articles, %,d tokens, %,d quotations in %.1f s on %d threads:"
            + " %.1f articles/s, %,.0f tokens/s, %.1f ms of CPU an article, peak heap %,d MB",
        articles,
        tokens,
        quotations,
        seconds(),
        threads,
        articlesPerSecond(),
        tokensPerSecond(),
        cpuNanos / 1e6 / Math.max(1, articles),
        peakHeap >> 20);
  }
}
