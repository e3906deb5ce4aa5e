package org.onrecord.cli.command;

import java.io.Closeable;
import java.util.Optional;
import java.util.OptionalLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.onrecord.cli.terminal.Amount;
import org.onrecord.cli.terminal.Diagnostics;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.format.ArticleSource;
import org.onrecord.ingest.AnalysisResult;
import org.onrecord.ingest.IngestListener;

/** Shows how far an import is: a bar on the error stream where that is a terminal, else nothing. */
final class ImportProgress implements IngestListener, Closeable {
  private static final int WIDTH = 100;

  private final ArticleSource source;
  private final Diagnostics diagnostics;
  private final Optional<ProgressBar> bar;

  private ImportProgress(ArticleSource source, Diagnostics diagnostics, Optional<ProgressBar> bar) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.bar = bar;
  }

  static ImportProgress of(ArticleSource source, Terminal terminal, Diagnostics diagnostics) {
    if (!terminal.interactive().contains(Terminal.Stream.ERR)) {
      return new ImportProgress(source, diagnostics, Optional.empty());
    }
    OptionalLong total = source.totalBytes();
    ProgressBarBuilder builder =
        bar("Indexing", total.orElse(-1), terminal).setUnit(" MB", 1_000_000);
    return new ImportProgress(source, diagnostics, Optional.of(builder.build()));
  }

  /** A bar on the error stream. */
  static ProgressBarBuilder bar(String task, long most, Terminal terminal) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(most)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), WIDTH));
  }

  @Override
  public void progress(long articles) {
    bar.ifPresent(
        b -> b.stepTo(source.bytesRead()).setExtraMessage(" " + Amount.of(articles, "article")));
  }

  @Override
  public void failed(AnalysisResult.Failed failure) {
    diagnostics.explain(failure.fault());
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
