package org.onrecord.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.Bounds;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Knowledge;
import org.onrecord.cli.option.Setting;
import org.onrecord.cli.option.Settings;
import org.onrecord.cli.terminal.Amount;
import org.onrecord.cli.terminal.Diagnostics;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import org.onrecord.correction.CorrectionLog;
import org.onrecord.format.ArticleFeed;
import org.onrecord.format.ArticleShare;
import org.onrecord.format.ArticleSource;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Warned;
import org.onrecord.ingest.AnalysisResult;
import org.onrecord.ingest.ArticleAnalyzer;
import org.onrecord.ingest.BoundedAnalyzer;
import org.onrecord.ingest.DiskFullException;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.GuardedSink;
import org.onrecord.ingest.IngestListener;
import org.onrecord.ingest.IngestPipeline;
import org.onrecord.ingest.IngestReport;
import org.onrecord.ingest.IngestSettings;

/**
 * Takes files into an index, with a progress bar where a person is looking, and tells what came of
 * it.
 */
final class Import {
  /** After so many articles it is worth while to wait for their segments to be merged. */
  private static final long MANY = 1_000;

  /** The settings of commands that take in what arrives, as long as they run. */
  static final List<Setting<?>> ARRIVALS =
      List.of(
          Settings.HTML,
          Settings.MIN_FREE_DISK,
          Settings.MAX_ARTICLE,
          Settings.MAX_PARAGRAPHS,
          Settings.CREATE);

  private final Ports ports;
  private final Terminal terminal;
  private final Diagnostics diagnostics;

  Import(Ports ports, Terminal terminal, Diagnostics diagnostics) {
    this.ports = ports;
    this.terminal = terminal;
    this.diagnostics = diagnostics;
  }

  /**
   * Runs it to its end.
   *
   * @param share which of the articles are taken
   * @param knowledge what to read the articles with
   * @throws DiskFullException if there is no room for more; the message says how many are in
   */
  IngestReport run(
      ArticleSource source, ArticleShare share, Knowledge knowledge, Path index, Bounds bounds)
      throws IOException {
    Prepared prepared = prepare(knowledge, index, bounds);
    try (ImportProgress progress = ImportProgress.of(source, terminal, diagnostics)) {
      return prepared.run(share.in(source), progress);
    }
  }

  /** Explains what fails, and shows no progress. */
  IngestListener listener() {
    return new IngestListener() {
      @Override
      public void progress(long articles) {}

      @Override
      public void failed(AnalysisResult.Failed failure) {
        diagnostics.explain(failure.fault());
      }
    };
  }

  /** Loads what articles are read with, once for any number of runs. */
  Prepared prepare(Knowledge knowledge, Path index, Bounds bounds) throws IOException {
    CorrectionLog corrections = ports.archives().at(index).corrections();
    ArticleAnalyzer analyzer = ports.analyzers().with(knowledge, corrections::of, terminal::warn);
    return new Prepared(index, bounds, corrections, analyzer);
  }

  /** What is loaded. Each run opens the index and closes it again. */
  final class Prepared {
    private final Path index;
    private final Bounds bounds;
    private final CorrectionLog corrections;
    private final ArticleAnalyzer analyzer;

    private Prepared(
        Path index, Bounds bounds, CorrectionLog corrections, ArticleAnalyzer analyzer) {
      this.index = index;
      this.bounds = bounds;
      this.corrections = corrections;
      this.analyzer = analyzer;
    }

    /** Takes in what a feed gives. */
    IngestReport run(ArticleFeed source, IngestListener listener) throws IOException {
      IngestPipeline pipeline =
          new IngestPipeline(
              new BoundedAnalyzer(analyzer, bounds.characters(), bounds.paragraphs()),
              IngestSettings.DEFAULT,
              InstantSource.system());
      BrokenCorrections.tell(corrections, terminal.err());
      IngestReport report;
      try (DocumentSink sink =
          new GuardedSink(
              ports.archives().at(index).openForWriting(),
              () -> ports.archives().at(index).room(),
              bounds.free())) {
        report = pipeline.run(source, sink, listener);
        if (report.articles() >= MANY) {
          sink.settle();
        }
      }
      if (analyzer.readWith().isPresent()) {
        ports
            .archives()
            .at(index)
            .readings()
            .otherThan(analyzer.readWith().get())
            .ifPresent(told -> terminal.err().println(told + "."));
      }
      return report;
    }
  }

  /**
   * Makes sure that a folder that somebody named holds an index.
   *
   * @param create whether one is made where none is
   * @throws IOException if there is none
   */
  void requireThere(IndexFolder index, boolean create) throws IOException {
    if (index.isNamed()) {
      NamedIndex.at(index.path(), create, ports);
    }
  }

  private static String rate(double rate) {
    return String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%,.0f", rate);
  }

  /** The closing report. */
  static void print(IngestReport report, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%s, %s, %s in %.1f s (%s articles/s)%n",
        Amount.of(report.articles(), "article"),
        Amount.of(report.paragraphs(), "paragraph"),
        Amount.of(report.quotations(), "quotation"),
        report.elapsed().toMillis() / 1000.0,
        rate(report.rate()));
    if (report.replaced() > 0) {
      out.println(
          Amount.of(report.replaced(), "article")
              + " took the place of an earlier one with the same id");
    }
    if (report.unchanged() > 0) {
      out.println(
          Amount.of(report.unchanged(), "article")
              + (report.unchanged() == 1 ? " was" : " were")
              + " there already, unchanged");
    }
    if (report.skips() > 0) {
      out.println(skipped(report.skipped()));
    }
    if (report.warnings() > 0) {
      out.println(Amount.of(report.warnings(), "warning") + ":");
      for (Warned warned : report.warned()) {
        out.println("  " + TextStyle.clean(warned.sentence()));
      }
      untold(report.warnings() - report.warned().size(), out);
    }
    if (report.refusals() > 0) {
      out.println(Amount.of(report.refusals(), "input") + " refused:");
      for (Rejected rejected : report.refused()) {
        out.println("  " + TextStyle.clean(rejected.sentence()));
      }
      untold(report.refusals() - report.refused().size(), out);
    }
  }

  private static void untold(long more, PrintStream out) {
    if (more > 0) {
      out.printf(Locale.ROOT, "  and %,d more%n", more);
    }
  }

  /** What was no article: {@code 3 inputs skipped: 2 pictures, 1 event}. */
  static String skipped(Map<NoArticle, Long> counts) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    return Amount.of(all, "input")
        + " skipped: "
        + counts.entrySet().stream()
            .map(each -> each.getKey().count(each.getValue()))
            .collect(Collectors.joining(", "));
  }
}
