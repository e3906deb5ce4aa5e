package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onrecord.query.AskedQuestion;
import org.onrecord.query.Query;
import org.onrecord.query.QueryLimits;
import org.onrecord.query.QuerySyntax;
import org.onrecord.query.QuerySyntaxException;
import org.onrecord.query.ReadQuery;
import org.onrecord.schema.ArchiveField;
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
    Query meant =
        typed.syntax() == QuerySyntax.ONRECORD ? asked(read.query(), parties) : read.query();
    return new UnderstoodQuery(
        new ReadQuery(spelt.resolve(meant), read.leftOut()),
        spelt.spellings(),
        parties.all(),
        spelt.asksForPolarity());
  }

  /**
   * What a question asks for, where it is one and the archive has whom it asks about; else the
   * query as it is.
   */
  private Query asked(Query typed, MeantParties parties) throws IOException {
    Optional<AskedQuestion> question = AskedQuestion.in(typed);
    if (question.isEmpty()) {
      return typed;
    }
    List<Query> clauses = new ArrayList<>();
    List<Query.Word> speaker = question.get().speaker();
    if (!speaker.isEmpty()) {
      Optional<Query> said = saidBy(speaker, parties);
      if (said.isEmpty()) {
        return typed;
      }
      clauses.add(said.get());
    }
    clauses.addAll(question.get().topic());
    return clauses.size() == 1 ? clauses.getFirst() : new Query.Group(clauses);
  }

  private Optional<Query> saidBy(List<Query.Word> words, MeantParties parties) throws IOException {
    boolean article = words.size() > 1 && words.getFirst().text().equalsIgnoreCase("the");
    List<Query.Word> name = article ? words.subList(1, words.size()) : words;
    String text = name.stream().map(Query.Word::text).collect(Collectors.joining(" "));
    int position = name.getFirst().position();
    Optional<Completion> person = new PeopleNamed(view, aliases).named(text);
    if (person.isPresent()) {
      return Optional.of(
          new Query.In(
              ArchiveField.SPEAKER, new Query.Phrase(person.get().text(), position), position));
    }
    return parties.holds(text)
        ? Optional.of(new Query.In(ArchiveField.PARTY, new Query.Phrase(text, position), position))
        : Optional.empty();
  }

  /** Whom the words of a query name. */
  List<PersonNamed> people(Query query, String typed) throws IOException {
    return new PeopleNamed(view, aliases).in(query, typed);
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
