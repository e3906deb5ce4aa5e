package org.onrecord.registry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is quoted or spoken about.
 *
 * @param id unique among persons, {@code imran-khan}
 * @param name as the archive shows it, "Imran Khan"
 * @param aliases other full names, spellings and nicknames; neither titles nor bare surnames
 * @param description who it is in a few words where memberships do not tell, "daughter of Donald
 *     Trump"
 * @param wikidata the Wikidata identifier, {@code Q155164}, by which registries recognise one
 *     person
 * @param life from birth to death; an end that is not known, or has not come, is open
 * @param memberships of parties and in offices, in any order, overlapping or not
 */
public record Person(
    String id,
    String name,
    List<String> aliases,
    Gender gender,
    @Nullable String description,
    @Nullable String wikidata,
    DatePeriod life,
    List<Membership> memberships) {
  public Person {
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("a person has an id and a name");
    }
    aliases = List.copyOf(aliases);
    memberships = memberships instanceof MembershipLines ? memberships : List.copyOf(memberships);
  }

  /** A person of whom it is not known when they were born. */
  public Person(
      String id,
      String name,
      List<String> aliases,
      Gender gender,
      @Nullable String description,
      @Nullable String wikidata,
      List<Membership> memberships) {
    this(id, name, aliases, gender, description, wikidata, DatePeriod.ALWAYS, memberships);
  }

  /** A person of whom no more is known. */
  public static Person of(String id, String name, Gender gender, Membership... memberships) {
    return new Person(id, name, List.of(), gender, null, null, List.of(memberships));
  }

  /** The name and the aliases. */
  public List<String> allNames() {
    List<String> names = new ArrayList<>();
    names.add(name);
    names.addAll(aliases);
    return List.copyOf(names);
  }
}
