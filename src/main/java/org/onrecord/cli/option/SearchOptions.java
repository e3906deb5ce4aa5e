package org.onrecord.cli.option;

import java.nio.file.Path;
import java.util.Set;
import org.onrecord.query.QuerySyntax;
import org.onrecord.schema.DocumentType;
import org.onrecord.search.CopyMode;
import org.onrecord.search.FacetsWanted;
import org.onrecord.search.HitBounds;
import org.onrecord.search.HitPage;
import org.onrecord.search.MatchMode;
import org.onrecord.search.NameVariants;
import org.onrecord.search.QuotationBounds;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchScope;
import org.onrecord.search.SortOrder;
import org.onrecord.search.TypedQuery;
import org.onrecord.search.UnsaidMode;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options of a search of an index, but for what of it is shown; {@link #commandLine} adds one
 * for each facet.
 */
public final class SearchOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--match", paramLabel = "MATCH", description = "all words (the default) or any.")
  private MatchMode match = MatchMode.ALL;

  @Option(
      names = "--syntax",
      paramLabel = "SYNTAX",
      description = "What the query is written in: onrecord (the default) or lucene.")
  private QuerySyntax syntax = QuerySyntax.ONRECORD;

  @Mixin private final DaysOption days = new DaysOption();

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

  @Mixin private final BoundOptions bounds = new BoundOptions();
  @Mixin private final IndexFolder index;
  @Mixin private final StandardHelp help = new StandardHelp();

  public SearchOptions(Places places) {
    index = new IndexFolder(places);
  }

  /** A command that has these options, with one for each facet. */
  public static CommandLine commandLine(Object command) {
    CommandLine line = new CommandLine(command);
    SearchFilters.addTo(line.getCommandSpec());
    return line;
  }

  /** Where the index is. */
  public Path index() {
    return index.path();
  }

  public SortOrder sort() {
    return sort;
  }

  private HitBounds bounds(Set<DocumentType> types) {
    try {
      return bounds.of(types);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private QuotationBounds quotations() {
    try {
      return new QuotationBounds(unsaid, minConfidence, minSpeakerConfidence);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** Whether anything but what goes without saying is asked for. */
  public boolean isGiven() {
    Set<DocumentType> quotations = Set.of(DocumentType.QUOTE);
    return !request("", quotations).equals(SearchRequest.of("").withTypes(quotations));
  }

  /**
   * The search that was asked for, ten hits of it with every facet.
   *
   * @throws ParameterException if a bound cannot be
   */
  public SearchRequest request(String q, Set<DocumentType> types) {
    return new SearchRequest(
        new TypedQuery(q, syntax, match, variants),
        new SearchScope(
            types,
            SearchFilters.values(spec),
            days.from(),
            days.to(),
            quotations(),
            copies,
            bounds(types)),
        new HitPage(sort, HitPage.DEFAULT.size(), null),
        FacetsWanted.DEFAULT);
  }
}
