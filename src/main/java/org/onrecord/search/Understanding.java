package org.onrecord.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.query.QueryLimits;
import org.onrecord.query.QuerySyntaxException;
import org.onrecord.query.ReadQuery;
import org.onrecord.schema.Facet;

/**
 * Understands what is typed and chosen, by one view of the archive: queries within limits, names
 * under their other spellings, filters by their aliases.
 */
record Understanding(
    SearchBackend view, FacetAliases aliases, NameSpellings names, QueryLimits limits) {

  /**
   * What was typed.
   *
   * @throws InvalidRequestException if it cannot be understood
   */
  UnderstoodQuery query(TypedQuery typed) throws IOException {
    MeantParties parties = new MeantParties(aliases, view);
    QueryNames spelt =
        new QueryNames(
            aliases,
            switch (typed.variants()) {
              case ON -> names;
              case OFF -> NameSpellings.NONE;
            },
            view,
            parties);
    ReadQuery read = read(typed);
    return new UnderstoodQuery(
        new ReadQuery(spelt.resolve(read.query()), read.leftOut()),
        spelt.spellings(),
        parties.all(),
        spelt.asksForPolarity());
  }

  private ReadQuery read(TypedQuery typed) {
    try {
      return typed.syntax().read(typed.q(), limits);
    } catch (QuerySyntaxException e) {
      throw new InvalidRequestException("q", e.position(), e.getMessage(), e);
    }
  }

  /**
   * Filters by canonical values, ids where the {@linkplain Facet#isById() facet's values have one}.
   *
   * @param parties notes which parties they mean
   */
  Map<Facet, List<String>> filters(Map<Facet, List<String>> chosen, MeantParties parties)
      throws IOException {
    Map<Facet, List<String>> canonical = new EnumMap<>(Facet.class);
    for (Map.Entry<Facet, List<String>> filter : chosen.entrySet()) {
      Facet facet = filter.getKey();
      Set<String> resolved = new LinkedHashSet<>();
      for (String value : filter.getValue()) {
        for (String each : facet.isById() ? parties.ids(value) : aliases.canonical(facet, value)) {
          resolved.add(facet.isOfPeople() ? view.called(facet, each) : each);
        }
      }
      canonical.put(facet, List.copyOf(resolved));
    }
    return canonical;
  }

  /** Labels that tell all of the archive's parties apart. */
  PartyLabels partyLabels() throws IOException {
    return PartyLabels.of(view.parties(), aliases);
  }
}
