package org.onrecord.ingest;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Warned;

/**
 * What an import did.
 *
 * @param articles how many were taken in, those that replaced another counted
 * @param paragraphs how many paragraphs they have
 * @param quotations how many quotations were found in them
 * @param replaced how many of them replaced an article of the same id, older or of the same import
 * @param unchanged how many of them the index held already, just so; nothing was written for them
 * @param refusals how many pieces of input were refused
 * @param refused the first of these, in the order of the input
 * @param skipped how many pieces of input were no article, by what they were
 * @param warnings how many articles were not read as they stand
 * @param warned the first of what is to be known of these
 */
public record IngestReport(
    long articles,
    long paragraphs,
    long quotations,
    long replaced,
    long unchanged,
    long refusals,
    List<Rejected> refused,
    Map<NoArticle, Long> skipped,
    long warnings,
    List<Warned> warned,
    Duration elapsed) {
  public IngestReport {
    refused = List.copyOf(refused);
    skipped = Collections.unmodifiableMap(copy(skipped));
    warned = List.copyOf(warned);
  }

  private static Map<NoArticle, Long> copy(Map<NoArticle, Long> counts) {
    Map<NoArticle, Long> copy = new EnumMap<>(NoArticle.class);
    copy.putAll(counts);
    return copy;
  }

  /** How many pieces of input were no article. */
  public long skips() {
    return skipped.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Articles a second. */
  public double rate() {
    return articles / Math.max(1e-3, elapsed.toNanos() / 1e9);
  }
}
