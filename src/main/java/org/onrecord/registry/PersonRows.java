package org.onrecord.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file that are one person, gathered. */
final class PersonRows {
  private final String id;
  private final String name;
  private final Set<String> aliases = new LinkedHashSet<>();
  private final List<Membership> memberships = new ArrayList<>();
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

  void add(Membership membership) {
    memberships.add(membership);
  }

  Person toPerson() {
    return new Person(id, name, List.copyOf(aliases), gender, description, wikidata, memberships);
  }
}
