package org.onrecord.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.format.PublicationDate;
import org.onrecord.query.QuerySyntax;
import org.onrecord.search.CopyMode;
import org.onrecord.search.FacetsWanted;
import org.onrecord.search.HitPage;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.MatchMode;
import org.onrecord.search.NameVariants;
import org.onrecord.search.QuotationBounds;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchScope;
import org.onrecord.search.SortOrder;
import org.onrecord.search.TypedQuery;
import org.onrecord.search.UnsaidMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
      "                          section, kind, polarity, speaksFor; date:2024-11,",
      "                          date:2024..2025",
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

  @Option(names = "--match", paramLabel = "MATCH", description = "all words (the default) or any.")
  private MatchMode match = MatchMode.ALL;

  @Option(
      names = "--syntax",
      paramLabel = "SYNTAX",
      description = "What the query is written in: onrecord (the default) or lucene.")
  private QuerySyntax syntax = QuerySyntax.ONRECORD;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The first day, such as 2024-11-01.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The last day.")
  private @Nullable LocalDate to;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description = "relevance (the default), recent, newest or oldest.")
  private SortOrder sort = SortOrder.RELEVANCE;

  @Option(
      names = "--variants",
      paramLabel = "VARIANTS",
      description = "on (the default): names under other spellings as well; or off.")
  private NameVariants variants = NameVariants.ON;

  @Option(
      names = "--copies",
      paramLabel = "COPIES",
      description = "fold (the default): what several outlets print is one hit; or unfold.")
  private CopyMode copies = CopyMode.FOLD;

  @Option(
      names = "--unsaid",
      paramLabel = "UNSAID",
      description = {
        "leave (the default): what somebody is told not to have said is nobody's words; or include."
      })
  private UnsaidMode unsaid = UnsaidMode.LEAVE;

  @Option(
      names = "--min-confidence",
      paramLabel = "SHARE",
      description = "How sure it must be at the least that the words are said, 0 to 1.")
  private double minConfidence;

  @Option(
      names = "--min-speaker-confidence",
      paramLabel = "SHARE",
      description = "How sure it must be at the least who says them, 0 to 1.")
  private double minSpeakerConfidence;

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

  @Mixin private final IndexFolder index;
  @Mixin private final StandardHelp help = new StandardHelp();
  @Spec private CommandSpec spec = CommandSpec.create();

  private final Ports ports;
  private final Terminal terminal;

  private SearchCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  /** The command with an option for each facet. */
  static CommandLine commandLine(Ports ports, Places places, Terminal terminal) {
    CommandLine command = new CommandLine(new SearchCommand(ports, places, terminal));
    SearchFilters.addTo(command.getCommandSpec());
    return command;
  }

  @Override
  public Integer call() throws IOException {
    SearchRequest request = request();
    SearchResult result;
    try (ArchiveAccess.OpenArchive archive = ports.archives().openForReading(index.path())) {
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
      return new SearchRequest(
          new TypedQuery(String.join(" ", query), syntax, match, variants),
          new SearchScope(
              type.documents(),
              SearchFilters.values(spec),
              from,
              to,
              new QuotationBounds(unsaid, minConfidence, minSpeakerConfidence),
              copies),
          new HitPage(sort, size, after),
          FacetsWanted.DEFAULT);
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

  /** Reads a day, as written as in articles. */
  static final class DayConverter implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      return switch (PublicationDate.parse(value)) {
        case PublicationDate.Day(LocalDate date) -> date;
        case PublicationDate.Malformed(String reason) -> throw new TypeConversionException(reason);
      };
    }
  }
}
