package org.onrecord.ingest;

/**
 * How an import runs.
 *
 * @param threads how many articles are analysed at a time, at least 1
 * @param commitEvery after how many articles they are made durable and visible, at least 1; always
 *     once at the end
 * @param keptRefusals how many refusals a report keeps, at least 0; all are counted
 */
public record IngestSettings(int threads, int commitEvery, int keptRefusals) {
  /**
   * As many threads as the machine has processors, a commit every 10,000 articles, 10,000 refusals
   * kept.
   */
  public static final IngestSettings DEFAULT =
      new IngestSettings(Runtime.getRuntime().availableProcessors(), 10_000, 10_000);

  public IngestSettings {
    if (threads < 1 || commitEvery < 1 || keptRefusals < 0) {
      throw new IllegalArgumentException(
          "threads %d, commitEvery %d, keptRefusals %d"
              .formatted(threads, commitEvery, keptRefusals));
    }
  }
}
