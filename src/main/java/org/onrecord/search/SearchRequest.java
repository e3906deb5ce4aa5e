package org.onrecord.search;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;

/**
 * A search, as the caller asks for it.
 *
 * @param q what the user typed; empty finds everything
 * @param types what to look for, at least one
 * @param match {@code ALL} falls back to {@code ANY} where nothing is found, and the answer says so
 * @param filters the values selected in each facet: OR within a facet, AND between them; matched
 *     without regard to case and by alias. Neither TYPE nor DATE is a key: {@code types}, {@code
 *     from} and {@code to} stand for them
 * @param from the first day, inclusive
 * @param to the last day, inclusive
 * @param size how many hits, 0 to 100
 * @param after the cursor that the page before gave as {@code next}
 * @param facets which facets to count
 * @param facetSize how many values a facet shows at the most, 1 to 1000
 * @param variants whether the names of {@code q} are also looked for under other spellings
 * @param copies whether a passage that stands in several articles is one hit
 * @param quotations which quotations are taken
 */
public record SearchRequest(
    String q,
    Set<DocumentType> types,
    MatchMode match,
    Map<Facet, List<String>> filters,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    SortOrder sort,
    int size,
    @Nullable String after,
    Set<Facet> facets,
    int facetSize,
    DateInterval interval,
    NameVariants variants,
    CopyMode copies,
    QuotationBounds quotations) {
  public static final int MAX_SIZE = 100;

  public SearchRequest {
    types = Set.copyOf(types);
    facets = Set.copyOf(facets);
    Map<Facet, List<String>> copy = new EnumMap<>(Facet.class);
    filters.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
    filters = Collections.unmodifiableMap(copy);
    if (types.isEmpty()) {
      throw new IllegalArgumentException("a search looks for at least one type");
    }
    if (size < 0 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size is 0 to " + MAX_SIZE + ", not " + size);
    }
    if (facetSize < 1 || facetSize > 1000) {
      throw new IllegalArgumentException("a facet shows 1 to 1000 values, not " + facetSize);
    }
    if (filters.containsKey(Facet.TYPE) || filters.containsKey(Facet.DATE)) {
      throw new IllegalArgumentException("type and date are no filters of their own");
    }
  }

  /** A search for names under all their spellings, with copies folded. */
  public SearchRequest(
      String q,
      Set<DocumentType> types,
      MatchMode match,
      Map<Facet, List<String>> filters,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      SortOrder sort,
      int size,
      @Nullable String after,
      Set<Facet> facets,
      int facetSize,
      DateInterval interval) {
    this(
        q,
        types,
        match,
        filters,
        from,
        to,
        sort,
        size,
        after,
        facets,
        facetSize,
        interval,
        NameVariants.ON,
        CopyMode.FOLD,
        QuotationBounds.DEFAULT);
  }

  /** The same request with names under these spellings. */
  public SearchRequest withVariants(NameVariants newVariants) {
    return new SearchRequest(
        q,
        types,
        match,
        filters,
        from,
        to,
        sort,
        size,
        after,
        facets,
        facetSize,
        interval,
        newVariants,
        copies,
        quotations);
  }

  /** The same request with copies treated so. */
  public SearchRequest withCopies(CopyMode newCopies) {
    return new SearchRequest(
        q,
        types,
        match,
        filters,
        from,
        to,
        sort,
        size,
        after,
        facets,
        facetSize,
        interval,
        variants,
        newCopies,
        quotations);
  }

  /** The same request for these quotations. */
  public SearchRequest withQuotations(QuotationBounds newQuotations) {
    return new SearchRequest(
        q,
        types,
        match,
        filters,
        from,
        to,
        sort,
        size,
        after,
        facets,
        facetSize,
        interval,
        variants,
        copies,
        newQuotations);
  }

  /** The same request for the total alone. */
  public SearchRequest forTotal() {
    return new SearchRequest(
        q,
        types,
        match,
        filters,
        from,
        to,
        sort,
        0,
        null,
        Set.of(),
        facetSize,
        interval,
        variants,
        copies,
        quotations);
  }

  /** The same request for facets and totals alone. */
  public SearchRequest withoutHits() {
    return new SearchRequest(
        q,
        types,
        match,
        filters,
        from,
        to,
        sort,
        0,
        null,
        facets,
        facetSize,
        interval,
        variants,
        copies,
        quotations);
  }

  /** The same request for other things. */
  public SearchRequest withTypes(Set<DocumentType> newTypes) {
    return new SearchRequest(
        q,
        newTypes,
        match,
        filters,
        from,
        to,
        sort,
        size,
        after,
        facets,
        facetSize,
        interval,
        variants,
        copies,
        quotations);
  }

  /** The same request with another query. */
  public SearchRequest withQuery(String newQ, MatchMode newMatch) {
    return new SearchRequest(
        newQ,
        types,
        newMatch,
        filters,
        from,
        to,
        sort,
        size,
        after,
        facets,
        facetSize,
        interval,
        variants,
        copies,
        quotations);
  }

  /** The same request on other days. */
  public SearchRequest withDays(@Nullable LocalDate newFrom, @Nullable LocalDate newTo) {
    return new SearchRequest(
        q,
        types,
        match,
        filters,
        newFrom,
        newTo,
        sort,
        size,
        after,
        facets,
        facetSize,
        interval,
        variants,
        copies,
        quotations);
  }

  /** The same request with other filters. */
  public SearchRequest withFilters(Map<Facet, List<String>> newFilters) {
    return new SearchRequest(
        q,
        types,
        match,
        newFilters,
        from,
        to,
        sort,
        size,
        after,
        facets,
        facetSize,
        interval,
        variants,
        copies,
        quotations);
  }

  /** The same request for another page, in this order. */
  public SearchRequest withPage(SortOrder newSort, int newSize, @Nullable String newAfter) {
    return new SearchRequest(
        q,
        types,
        match,
        filters,
        from,
        to,
        newSort,
        newSize,
        newAfter,
        facets,
        facetSize,
        interval,
        variants,
        copies,
        quotations);
  }

  /** The same request with these facets counted, of each at the most so many values. */
  public SearchRequest withFacets(Set<Facet> newFacets, int newSize) {
    return new SearchRequest(
        q,
        types,
        match,
        filters,
        from,
        to,
        sort,
        size,
        after,
        newFacets,
        newSize,
        interval,
        variants,
        copies,
        quotations);
  }

  /** Paragraphs that hold these words, ten of them, with every facet. */
  public static SearchRequest of(String q) {
    return new SearchRequest(
        q,
        Set.of(DocumentType.PARAGRAPH),
        MatchMode.ALL,
        Map.of(),
        null,
        null,
        SortOrder.RELEVANCE,
        10,
        null,
        Set.of(Facet.values()),
        10,
        DateInterval.MONTH);
  }
}
