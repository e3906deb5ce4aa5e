package org.onrecord.mcp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchResult;

/** What {@code search_quotations} gives. */
record FoundQuotations(
    List<QuotationHit> hits,
    @Described("how many quotations there are in all, copies counted as one") long total,
    @Described("how many there are with every copy counted") long totalWithCopies,
    @Described("how the query was understood") String understood,
    @Described("whether nothing had all of the words, so that any of them was enough")
        boolean relaxed,
    @Described("what to know about this answer") List<String> notes,
    @Described("give it as \"after\" for the next page; null after the last") @Nullable String next,
    ArchiveTold archive) {

  static FoundQuotations of(
      SearchResult result, List<String> notes, ArchiveTold archive, Citations cite) {
    return new FoundQuotations(
        hits(result, cite),
        result.total(),
        result.totalUnfolded(),
        result.explained(),
        result.relaxed(),
        Findings.notes(notes, result, archive),
        result.next(),
        archive);
  }

  static List<QuotationHit> hits(SearchResult result, Citations cite) {
    return result.hits().stream()
        .filter(Hit.QuoteHit.class::isInstance)
        .map(hit -> QuotationHit.of((Hit.QuoteHit) hit, cite))
        .toList();
  }
}
