package org.onrecord.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file that are one person, gathered. */
final class PersonRows {
  private final String id;
  private final String name;
  private final Set<String> aliases = new LinkedHashSet<>();
  private final List<Membership> memberships = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private DatePeriod life = DatePeriod.ALWAYS;
  private Gender gender = Gender.UNKNOWN;
  private @Nullable String description;
  private @Nullable String wikidata;

  PersonRows(String id, String name) {
    this.id = id;
    this.name = name;
  }

  String id() {
    return id;
  }

  void addAliases(List<String> more) {
    more.stream().map(String::strip).filter(alias -> !alias.isEmpty()).forEach(aliases::add);
  }

  void setGender(String word) {
    Gender stated =
        Gender.fromWord(word)
            .orElseThrow(() -> new IllegalArgumentException("gender " + word + " is unknown"));
    if (gender != Gender.UNKNOWN && gender != stated) {
      throw new IllegalArgumentException("gender " + word + " contradicts an earlier row");
    }
    gender = stated;
  }

  void setDescription(String text) {
    description = text;
  }

  void setWikidata(String identifier) {
    if (wikidata != null && !wikidata.equals(identifier)) {
      throw new IllegalArgumentException("wikidata " + identifier + " contradicts an earlier row");
    }
    wikidata = identifier;
  }

  void setLife(DatePeriod dates) {
    life = dates;
  }

  /** Adds a membership that stands at a place, "line 14". */
  void add(Membership membership, String place) {
    memberships.add(membership);
    places.add(place);
  }

  /**
   * Takes another writing of the name for an alias.
   *
   * @throws IllegalArgumentException if no word of it is in the name
   */
  void requireSamePerson(String other) {
    List<String> words = NameKey.words(name);
    if (words.equals(NameKey.words(other)) || aliases.contains(other)) {
      return;
    }
    if (NameKey.words(other).stream().noneMatch(words::contains)) {
      throw new IllegalArgumentException("the id is that of " + name + " in an earlier row");
    }
    aliases.add(other);
  }

  /** Tells where somebody is in two parties at once. */
  void tellOverlaps(Function<String, @Nullable String> partyName, RegistryProblems problems) {
    PartyOverlaps.tell(
        name, memberships, partyName, (i, said) -> problems.add(places.get(i), said));
  }

  Person toPerson() {
    return new Person(
        id, name, List.copyOf(aliases), gender, description, wikidata, life, memberships);
  }
}
