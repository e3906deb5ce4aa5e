package org.onrecord.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;
import org.onrecord.verify.AskedSpeaker.Suggestion;

/** Finds out whom of the archive's speakers a name means. Safe for use by several threads. */
final class Speakers {
  /** The most who are suggested. */
  private static final int MOST = 5;

  /** A short name is its most quoted bearer's if he has this share of all who bear it. */
  private static final double MAINLY = 0.75;

  private final SearchService search;
  private final FacetAliases aliases;

  Speakers(SearchService search, FacetAliases aliases) {
    this.search = search;
    this.aliases = aliases;
  }

  AskedSpeaker of(String asked) throws IOException {
    Set<String> names = new LinkedHashSet<>(aliases.canonical(Facet.SPEAKER, asked));
    names.add(asked);
    List<String> words = NameParts.parts(asked);
    if (words.isEmpty()) {
      return new AskedSpeaker(asked, names, false, List.of());
    }
    List<Suggestion> bearers = quoted(String.join(" ", words));
    Set<String> known = new LinkedHashSet<>();
    for (Suggestion bearer : bearers) {
      if (names.stream().anyMatch(name -> NameParts.isSame(name, bearer.name()))) {
        known.add(bearer.name());
      }
    }
    if (words.size() > 1 || bearers.isEmpty()) {
      boolean there = !known.isEmpty() || isQuoted(names);
      names.addAll(known);
      return new AskedSpeaker(asked, names, there, there ? List.of() : alike(words, bearers));
    }
    long all = bearers.stream().mapToLong(Suggestion::quotations).sum();
    boolean mainly = bearers.getFirst().quotations() >= MAINLY * all;
    names.addAll(known);
    if (mainly) {
      names.add(bearers.getFirst().name());
    }
    boolean clear = mainly || !known.isEmpty() && bearers.size() == 1;
    return new AskedSpeaker(
        asked, names, clear, clear && bearers.size() == 1 ? List.of() : first(bearers));
  }

  /** Those who bear the last of the words, where nobody bears all. */
  private List<Suggestion> alike(List<String> words, List<Suggestion> bearers) throws IOException {
    return first(bearers.isEmpty() ? quoted(words.getLast()) : bearers);
  }

  private static List<Suggestion> first(List<Suggestion> all) {
    return all.subList(0, Math.min(MOST, all.size()));
  }

  private boolean isQuoted(Set<String> names) throws IOException {
    return search
            .search(
                SearchRequest.of("")
                    .withTypes(Set.of(DocumentType.QUOTE))
                    .withFilters(Map.of(Facet.SPEAKER, List.copyOf(names)))
                    .forTotal())
            .total()
        > 0;
  }

  /** Who bears all of these words, the most quoted first. */
  private List<Suggestion> quoted(String words) throws IOException {
    SearchRequest request =
        SearchRequest.of("speaker:\"" + words + "\"")
            .withTypes(Set.of(DocumentType.QUOTE))
            .withFacets(Set.of(Facet.SPEAKER), 50)
            .withoutHits();
    List<Suggestion> found = new ArrayList<>();
    for (FacetCounts counts : search.search(request).facets()) {
      if (counts instanceof FacetCounts.Values values) {
        values.values().stream()
            .filter(value -> NameParts.parts(value.value()).containsAll(NameParts.parts(words)))
            .forEach(value -> found.add(new Suggestion(value.value(), value.count())));
      }
    }
    return found;
  }
}
