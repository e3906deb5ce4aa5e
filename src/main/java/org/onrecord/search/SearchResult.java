package org.onrecord.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.query.WordedQuery;

/**
 * The answer to a {@link SearchRequest}.
 *
 * @param explanation how the query was understood
 * @param match the mode that found these hits
 * @param relaxed whether nothing held every word, so that {@code match} is ANY though ALL was asked
 *     for
 * @param spellings what names of the query were also looked for as
 * @param suggestions other words for those that nothing holds, where nothing held all words
 * @param unknown values that the search is narrowed by, and nothing in the archive has
 * @param total how many hits there are in all, exact; passages that are copies of one another count
 *     as one where they are folded
 * @param totalUnfolded how many there are with every copy counted
 * @param facets in the order of {@link org.onrecord.schema.Facet}
 * @param parties what parties are called here, the facets' values among them
 * @param next the cursor of the next page; null after the last
 */
public record SearchResult(
    Explanation explanation,
    MatchMode match,
    boolean relaxed,
    List<Spelling> spellings,
    List<Suggestion> suggestions,
    List<UnknownValue> unknown,
    long total,
    long totalUnfolded,
    long tookMillis,
    List<Hit> hits,
    List<FacetCounts> facets,
    PartyLabels parties,
    @Nullable String next) {
  public SearchResult {
    spellings = List.copyOf(spellings);
    suggestions = List.copyOf(suggestions);
    unknown = List.copyOf(unknown);
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
  }

  /** How the query was understood, in words. */
  public String explained() {
    return explanation.text();
  }

  /** An answer to a query without names, all of whose words are known, in which nothing copies. */
  public SearchResult(
      String explained,
      MatchMode match,
      boolean relaxed,
      long total,
      long tookMillis,
      List<Hit> hits,
      List<FacetCounts> facets,
      @Nullable String next) {
    this(
        new Explanation(WordedQuery.of(explained), ""),
        match,
        relaxed,
        List.of(),
        List.of(),
        List.of(),
        total,
        total,
        tookMillis,
        hits,
        facets,
        PartyLabels.NONE,
        next);
  }
}
