package org.onrecord.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.FormatOption;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.evaluation.GrownArchive;
import org.onrecord.evaluation.GrownIndex;
import org.onrecord.evaluation.GrowthTable;
import org.onrecord.evaluation.PeerEngine;
import org.onrecord.evaluation.SideBySide;
import org.onrecord.format.ArticleSource;
import org.onrecord.format.ReadResult.Accepted;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.StoredArticles;
import org.onrecord.schema.ArchivedArticle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord bench grow}: articles for an archive as large as one may become. */
@Command(
    name = "grow",
    description = {
      "Writes as many articles as wanted, made of those given: with other ids and days, and",
      "with paragraphs in another order or another article's. The first are those given.",
      "Index them, and ask the same searches of both archives.",
      "",
      "With --from, the articles are those of an index, and go with all that was found in them",
      "into another one, which is made: nothing is read again. It prints what that took: time,",
      "processors, on a cluster those of all nodes, and room.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord bench grow archive.jsonl.gz --articles 100000 > large.jsonl",
      "  onrecord index large.jsonl --index large",
      "  onrecord bench search queries.jsonl --index large",
      "  onrecord bench grow --from news --into large --articles 300000",
    })
final class BenchGrowCommand implements Callable<Integer> {
  /** As many articles are committed together. */
  private static final int COMMITTED = 2_000;

  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final FormatOption format = new FormatOption();

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files and folders of articles.")
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

  @Option(
      names = "--from",
      paramLabel = "INDEX",
      description = "Make them of this index's articles.")
  private @Nullable Path from;

  @Option(names = "--into", paramLabel = "INDEX", description = "The index to make, with --from.")
  private @Nullable Path into;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Ports ports;
  private final Terminal terminal;

  BenchGrowCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if ((from == null) != (into == null) || (from == null) == paths.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "name either files, or --from and --into: two indexes");
    }
    if (from != null && into != null) {
      grow(ports.archives().at(from), ports.archives().at(into));
      return ExitCode.DONE.number();
    }
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

  /** Puts the articles of an index into another, and after them others that are made of them. */
  private void grow(ArchiveAccess small, ArchiveAccess large) throws IOException {
    if (large.isThere()) {
      throw new IOException("There is an index in " + into + " already: name another folder.");
    }
    Optional<PeerEngine> peer = large.peer();
    try (StoredArticles stored = small.storedArticles();
        DocumentSink sink = large.openForWriting()) {
      SideBySide.Nodes nodes = () -> peer.isPresent() ? peer.get().processorTimes() : Map.of();
      GrowthTable table = new GrowthTable(nodes, () -> bytes(large));
      terminal.out().println(GrowthTable.HEAD);
      GrownIndex grown = new GrownIndex(seed);
      for (int round = 0; table.articles() < most; round++) {
        long before = table.articles();
        int made = round;
        round(
            stored,
            article -> {
              ArchivedArticle written = made == 0 ? article : grown.grown(article, made);
              sink.put(written);
              table.add(written);
              if (table.articles() % COMMITTED == 0) {
                sink.commit();
                table.committed().ifPresent(terminal.out()::println);
              }
            },
            most - before);
        if (table.articles() == before) {
          throw new IOException("There is no article in " + from + " to make others of.");
        }
      }
      sink.commit();
      sink.settle();
      terminal.out().println(table.row());
    } finally {
      if (peer.isPresent()) {
        peer.get().close();
      }
    }
  }

  private static long bytes(ArchiveAccess archive) throws IOException {
    try (StoredArticles stored = archive.storedArticles()) {
      return stored.bytes();
    }
  }

  /** What is done with an article. */
  @FunctionalInterface
  private interface Step {
    void take(ArchivedArticle article) throws IOException;
  }

  /** Takes each that is shown, but no more than wanted. */
  private static void round(StoredArticles stored, Step step, long wanted) throws IOException {
    long[] left = {wanted};
    try {
      stored.forEach(
          document -> {
            try {
              Optional<ArchivedArticle> shown =
                  left[0] > 0 ? stored.shown(document.article().id()) : Optional.empty();
              if (shown.isPresent()) {
                step.take(shown.get());
                left[0]--;
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
