package org.onrecord.mcp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.FacetListing;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;
import org.onrecord.search.Slips;

/** Tells whether the archive has a name in a facet, and what names it has that are like it. */
final class ArchiveNames {
  private static final int MOST = 5;
  private static final int MOST_WORDS = 4;
  private static final int COMPARED = FacetListing.MAX_SIZE;

  /** How many letters are taken to be right in a word that is not. */
  private static final int BEGINNING = 2;

  private final SearchService search;

  ArchiveNames(SearchService search) {
    this.search = search;
  }

  /** In how many documents of a type the name stands. */
  long count(Facet facet, String name, DocumentType type) throws IOException {
    return search
        .search(
            SearchRequest.of("")
                .withTypes(Set.of(type))
                .withFilters(Map.of(facet, List.of(name)))
                .forTotal())
        .total();
  }

  /** The names that share most words with this one, of equals the most frequent first. */
  List<FacetCounts.Value> like(Facet facet, String name, DocumentType type) throws IOException {
    List<String> words = words(name);
    Map<String, FacetCounts.Value> found = new LinkedHashMap<>();
    for (String word : words) {
      add(found, facet, word, type);
    }
    if (found.isEmpty()) {
      for (String word : words) {
        addMisspelt(found, facet, word, type);
      }
    }
    return found.values().stream()
        .sorted(
            Comparator.comparingLong((FacetCounts.Value each) -> -shared(words, each.value()))
                .thenComparingLong(each -> -each.count()))
        .limit(MOST)
        .toList();
  }

  private void add(
      Map<String, FacetCounts.Value> found, Facet facet, String word, DocumentType type)
      throws IOException {
    listed(facet, word, type).forEach(each -> found.putIfAbsent(each.value(), each));
  }

  /** Names with a word that is this one but for a slip or two after its beginning. */
  private void addMisspelt(
      Map<String, FacetCounts.Value> found, Facet facet, String word, DocumentType type)
      throws IOException {
    if (word.codePointCount(0, word.length()) <= BEGINNING) {
      return;
    }
    String beginning = word.substring(0, word.offsetByCodePoints(0, BEGINNING));
    listed(facet, beginning, type).stream()
        .filter(each -> words(each.value()).stream().anyMatch(own -> Slips.isNear(word, own)))
        .forEach(each -> found.putIfAbsent(each.value(), each));
  }

  private List<FacetCounts.Value> listed(Facet facet, String beginning, DocumentType type)
      throws IOException {
    SearchRequest all = SearchRequest.of("").withTypes(Set.of(type));
    return search.facet(all, new FacetListing(facet, beginning, COMPARED, null)).values();
  }

  private static long shared(List<String> words, String name) {
    List<String> own = words(name);
    return words.stream().filter(own::contains).count();
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+", -1))
        .filter(word -> word.length() > 1)
        .distinct()
        .limit(MOST_WORDS)
        .forEach(words::add);
    return words;
  }

  /** {@code Donald Trump (21,004), Melania Trump (12)}. */
  static String listed(List<FacetCounts.Value> names) {
    return names.stream()
        .map(each -> String.format(Locale.ROOT, "%s (%,d)", each.value(), each.count()))
        .collect(Collectors.joining(", "));
  }
}
