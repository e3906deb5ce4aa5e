package org.onrecord.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.HitType;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.SearchOptions;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.SearchPage;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord search}: searches an index from the command line. */
@Command(
    name = "search",
    description = {"Searches the index for paragraphs or quotations.", ""},
    sortOptions = false,
    footer = {
      "",
      "Queries (put them between single quotation marks):",
      "  Trump Khan              both words, in the text or in the names",
      "  \"fair trial\"            exactly these words",
      "  trial OR court, -court  either; not",
      "  minist*  chaudhry~      words that begin so; words spelt nearly so",
      "  Trump NEAR/5 release    at most five words between; NEAR/S: in one sentence",
      "  speaker:\"Imran Khan\"    a field: speaker, mention, party, title, text, outlet,",
      "                          section, kind, polarity, speaksFor, role, gender;",
      "                          date:2024-11, date:2024..2025",
      "  All of it: src/docs/query-syntax.md",
      "",
      "Examples:",
      "  onrecord search Trump Imran Khan",
      "  onrecord search --type quote --party PTI --from 2024-11-01 election",
      "  onrecord search 'speaker:\"Imran Khan\" Trump NEAR/5 release'",
      "  onrecord search --speaker \"Imran Khan\" --sort newest --json",
      "  onrecord search --syntax lucene '+trump date:[2024-01 TO 2024-06]'",
    })
final class SearchCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description =
          "What to look for: words and operators, as told below. Nothing finds everything.")
  private List<String> query = List.of();

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "paragraph (the default), quote or any.")
  private HitType type = HitType.PARAGRAPH;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "How many hits to show, 0 to 100; 10 by default.")
  private int size = 10;

  @Option(
      names = "--after",
      paramLabel = "CURSOR",
      description = "The page after the one that gave this as \"next\".")
  private @Nullable String after;

  @Option(names = "--json", description = "Print the answer exactly as the API gives it.")
  private boolean json;

  @Mixin private final SearchOptions options;
  @Spec private CommandSpec spec = CommandSpec.create();

  private final Ports ports;
  private final Terminal terminal;

  private SearchCommand(Ports ports, Places places, Terminal terminal) {
    this.options = new SearchOptions(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  /** The command with an option for each facet. */
  static CommandLine commandLine(Ports ports, Places places, Terminal terminal) {
    return SearchOptions.commandLine(new SearchCommand(ports, places, terminal));
  }

  @Override
  public Integer call() throws IOException {
    SearchRequest request = request();
    SearchResult result;
    try (ArchiveAccess.OpenArchive archive =
        ports.archives().at(options.index()).openForReading()) {
      result = archive.search(request);
    } catch (InvalidRequestException e) {
      return explain(e).number();
    }
    if (json) {
      terminal.out().println(ports.json().text(request, result));
    } else {
      new SearchPage(terminal.out(), terminal.style()).print(result);
    }
    return ExitCode.DONE.number();
  }

  private SearchRequest request() {
    try {
      return options
          .request(String.join(" ", query), type.documents())
          .withPage(options.sort(), size, after);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private ExitCode explain(InvalidRequestException e) {
    terminal.fail(String.valueOf(e.getMessage()));
    if (e.parameter().equals("q") && e.position() >= 0) {
      String q = String.join(" ", query);
      int column = q.codePointCount(0, Math.min(e.position(), q.length()));
      terminal.err().println("  " + TextStyle.clean(q));
      terminal.err().println("  " + " ".repeat(column) + "^");
    }
    return ExitCode.BAD_USAGE;
  }
}
