package org.onrecord.evaluation;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onrecord.schema.ArchivedArticle;

/**
 * What it takes to write more and more articles into an archive: a table in Markdown, of which each
 * row tells of all from the beginning. Not safe for use by several threads.
 */
public final class GrowthTable {
  /** What stands above the rows. */
  public static final String HEAD =
      """
      | articles | paragraphs | quotations | s | documents/s \
      | processor s a million paragraphs: this program | nodes | bytes a paragraph |
      |---|---|---|---|---|---|---|---|\
      """;

  /** There is a row at as many paragraphs, at about three times as many, ten times and so on. */
  private static final long FIRST = 100_000;

  private static final double MILLION = 1e6;

  private final SideBySide.Nodes nodes;
  private final Bytes bytes;
  private final long start = System.nanoTime();
  private final Duration own = OwnProcessor.time();
  private final Duration before;
  private long articles;
  private long paragraphs;
  private long quotations;
  private double next = FIRST;

  /** How many bytes the archive takes, on all nodes. */
  @FunctionalInterface
  public interface Bytes {
    long count() throws IOException;
  }

  /** Begins to measure. */
  public GrowthTable(SideBySide.Nodes nodes, Bytes bytes) throws IOException {
    this.nodes = nodes;
    this.bytes = bytes;
    this.before = worked();
  }

  /** Counts an article that is written. */
  public void add(ArchivedArticle article) {
    articles++;
    paragraphs += article.paragraphs().size();
    quotations += article.paragraphs().stream().mapToInt(one -> one.quotations().size()).sum();
  }

  public long articles() {
    return articles;
  }

  /** A row of what was committed, where it is time for one. */
  public Optional<String> committed() throws IOException {
    if (paragraphs < next) {
      return Optional.empty();
    }
    while (paragraphs >= next) {
      next *= Math.sqrt(10);
    }
    return Optional.of(row());
  }

  /** A row of all that was committed. */
  public String row() throws IOException {
    double seconds = (System.nanoTime() - start) / 1e9;
    double millions = Math.max(1, paragraphs) / MILLION;
    return String.format(
        Locale.ROOT,
        "| %d | %d | %d | %.0f | %.0f | %.0f | %.0f | %.0f |",
        articles,
        paragraphs,
        quotations,
        seconds,
        (articles + paragraphs + quotations) / seconds,
        OwnProcessor.time().minus(own).toMillis() / 1e3 / millions,
        worked().minus(before).toMillis() / 1e3 / millions,
        bytes.count() / MILLION / millions);
  }

  private Duration worked() throws IOException {
    Map<String, Duration> each = nodes.processorTimes();
    return each.values().stream().reduce(Duration.ZERO, Duration::plus);
  }
}
