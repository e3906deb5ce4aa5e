package org.onrecord.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.article.Labelled;
import org.onrecord.article.SpeakerType;
import org.onrecord.page.part.Address;
import org.onrecord.query.QuerySyntax;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.CopyMode;
import org.onrecord.search.DateInterval;
import org.onrecord.search.FacetsWanted;
import org.onrecord.search.HitBounds;
import org.onrecord.search.HitPage;
import org.onrecord.search.MatchMode;
import org.onrecord.search.NameVariants;
import org.onrecord.search.PartyMode;
import org.onrecord.search.QuotationBounds;
import org.onrecord.search.ReservedMode;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchScope;
import org.onrecord.search.SortOrder;
import org.onrecord.search.TypedQuery;
import org.onrecord.search.UnsaidMode;

/** What the parameters of a search ask for: a request, or everything that is wrong with them. */
public sealed interface SearchParameters {
  int DEFAULT_SIZE = 10;
  int FACET_SIZE = 10;

  /** How many ids, and addresses, a search is narrowed by at the most. */
  int MOST_IDS = 100;

  /** Nothing is wrong. */
  record Asked(SearchRequest request) implements SearchParameters {}

  /**
   * Something is wrong.
   *
   * @param errors at least one
   * @param query the query alone, with nothing else asked for, so that it can be checked as well
   */
  record Refused(List<ParameterError> errors, SearchRequest query) implements SearchParameters {
    public Refused {
      errors = List.copyOf(errors);
    }
  }

  /** The names that a search takes, in the order in which they are documented. */
  static List<String> names() {
    List<String> names = new ArrayList<>(List.of("q", "type", "match", "syntax"));
    Facet.FILTERS.forEach(facet -> names.add(facet.label()));
    names.addAll(
        List.of(
            "unsaid",
            "minConfidence",
            "minSpeakerConfidence",
            "id",
            "url",
            "speakerType",
            "hasParty",
            "minLength",
            "maxLength",
            "from",
            "to",
            "sort",
            "size",
            "after",
            "facets",
            "interval",
            "variants",
            "copies"));
    return names;
  }

  /** What the address of the page asks for. */
  static SearchParameters ofPage(Address address) {
    return read(new ParameterReader(SearchForm.page(address).searched(address.parameters())));
  }

  /** What a reader of these alone makes of them; all of its errors are told. */
  static SearchParameters read(ParameterReader reader) {
    String q = reader.text("q").orElse("");
    Set<DocumentType> types = types(reader);
    MatchMode match = reader.choice("match", MatchMode.values(), MatchMode::label, MatchMode.ALL);
    QuerySyntax syntax =
        reader.choice("syntax", QuerySyntax.values(), QuerySyntax::label, QuerySyntax.ONRECORD);
    Map<Facet, List<String>> filters = filters(reader);
    LocalDate from = reader.day("from").orElse(null);
    LocalDate to = reader.day("to").orElse(null);
    refuseBackwards(reader, from, to);
    SortOrder sort =
        reader.choice("sort", SortOrder.values(), SortOrder::label, SortOrder.RELEVANCE);
    int size = reader.number("size", 0, SearchRequest.MAX_SIZE, DEFAULT_SIZE);
    String after = reader.text("after").orElse(null);
    Set<Facet> facets = facets(reader, filters.keySet());
    DateInterval interval =
        reader.choice("interval", DateInterval.values(), DateInterval::label, DateInterval.MONTH);
    NameVariants variants =
        reader.choice("variants", NameVariants.values(), NameVariants::label, NameVariants.ON);
    CopyMode copies = reader.choice("copies", CopyMode.values(), CopyMode::label, CopyMode.FOLD);
    QuotationBounds quotations = quotations(reader);
    HitBounds bounds = bounds(reader, types);
    if (reader.errors().isEmpty()) {
      return new Asked(
          new SearchRequest(
              new TypedQuery(q, syntax, match, variants),
              new SearchScope(types, filters, from, to, quotations, copies, bounds),
              new HitPage(sort, size, after),
              new FacetsWanted(facets, FACET_SIZE, interval)));
    }
    return new Refused(reader.errors(), queryAlone(q, syntax));
  }

  private static QuotationBounds quotations(ParameterReader reader) {
    return new QuotationBounds(
        reader.choice("unsaid", UnsaidMode.values(), UnsaidMode::label, UnsaidMode.LEAVE),
        reader.share("minConfidence"),
        reader.share("minSpeakerConfidence"));
  }

  private static HitBounds bounds(ParameterReader reader, Set<DocumentType> types) {
    List<String> ids = some(reader, "id");
    List<String> urls = some(reader, "url");
    String speaker =
        reader.choice(
            "speakerType",
            Stream.concat(
                    Stream.of("any"), Arrays.stream(SpeakerType.values()).map(SpeakerType::label))
                .toList(),
            "any");
    int least = reader.number("minLength", 0, HitBounds.LONGEST, 0);
    int most = reader.number("maxLength", 1, HitBounds.LONGEST, HitBounds.LONGEST);
    if (most < least) {
      reader.refuse(
          "minLength", "minLength (" + least + ") is more than maxLength (" + most + ").");
      most = least;
    }
    boolean lengths = least > 0 || most < HitBounds.LONGEST;
    if (lengths && !types.equals(Set.of(DocumentType.QUOTE))) {
      reader.refuse("minLength", "A length is that of a quotation: add type=quote.");
    }
    return new HitBounds(
        ids,
        urls,
        Labelled.of(SpeakerType.values(), speaker).orElse(null),
        reader.choice("hasParty", PartyMode.values(), PartyMode::label, PartyMode.ANY),
        least,
        most,
        ReservedMode.INCLUDE);
  }

  private static List<String> some(ParameterReader reader, String name) {
    List<String> values = reader.all(name);
    if (values.size() > MOST_IDS) {
      reader.refuse(
          name, name + " is given " + values.size() + " times: at most " + MOST_IDS + ".");
    }
    return values;
  }

  private static SearchRequest queryAlone(String q, QuerySyntax syntax) {
    return SearchRequest.of("")
        .withQuery(q, MatchMode.ANY)
        .withSyntax(syntax)
        .withPage(SortOrder.NEWEST, 0, null)
        .withFacets(Set.of(), 1);
  }

  private static Set<DocumentType> types(ParameterReader reader) {
    List<String> labels =
        new ArrayList<>(Arrays.stream(DocumentType.values()).map(DocumentType::label).toList());
    labels.add("any");
    String label = reader.choice("type", labels, DocumentType.PARAGRAPH.label());
    return Arrays.stream(DocumentType.values())
        .filter(type -> label.equals("any") || label.equals(type.label()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DocumentType.class)));
  }

  private static Map<Facet, List<String>> filters(ParameterReader reader) {
    Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.FILTERS) {
      List<String> closed = facet.closed();
      List<String> values =
          closed.isEmpty() ? reader.all(facet.label()) : reader.choices(facet.label(), closed);
      if (!values.isEmpty()) {
        filters.put(facet, values);
      }
    }
    return filters;
  }

  private static void refuseBackwards(
      ParameterReader reader, @Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null && from.isAfter(to)) {
      reader.refuse("from", "from (" + from + ") lies after to (" + to + "): swap them.");
    }
  }

  /** Those asked for; where none is, the usual ones and what is narrowed by. */
  private static Set<Facet> facets(ParameterReader reader, Set<Facet> narrowed) {
    List<String> asked = reader.list("facets");
    if (asked.isEmpty()) {
      Set<Facet> usual = EnumSet.copyOf(Facet.USUAL);
      usual.addAll(narrowed);
      return usual;
    }
    if (asked.equals(List.of("none"))) {
      return EnumSet.noneOf(Facet.class);
    }
    Set<Facet> facets = EnumSet.noneOf(Facet.class);
    Set<String> unknown = new TreeSet<>();
    for (String label : asked) {
      Facet.of(label).ifPresentOrElse(facets::add, () -> unknown.add(label));
    }
    unknown.forEach(label -> reader.refuse("facets", noFacet(label)));
    return facets;
  }

  private static String noFacet(String label) {
    if (label.equals("none")) {
      return "facets is \"none\" and others as well: write none alone, or leave it out.";
    }
    return ParameterReader.quote(label)
        + " is no facet. There are: "
        + Arrays.stream(Facet.values()).map(Facet::label).collect(Collectors.joining(", "))
        + "; none for no facets.";
  }
}
