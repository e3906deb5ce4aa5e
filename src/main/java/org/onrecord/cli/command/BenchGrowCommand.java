package org.onrecord.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.article.Article;
import org.onrecord.cli.option.FormatOption;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.evaluation.GrownArchive;
import org.onrecord.format.ArticleSource;
import org.onrecord.format.ReadResult.Accepted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord bench grow}: articles for an archive as large as one may become. */
@Command(
    name = "grow",
    description = {
      "Writes as many articles as wanted, made of those given: with other ids and days, and",
      "with paragraphs in another order or another article's. The first are those given.",
      "Index them, and ask the same searches of both archives.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord bench grow archive.jsonl.gz --articles 100000 > large.jsonl",
      "  onrecord index large.jsonl --index large",
      "  onrecord bench search queries.jsonl --index large",
    })
final class BenchGrowCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final FormatOption format = new FormatOption();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files and folders of articles.")
  private List<String> paths = List.of();

  @Option(
      names = "--articles",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Write N articles (100000 by default).")
  private int most = 100_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another number makes other articles; 1 by default.")
  private long seed = 1;

  private final Terminal terminal;

  BenchGrowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Article> articles = new ArrayList<>();
    new ArticleSource(paths, format.format(), terminal.in())
        .read(
            result -> {
              if (result instanceof Accepted(Article article)) {
                articles.add(article);
              }
            });
    if (articles.isEmpty()) {
      throw new IOException("There is no article to make others of: name files that have some.");
    }
    GrownArchive grown = new GrownArchive(articles, seed);
    for (int number = 0; number < most; number++) {
      terminal.out().println(GrownArchive.line(grown.article(number)));
    }
    return ExitCode.DONE.number();
  }
}
