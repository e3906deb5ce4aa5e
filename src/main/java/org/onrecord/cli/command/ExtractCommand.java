package org.onrecord.cli.command;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.FormatOption;
import org.onrecord.cli.option.KnowledgeOptions;
import org.onrecord.cli.option.SettingOptions;
import org.onrecord.cli.option.Settings;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.Diagnostics;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.format.ArticleSource;
import org.onrecord.format.ReadResult;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.ingest.AnalysisResult;
import org.onrecord.ingest.ArticlePreparation;
import org.onrecord.ingest.Corrections;
import org.onrecord.ingest.HeldArticles;
import org.onrecord.ingest.OrderedAnalysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code onrecord extract}: the quotations in articles, without an index. */
@Command(
    name = "extract",
    description = {
      "Prints the quotations in articles, a JSON line an article; needs no index.",
      "",
      "Offsets are Unicode code points into the article's body, whose paragraphs",
      "are joined by one blank line; the end is exclusive.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord extract seeds/",
      "  onrecord extract archive.jsonl.gz > quotations.jsonl",
      "  echo '\"We won,\" said Jane Doe.' | onrecord extract",
    })
final class ExtractCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final KnowledgeOptions options = new KnowledgeOptions();
  @Mixin private final SettingOptions settings = new SettingOptions(List.of(Settings.HTML));

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      defaultValue = ArticleSource.STANDARD_INPUT,
      description = "Files and folders of articles; standard input by default.")
  private List<String> paths = List.of();

  private final Ports ports;
  private final Terminal terminal;
  private final Diagnostics diagnostics;
  private final Map<ReadResult.NoArticle, Long> skipped = new EnumMap<>(ReadResult.NoArticle.class);
  private long refusals;

  ExtractCommand(Ports ports, Terminal terminal, Diagnostics diagnostics) {
    this.ports = ports;
    this.terminal = terminal;
    this.diagnostics = diagnostics;
  }

  @Override
  public Integer call() throws IOException {
    OrderedAnalysis analysis =
        new OrderedAnalysis(
            ports.analyzers().with(options.knowledge(), Corrections.NONE, terminal::warn),
            HeldArticles.NONE,
            ArticlePreparation.NONE,
            Runtime.getRuntime().availableProcessors());
    analysis.run(
        new ArticleSource(
            paths,
            format.format(),
            terminal.in(),
            format.options().withHtml(settings.settings().get(Settings.HTML))),
        this::handle);
    if (!skipped.isEmpty()) {
      terminal.err().println(Import.skipped(skipped));
    }
    return (refusals == 0 ? ExitCode.DONE : ExitCode.REFUSED).number();
  }

  private void handle(AnalysisResult result) throws IOException {
    switch (result) {
      case AnalysisResult.Analysed(var article) -> {
        terminal.out().println(ExtractedLine.of(article.article()));
        if (terminal.out().checkError()) {
          throw new IOException("the output was closed before everything was written");
        }
      }
      case AnalysisResult.Unchanged _ ->
          throw new IllegalStateException("there is no index that could have it");
      case AnalysisResult.Refused(Rejected rejected) -> refuse(rejected);
      case AnalysisResult.Skipped(ReadResult.Skipped skip) ->
          skipped.merge(skip.what(), 1L, Long::sum);
      case AnalysisResult.Warned(ReadResult.Warned warned) -> terminal.warn(warned);
      case AnalysisResult.Failed failed -> {
        refuse(failed.rejected());
        diagnostics.explain(failed.fault());
      }
    }
  }

  private void refuse(Rejected rejected) {
    refusals++;
    terminal.refuse(rejected);
  }
}
