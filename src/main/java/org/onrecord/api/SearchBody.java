package org.onrecord.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;

/**
 * The answer to a search.
 *
 * @param total how many hits there are in all, exact, where {@code query.copies} is {@code fold}
 *     with copies counted as one
 * @param totalUnfolded how many there are with every copy counted
 * @param facets by the facet's label
 * @param next the cursor of the next page, for {@code after}; null after the last
 * @param receipt what the answer can be checked by later; null where none was asked for
 */
public record SearchBody(
    QueryBody query,
    long total,
    long totalUnfolded,
    long tookMillis,
    List<HitBody> hits,
    Map<String, FacetBody> facets,
    @Nullable String next,
    @Nullable ReceiptBody<Map<String, List<String>>> receipt) {

  public static SearchBody of(SearchRequest request, SearchResult result) {
    Map<String, FacetBody> facets = new LinkedHashMap<>();
    for (FacetCounts counts : result.facets()) {
      facets.put(counts.facet().label(), FacetBody.of(counts));
    }
    return new SearchBody(
        new QueryBody(
            request.q(),
            result.match().label(),
            result.relaxed(),
            request.copies().label(),
            result.explained(),
            result.spellings().stream().map(s -> new SpellingBody(s.typed(), s.also())).toList(),
            result.suggestions().stream()
                .map(s -> new SuggestionBody(s.word(), s.instead(), s.q()))
                .toList(),
            result.unknown().stream()
                .map(u -> new UnknownBody(u.facet().label(), u.value(), u.like(), u.sentence()))
                .toList()),
        result.total(),
        result.totalUnfolded(),
        result.tookMillis(),
        result.hits().stream().map(HitBody::of).toList(),
        facets,
        result.next(),
        null);
  }

  /** The same with a receipt. */
  public SearchBody with(ReceiptBody<Map<String, List<String>>> newReceipt) {
    return new SearchBody(query, total, totalUnfolded, tookMillis, hits, facets, next, newReceipt);
  }

  /** What of it is the same whenever the same archive is asked. */
  public SearchBody untimed() {
    return new SearchBody(query, total, totalUnfolded, 0, hits, facets, next, null);
  }

  /**
   * How the query was understood.
   *
   * @param match the mode that found these hits, {@code all} or {@code any}
   * @param relaxed whether nothing held every word, so that any of them was enough
   * @param copies {@code fold} or {@code unfold}
   * @param explained the query in words
   * @param spellings what names were also looked for as
   * @param suggestions other words for those that nothing holds
   * @param unknown values of filters that nothing in the archive has
   */
  public record QueryBody(
      String q,
      String match,
      boolean relaxed,
      String copies,
      String explained,
      List<SpellingBody> spellings,
      List<SuggestionBody> suggestions,
      List<UnknownBody> unknown) {}

  /**
   * A value that nothing in the archive has.
   *
   * @param parameter the filter
   * @param like values that are written like it
   * @param detail the same in a sentence
   */
  public record UnknownBody(String parameter, String value, List<String> like, String detail) {}

  /** A name as typed, and its other names and spellings. */
  public record SpellingBody(String typed, List<String> also) {}

  /**
   * A word that nothing holds, and another.
   *
   * @param q the query with the other word
   */
  public record SuggestionBody(String word, String instead, String q) {}
}
