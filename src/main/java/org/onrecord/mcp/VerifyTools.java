package org.onrecord.mcp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.search.SortOrder;
import org.onrecord.verify.Claim;
import org.onrecord.verify.Verification;
import org.onrecord.verify.Verifier;

/** {@code verify_quotation} and {@code who_said}. */
final class VerifyTools {
  private static final Parameter.Text QUOTATION =
      Asked.quotation("The words that are claimed to be said, without marks: 2 to 500 words.");
  private static final Parameter.Text SPEAKER =
      Asked.name("speaker", "Who is claimed to have said them: the full name, Ruth Alder.");
  private static final Parameter.Text WORDS =
      Asked.quotation("The words, as well as they are known: 2 to 500 words.");

  private static final int MOST_HITS = 5;
  private static final int MOST_SPEAKERS = 10;

  private final SearchService search;
  private final Verifier verifier;
  private final Filters filters;

  VerifyTools(SearchService search, Verifier verifier, Filters filters) {
    this.search = search;
    this.verifier = verifier;
    this.filters = filters;
  }

  Tool verify() {
    return new Tool(
        "verify_quotation",
        "Verify a quotation",
        "Tells whether words are on record, of whom and where: exactly, altered (and how), in part,"
            + " joined from pieces, only reported, of somebody else, on other days, denied, or not"
            + " here. Call it before you print that somebody said something.",
        List.of(QUOTATION, SPEAKER, Asked.FROM, Asked.TO, Asked.OUTLET),
        VerifiedQuotation.class,
        this::verified);
  }

  Tool whoSaid() {
    return new Tool(
        "who_said",
        "Find who said something",
        "Finds who said given words, exactly or nearly, and who says quotations that have all of"
            + " them. For a subject rather than words use search_quotations.",
        List.of(WORDS, Asked.FROM, Asked.TO, Asked.OUTLET),
        WhoSaid.class,
        this::whoSaid);
  }

  private VerifiedQuotation verified(Arguments arguments, Citations cite)
      throws IOException, ToolRefusal {
    return VerifiedQuotation.of(
        verifier.verify(claim(arguments, QUOTATION, arguments.text(SPEAKER))), cite);
  }

  private Claim claim(Arguments arguments, Parameter.Text words, Optional<String> speaker)
      throws IOException, ToolRefusal {
    Optional<String> outlet = arguments.text(Asked.OUTLET);
    if (outlet.isPresent()) {
      filters.check(Facet.OUTLET, "outlet", outlet.get(), DocumentType.PARAGRAPH);
    }
    return new Claim(
        arguments.text(words).orElseThrow(),
        speaker.orElse(null),
        arguments.day(Asked.FROM),
        arguments.day(Asked.TO),
        outlet.stream().toList());
  }

  private WhoSaid whoSaid(Arguments arguments, Citations cite) throws IOException, ToolRefusal {
    Claim claim = claim(arguments, WORDS, Optional.empty());
    Verification verified = verifier.verify(claim);
    SearchResult quotations = search.search(request(claim));
    boolean all = quotations.match() == MatchMode.ALL;
    ArchiveTold archive = ArchiveTold.of(verified.archive());
    List<CandidateHit> hits =
        verified.candidates().stream()
            .limit(MOST_HITS)
            .map(each -> CandidateHit.of(each, cite))
            .toList();
    List<String> notes = new ArrayList<>();
    if (hits.isEmpty() && (!all || quotations.total() == 0)) {
      notes.add(archive.nothing());
    }
    return new WhoSaid(
        hits, all ? speakers(quotations) : List.of(), all ? quotations.total() : 0, notes, archive);
  }

  /** Quotations that have all of the words, in any order, each for itself. */
  private static SearchRequest request(Claim claim) {
    String words = claim.words().replaceAll("[^\\p{L}\\p{M}\\p{N}'’]+", " ").strip();
    return SearchRequest.of(words.length() > 900 ? words.substring(0, 900) : words)
        .withTypes(Set.of(DocumentType.QUOTE))
        .withFilters(claim.outlets().isEmpty() ? Map.of() : Map.of(Facet.OUTLET, claim.outlets()))
        .withDays(claim.from(), claim.to())
        .withPage(SortOrder.RELEVANCE, 0, null)
        .withFacets(Set.of(Facet.SPEAKER), MOST_SPEAKERS);
  }

  private static List<WhoSaid.Speaker> speakers(SearchResult quotations) {
    List<WhoSaid.Speaker> speakers = new ArrayList<>();
    for (FacetCounts counts : quotations.facets()) {
      if (counts instanceof FacetCounts.Values names) {
        names
            .values()
            .forEach(
                each ->
                    speakers.add(new WhoSaid.Speaker(Told.shortened(each.value()), each.count())));
      }
    }
    return speakers;
  }
}
