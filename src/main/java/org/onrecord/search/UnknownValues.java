package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.onrecord.query.Query;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;

/** Finds out which of the values that a search is narrowed by nothing in the archive has. */
final class UnknownValues {
  /** How many values are looked up, and how many are offered for each. */
  private static final int MOST_LOOKED_UP = 8;

  private static final int MOST_OFFERED = 3;

  /** With how many of those that begin alike a value is compared. */
  private static final int COMPARED = 200;

  /** How many letters of a misspelt word are taken to be right. */
  private static final int BEGINNING = 2;

  private static final Query ALL = new Query.All();

  private final Understanding understanding;

  UnknownValues(Understanding understanding) {
    this.understanding = understanding;
  }

  /**
   * Those of a request.
   *
   * @param filters as they were typed
   * @param found whether the search found anything, so that the one value of a facet is known
   */
  List<UnknownValue> of(Map<Facet, List<String>> filters, boolean found) throws IOException {
    List<UnknownValue> unknown = new ArrayList<>();
    int lookedUp = 0;
    for (Map.Entry<Facet, List<String>> filter : filters.entrySet()) {
      Facet facet = filter.getKey();
      boolean known = found && filter.getValue().size() == 1 || !facet.closed().isEmpty();
      for (String value : known ? List.<String>of() : filter.getValue()) {
        if (lookedUp++ < MOST_LOOKED_UP && !isThere(facet, value)) {
          unknown.add(new UnknownValue(facet, value, like(facet, value)));
        }
      }
    }
    return unknown;
  }

  private SearchBackend view() {
    return understanding.view();
  }

  private static SearchRequest everything() {
    return SearchRequest.of("")
        .withTypes(Set.of(DocumentType.values()))
        .withQuotations(QuotationBounds.DEFAULT.withUnsaid())
        .withCopies(CopyMode.UNFOLD);
  }

  private boolean isThere(Facet facet, String value) throws IOException {
    Map<Facet, List<String>> canonical =
        understanding.filters(
            Map.of(facet, List.of(value)), new MeantParties(understanding.aliases(), view()));
    SearchRequest asked = everything().withFilters(canonical).forTotal();
    return view().search(asked, ALL, MatchMode.ALL).total() > 0;
  }

  /**
   * The values that have most of the words of one, as they stand or but for a slip; of these those
   * that have more as they stand, then the more frequent.
   */
  List<String> like(Facet facet, String value) throws IOException {
    List<String> words = words(value);
    Map<String, FacetCounts.Value> found = new LinkedHashMap<>();
    for (String word : words) {
      listed(facet, word).forEach(each -> found.putIfAbsent(each.value(), each));
    }
    boolean whole = found.values().stream().anyMatch(each -> shared(words, each) == words.size());
    for (String word : whole ? List.<String>of() : words) {
      if (word.length() > BEGINNING) {
        listed(facet, word.substring(0, BEGINNING)).stream()
            .filter(each -> words(each.value()).stream().anyMatch(own -> Slips.isNear(word, own)))
            .forEach(each -> found.putIfAbsent(each.value(), each));
      }
    }
    return found.values().stream()
        .sorted(
            Comparator.comparingLong((FacetCounts.Value each) -> -near(words, each))
                .thenComparingLong(each -> -shared(words, each))
                .thenComparingLong(each -> -each.count()))
        .limit(MOST_OFFERED)
        .map(FacetCounts.Value::value)
        .toList();
  }

  private List<FacetCounts.Value> listed(Facet facet, String beginning) throws IOException {
    FacetPage page =
        view()
            .facet(
                everything(),
                ALL,
                MatchMode.ALL,
                new FacetListing(facet, beginning, COMPARED, null));
    return (facet.isById() ? understanding.partyLabels().of(page) : page).values();
  }

  private static long shared(List<String> words, FacetCounts.Value value) {
    List<String> own = words(value.value());
    return words.stream().filter(own::contains).count();
  }

  /** How many of the words a value has, as they stand or but for a slip. */
  private static long near(List<String> words, FacetCounts.Value value) {
    List<String> own = words(value.value());
    return words.stream()
        .filter(word -> own.stream().anyMatch(one -> one.equals(word) || Slips.isNear(word, one)))
        .count();
  }

  private static List<String> words(String value) {
    return Arrays.stream(value.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .distinct()
        .limit(MOST_LOOKED_UP)
        .toList();
  }
}
