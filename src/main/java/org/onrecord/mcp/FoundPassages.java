package org.onrecord.mcp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchResult;

/** What {@code search_passages} gives. */
record FoundPassages(
    List<PassageHit> hits,
    @Described("how many passages there are in all, copies counted as one") long total,
    @Described("how many there are with every copy counted") long totalWithCopies,
    @Described("how the query was understood") String understood,
    @Described("whether nothing had all of the words, so that any of them was enough")
        boolean relaxed,
    @Described("what to know about this answer") List<String> notes,
    @Described("give it as \"after\" for the next page; null after the last") @Nullable String next,
    ArchiveTold archive) {

  static FoundPassages of(
      SearchResult result, List<String> notes, ArchiveTold archive, Citations cite) {
    return new FoundPassages(
        result.hits().stream()
            .filter(Hit.ParagraphHit.class::isInstance)
            .map(hit -> PassageHit.of((Hit.ParagraphHit) hit, cite))
            .toList(),
        result.total(),
        result.totalUnfolded(),
        result.explained(),
        result.relaxed(),
        Findings.notes(notes, result, archive),
        result.next(),
        archive);
  }
}
