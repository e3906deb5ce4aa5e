package org.onrecord.mcp;

import java.io.IOException;
import java.util.List;
import org.onrecord.schema.DocumentType;
import org.onrecord.search.SearchService;
import org.onrecord.verify.Verifier;

/** {@code search_passages} and {@code search_quotations}. */
final class SearchTools {
  private static final Parameter.Text WORDS =
      Asked.query(
          "Words that are to be found; all of them, or where nothing has all, any. \"…\" around a"
              + " phrase, OR, NOT and word* are understood. Without it everything within the other"
              + " arguments is found.");

  private final SearchService search;
  private final Verifier verifier;
  private final Filters filters;

  SearchTools(SearchService search, Verifier verifier, Filters filters) {
    this.search = search;
    this.verifier = verifier;
    this.filters = filters;
  }

  Tool passages() {
    return new Tool(
        "search_passages",
        "Search the archive's text",
        "Finds paragraphs of articles by their words, whoever they are by, with filters for who is"
            + " quoted in them, their party, who is spoken about, outlet and days. Use it for facts"
            + " and context; use search_quotations for what people said. Articles whose publishers"
            + " forbid data mining are left out.",
        parameters(),
        FoundPassages.class,
        this::passages);
  }

  Tool quotations() {
    return new Tool(
        "search_quotations",
        "Search what people said",
        "Finds quotations, direct and reported, by their words, their speaker, the speaker's party,"
            + " whom they are about, outlet and days. What somebody is told not to have said is"
            + " left out, and so are articles whose publishers forbid data mining.",
        parameters(),
        FoundQuotations.class,
        this::quotations);
  }

  private static List<Parameter> parameters() {
    return List.of(
        WORDS,
        Asked.SPEAKER,
        Asked.PARTY,
        Asked.MENTION,
        Asked.OUTLET,
        Asked.SECTION,
        Asked.FROM,
        Asked.TO,
        Asked.SORT,
        Asked.LIMIT,
        Asked.AFTER);
  }

  private FoundPassages passages(Arguments arguments, Citations cite)
      throws IOException, ToolRefusal {
    Filters.Understood asked = filters.understood(arguments, WORDS, DocumentType.PARAGRAPH);
    ArchiveTold archive = ArchiveTold.of(verifier.span());
    return FoundPassages.of(asked.answeredBy(search), asked.notes(), archive, cite);
  }

  private FoundQuotations quotations(Arguments arguments, Citations cite)
      throws IOException, ToolRefusal {
    Filters.Understood asked = filters.understood(arguments, WORDS, DocumentType.QUOTE);
    ArchiveTold archive = ArchiveTold.of(verifier.span());
    return FoundQuotations.of(asked.answeredBy(search), asked.notes(), archive, cite);
  }
}
