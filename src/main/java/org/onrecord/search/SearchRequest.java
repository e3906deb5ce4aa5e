package org.onrecord.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.query.QuerySyntax;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;

/**
 * A search, as the caller asks for it: what is typed, what it is looked for in, which hits are
 * given, and what is counted.
 */
public record SearchRequest(
    TypedQuery typed, SearchScope scope, HitPage page, FacetsWanted counted) {
  public static final int MAX_SIZE = HitPage.MAX_SIZE;

  /** Paragraphs that hold these words, ten of them, with every facet. */
  public static SearchRequest of(String q) {
    return new SearchRequest(
        TypedQuery.of(q), SearchScope.DEFAULT, HitPage.DEFAULT, FacetsWanted.DEFAULT);
  }

  public String q() {
    return typed.q();
  }

  public QuerySyntax syntax() {
    return typed.syntax();
  }

  public MatchMode match() {
    return typed.match();
  }

  public NameVariants variants() {
    return typed.variants();
  }

  public Set<DocumentType> types() {
    return scope.types();
  }

  public Map<Facet, List<String>> filters() {
    return scope.filters();
  }

  public @Nullable LocalDate from() {
    return scope.from();
  }

  public @Nullable LocalDate to() {
    return scope.to();
  }

  public QuotationBounds quotations() {
    return scope.quotations();
  }

  public CopyMode copies() {
    return scope.copies();
  }

  public SortOrder sort() {
    return page.sort();
  }

  public int size() {
    return page.size();
  }

  public @Nullable String after() {
    return page.after();
  }

  public Set<Facet> facets() {
    return counted.facets();
  }

  public int facetSize() {
    return counted.size();
  }

  public DateInterval interval() {
    return counted.interval();
  }

  /** The same request for what else is typed. */
  public SearchRequest withTyped(TypedQuery newTyped) {
    return new SearchRequest(newTyped, scope, page, counted);
  }

  /** The same request in another scope. */
  public SearchRequest withScope(SearchScope newScope) {
    return new SearchRequest(typed, newScope, page, counted);
  }

  /** The same request for another query in the same syntax. */
  public SearchRequest withQuery(String newQ, MatchMode newMatch) {
    return withTyped(new TypedQuery(newQ, typed.syntax(), newMatch, typed.variants()));
  }

  /** The same request written in this syntax. */
  public SearchRequest withSyntax(QuerySyntax newSyntax) {
    return withTyped(new TypedQuery(typed.q(), newSyntax, typed.match(), typed.variants()));
  }

  /** The same request with names under these spellings. */
  public SearchRequest withVariants(NameVariants newVariants) {
    return withTyped(new TypedQuery(typed.q(), typed.syntax(), typed.match(), newVariants));
  }

  /** The same request for quotations in place of paragraphs. */
  public SearchRequest forQuotations() {
    return withTypes(Set.of(DocumentType.QUOTE));
  }

  /**
   * The same request with one more filter.
   *
   * @param values any of which will do: {@code Facet.SPEAKER, "Ruth Alder"}
   */
  public SearchRequest with(Facet facet, String... values) {
    Map<Facet, List<String>> all = new HashMap<>(scope.filters());
    all.put(facet, List.of(values));
    return withFilters(all);
  }

  /** The same request for other things. */
  public SearchRequest withTypes(Set<DocumentType> newTypes) {
    return withScope(scope.withTypes(newTypes));
  }

  /** The same request with other filters. */
  public SearchRequest withFilters(Map<Facet, List<String>> newFilters) {
    return withScope(scope.withFilters(newFilters));
  }

  /** The same request on other days. */
  public SearchRequest withDays(@Nullable LocalDate newFrom, @Nullable LocalDate newTo) {
    return withScope(scope.withDays(newFrom, newTo));
  }

  /** The same request for these quotations. */
  public SearchRequest withQuotations(QuotationBounds newQuotations) {
    return withScope(scope.withQuotations(newQuotations));
  }

  /** The same request with copies treated so. */
  public SearchRequest withCopies(CopyMode newCopies) {
    return withScope(scope.withCopies(newCopies));
  }

  /** The same request with other bounds. */
  public SearchRequest withBounds(HitBounds newBounds) {
    return withScope(scope.withBounds(newBounds));
  }

  /**
   * What tells this search from another, whichever page of it is asked for and whatever is counted:
   * of two services alike.
   */
  public String identity() {
    return String.join(
        "\u001F",
        typed.q(),
        typed.syntax().label(),
        typed.match().label(),
        typed.variants().label(),
        new TreeSet<>(scope.types()).toString(),
        scope.filters().toString(),
        String.valueOf(scope.from()),
        String.valueOf(scope.to()),
        scope.quotations().toString(),
        scope.copies().label(),
        scope.bounds().toString());
  }

  /** The same request for another page, in this order. */
  public SearchRequest withPage(SortOrder newSort, int newSize, @Nullable String newAfter) {
    return new SearchRequest(typed, scope, new HitPage(newSort, newSize, newAfter), counted);
  }

  /** The same request with these facets counted, of each at the most so many values. */
  public SearchRequest withFacets(Set<Facet> newFacets, int newSize) {
    return withFacets(new FacetsWanted(newFacets, newSize, counted.interval()));
  }

  /** The same request with these facets counted. */
  public SearchRequest withFacets(FacetsWanted newCounted) {
    return new SearchRequest(typed, scope, page, newCounted);
  }

  /** The same request for facets and totals alone. */
  public SearchRequest withoutHits() {
    return new SearchRequest(typed, scope, page.none(), counted);
  }

  /** The same request for the total alone. */
  public SearchRequest forTotal() {
    return new SearchRequest(typed, scope, page.none(), counted.none());
  }
}
