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
 * What a search looks in, beside what is typed.
 *
 * @param types what to look for, at least one
 * @param filters the values selected in each facet: OR within a facet, AND between them; matched
 *     without regard to case and by alias. Neither TYPE nor DATE is a key: {@code types}, {@code
 *     from} and {@code to} stand for them
 * @param from the first day, inclusive
 * @param to the last day, inclusive
 * @param quotations which quotations are taken
 * @param copies whether a passage that stands in several articles is one hit
 * @param bounds what else narrows them
 */
public record SearchScope(
    Set<DocumentType> types,
    Map<Facet, List<String>> filters,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    QuotationBounds quotations,
    CopyMode copies,
    HitBounds bounds) {
  /** All paragraphs, with copies folded. */
  public static final SearchScope DEFAULT =
      new SearchScope(
          Set.of(DocumentType.PARAGRAPH),
          Map.of(),
          null,
          null,
          QuotationBounds.DEFAULT,
          CopyMode.FOLD);

  /** One that nothing else narrows. */
  public SearchScope(
      Set<DocumentType> types,
      Map<Facet, List<String>> filters,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      QuotationBounds quotations,
      CopyMode copies) {
    this(types, filters, from, to, quotations, copies, HitBounds.NONE);
  }

  public SearchScope {
    types = Set.copyOf(types);
    Map<Facet, List<String>> copy = new EnumMap<>(Facet.class);
    filters.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
    filters = Collections.unmodifiableMap(copy);
    if (types.isEmpty()) {
      throw new IllegalArgumentException("a search looks for at least one type");
    }
    if (filters.containsKey(Facet.TYPE) || filters.containsKey(Facet.DATE)) {
      throw new IllegalArgumentException("type and date are no filters of their own");
    }
  }

  /** Whether it is narrowed by facets or days. */
  public boolean isNarrowed() {
    return !filters.isEmpty() || from != null || to != null;
  }

  /** The same with other things looked for. */
  public SearchScope withTypes(Set<DocumentType> newTypes) {
    return new SearchScope(newTypes, filters, from, to, quotations, copies, bounds);
  }

  /** The same with other filters. */
  public SearchScope withFilters(Map<Facet, List<String>> newFilters) {
    return new SearchScope(types, newFilters, from, to, quotations, copies, bounds);
  }

  /** The same on other days. */
  public SearchScope withDays(@Nullable LocalDate newFrom, @Nullable LocalDate newTo) {
    return new SearchScope(types, filters, newFrom, newTo, quotations, copies, bounds);
  }

  /** The same for these quotations. */
  public SearchScope withQuotations(QuotationBounds newQuotations) {
    return new SearchScope(types, filters, from, to, newQuotations, copies, bounds);
  }

  /** The same with copies treated so. */
  public SearchScope withCopies(CopyMode newCopies) {
    return new SearchScope(types, filters, from, to, quotations, newCopies, bounds);
  }

  /** The same with other bounds. */
  public SearchScope withBounds(HitBounds newBounds) {
    return new SearchScope(types, filters, from, to, quotations, copies, newBounds);
  }
}
