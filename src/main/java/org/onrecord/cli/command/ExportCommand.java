package org.onrecord.cli.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ExportFormat;
import org.onrecord.article.ArticleDetails;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.HitType;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.SearchOptions;
import org.onrecord.cli.terminal.Amount;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.format.ArticleLine;
import org.onrecord.ingest.StoredArticles;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.search.ExportedHits;
import org.onrecord.search.Hit;
import org.onrecord.search.HitStream;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchRequest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord export}: every article of an index, or every hit of a search. */
@Command(
    name = "export",
    description = {
      "Writes every article of the index as JSON Lines, from which \"onrecord index\"",
      "makes the same archive again; or, with --hits, everything that a search finds,",
      "in the formats of the API's export.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  onrecord export --out archive.jsonl",
      "  onrecord export | gzip > archive.jsonl.gz",
      "  onrecord export --hits quote --format csv --party PTI election --out hits.csv",
      "  onrecord export --hits any --from 2024-11-01 --to 2024-11-30 --copies unfold Khan",
    })
final class ExportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description = "With --hits, what to look for; nothing finds everything.")
  private List<String> query = List.of();

  @Option(
      names = "--hits",
      paramLabel = "TYPE",
      description = "Hits instead of articles: paragraph, quote or any.")
  private @Nullable HitType hits;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "jsonl (the default), or csv for hits.")
  private ExportFormat format = ExportFormat.JSONL;

  @Option(
      names = "--no-bom",
      description = {
        "Leave out the byte order mark with which csv begins",
        "so that Excel reads it as UTF-8."
      })
  private boolean unmarked;

  @Option(
      names = "--embargoed",
      description = "Also articles under embargo, which say so in the file.")
  private boolean embargoed;

  @Option(
      names = "--reserved",
      description = {
        "Also articles, or hits in them, of which the publisher",
        "forbids data mining; articles say so in the file."
      })
  private boolean reserved;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it, all or nothing; else to standard output.")
  private @Nullable Path file;

  @Mixin private final SearchOptions options;
  @Spec private CommandSpec spec = CommandSpec.create();

  private final Ports ports;
  private final Terminal terminal;

  private ExportCommand(Ports ports, Places places, Terminal terminal) {
    this.options = new SearchOptions(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  /** The command with an option for each facet. */
  static CommandLine commandLine(Ports ports, Places places, Terminal terminal) {
    return SearchOptions.commandLine(new ExportCommand(ports, places, terminal));
  }

  @Override
  public Integer call() throws IOException {
    boolean articles = hits == null;
    if (articles && (format != ExportFormat.JSONL || options.isGiven() || !query.isEmpty())) {
      throw new ParameterException(
          spec.commandLine(),
          "articles are exported all, as jsonl; for what a search finds say --hits quote");
    }
    if (file == null) {
      OutputStream out = new BufferedOutputStream(terminal.out(), 1 << 16);
      write(out);
      out.flush();
      if (terminal.out().checkError()) {
        throw new IOException("the export could not be written to its end");
      }
    } else {
      writeFile(file);
    }
    return ExitCode.DONE.number();
  }

  private void writeFile(Path to) throws IOException {
    Path folder = to.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    Path unfinished = to.resolveSibling(to.getFileName() + ".unfinished");
    try {
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
        write(out);
      }
      Files.move(unfinished, to, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private void write(OutputStream out) throws IOException {
    if (hits == null) {
      articles(out);
    } else {
      hits(request(), out);
    }
  }

  private void articles(OutputStream out) throws IOException {
    long[] left = {0};
    long[] kept = {0};
    try (StoredArticles stored = ports.archives().at(options.index()).storedArticles()) {
      stored.forEach(
          article -> {
            if (isEmbargoed(article) && !embargoed) {
              left[0]++;
            } else if (!reserved && ArticleDetails.of(article.received()).forbidsMining()) {
              kept[0]++;
            } else {
              line(out, ArticleLine.of(article.received()));
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (left[0] > 0) {
      terminal
          .err()
          .println(
              Amount.of(left[0], "article")
                  + " under embargo left out; --embargoed exports them, too");
    }
    if (kept[0] > 0) {
      terminal
          .err()
          .println(
              Amount.of(kept[0], "article")
                  + " left out, of which the publisher forbids data mining; --reserved exports"
                  + " them, too");
    }
  }

  /** It has a text, and nothing of it is shown. */
  private static boolean isEmbargoed(ArticleDocument article) {
    return article.paragraphs() == 0 && !article.received().body().isEmpty();
  }

  private void line(OutputStream out, String line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      if (file == null && terminal.out().checkError()) {
        throw new IOException("the export could not be written to its end");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SearchRequest request() {
    HitType type = hits == null ? HitType.PARAGRAPH : hits;
    SearchRequest asked = options.request(String.join(" ", query), type.documents());
    SearchRequest obeying =
        reserved ? asked : asked.withBounds(asked.scope().bounds().withoutReserved());
    return obeying.withPage(options.sort(), 0, null).withFacets(Set.of(), 1);
  }

  private void hits(SearchRequest request, OutputStream out) throws IOException {
    try (ArchiveAccess.OpenArchive archive =
        ports.archives().at(options.index()).openForReading()) {
      ExportedHits found = archive.export(request);
      try (HitStream all = found.hits()) {
        out.write(format.head(!unmarked));
        for (Optional<Hit> hit = all.next(); hit.isPresent(); hit = all.next()) {
          out.write(format.line(hit.get()));
        }
      }
      if (found.relaxed()) {
        terminal.err().println("Nothing holds all of these words; this is what holds any of them");
      }
    } catch (InvalidRequestException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
