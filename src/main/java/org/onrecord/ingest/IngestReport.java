package org.onrecord.ingest;

import java.time.Duration;
import java.util.List;
import org.onrecord.format.ReadResult.Rejected;

/**
 * What an import did.
 *
 * @param articles how many were taken in, those that replaced another counted
 * @param paragraphs how many paragraphs they have
 * @param quotations how many quotations were found in them
 * @param replaced how many of them replaced an article of the same id, older or of the same import
 * @param refusals how many pieces of input were refused
 * @param refused the first of these, in the order of the input
 */
public record IngestReport(
    long articles,
    long paragraphs,
    long quotations,
    long replaced,
    long refusals,
    List<Rejected> refused,
    Duration elapsed) {
  public IngestReport {
    refused = List.copyOf(refused);
  }

  /** Articles a second. */
  public double rate() {
    return articles / Math.max(1e-3, elapsed.toNanos() / 1e9);
  }
}
