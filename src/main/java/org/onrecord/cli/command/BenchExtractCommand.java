package org.onrecord.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.article.Article;
import org.onrecord.cli.option.FormatOption;
import org.onrecord.cli.option.ModelOption;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.evaluation.ExtractionBench;
import org.onrecord.format.ArticleSource;
import org.onrecord.format.ReadResult.Accepted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord bench extract}: how fast quotations are found and attributed. */
@Command(
    name = "extract",
    description = {
      "Finds the quotations of articles in memory and prints how fast that went.",
      "",
      "It warms up on the first of them.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord bench extract archive.jsonl.gz --articles 5000",
    })
final class BenchExtractCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final ModelOption model = new ModelOption();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files and folders of articles.")
  private List<String> paths = List.of();

  @Option(
      names = "--articles",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Take the first N articles (2000 by default).")
  private int most = 2000;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "500",
      description = "Go through the first N of them beforehand (500 by default).")
  private int warmUp = 500;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Work on N articles at a time; as many as there are cores by default.")
  private int threads = Runtime.getRuntime().availableProcessors();

  private final Terminal terminal;

  BenchExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Article> articles = new ArrayList<>();
    new ArticleSource(paths, format.format(), terminal.in(), format.options())
        .read(
            result -> {
              if (result instanceof Accepted(Article article) && articles.size() < most) {
                articles.add(article);
              }
            });
    ExtractionBench bench = new ExtractionBench(model.file(), threads);
    bench.run(articles.subList(0, Math.clamp(warmUp, 0, articles.size())));
    terminal.out().println(bench.run(articles));
    return ExitCode.DONE.number();
  }
}
