package org.onrecord.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

  AskedSpeaker of(String asked, Passages passages) throws IOException {
    Set<String> names = new LinkedHashSet<>(aliases.canonical(Facet.SPEAKER, asked));
    names.add(asked);
    List<String> words = NameParts.parts(asked);
    if (words.isEmpty()) {
      return new AskedSpeaker(asked, names, false, List.of());
    }
    return words.size() > 1 ? full(asked, names, words, passages) : single(asked, names, words);
  }

  /** A name of several words is whoever is quoted under it, or under it but for initials. */
  private AskedSpeaker full(String asked, Set<String> names, List<String> words, Passages passages)
      throws IOException {
    if (passages.isQuoted(names)) {
      return new AskedSpeaker(asked, names, true, List.of());
    }
    List<Suggestion> bearers = quoted(words.getLast());
    Set<String> known = same(names, bearers);
    names.addAll(known);
    List<Suggestion> suggestions = known.isEmpty() ? first(bearers) : List.of();
    return new AskedSpeaker(asked, names, !known.isEmpty(), suggestions);
  }

  /** A name of one word is its bearer's if one alone, or one above all, is quoted. */
  private AskedSpeaker single(String asked, Set<String> names, List<String> words)
      throws IOException {
    List<Suggestion> bearers = quoted(words.getFirst());
    Set<String> known = same(names, bearers);
    names.addAll(known);
    if (bearers.isEmpty()) {
      return new AskedSpeaker(asked, names, false, List.of());
    }
    long all = bearers.stream().mapToLong(Suggestion::quotations).sum();
    boolean mainly = bearers.getFirst().quotations() >= MAINLY * all;
    if (mainly) {
      names.add(bearers.getFirst().name());
    }
    boolean alone = bearers.size() == 1;
    return new AskedSpeaker(asked, names, mainly || alone, alone ? List.of() : first(bearers));
  }

  private static Set<String> same(Set<String> names, List<Suggestion> bearers) {
    Set<String> same = new LinkedHashSet<>();
    for (Suggestion bearer : bearers) {
      if (names.stream().anyMatch(name -> NameParts.isSame(name, bearer.name()))) {
        same.add(bearer.name());
      }
    }
    return same;
  }

  private static List<Suggestion> first(List<Suggestion> all) {
    return all.subList(0, Math.min(MOST, all.size()));
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
