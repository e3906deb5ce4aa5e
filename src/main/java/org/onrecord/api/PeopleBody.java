package org.onrecord.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.NameDecisionsBody.NamesLinksBody;
import org.onrecord.people.NamedPerson;

/**
 * The people and organisations of the archive.
 *
 * @param total how many there are that were asked for
 * @param people those with most quotations first
 */
public record PeopleBody(long total, List<PersonBody> people, NamesLinksBody links) {
  public PeopleBody {
    people = List.copyOf(people);
  }

  public static PeopleBody of(long total, List<NamedPerson> people) {
    return new PeopleBody(
        total, people.stream().map(PersonBody::of).toList(), NamesLinksBody.of(""));
  }

  /**
   * Somebody of the archive.
   *
   * @param name what they are called
   * @param names every name that they have in the archive
   * @param quotations how many are theirs, under this id
   * @param mentions how many paragraphs name them, under this id
   * @param countsAs as whom they count; null where they are themselves
   * @param struck whether it is no name
   */
  public record PersonBody(
      String id,
      String name,
      String type,
      List<String> names,
      long quotations,
      long mentions,
      @Nullable SpeakerBody countsAs,
      boolean struck) {

    static PersonBody of(NamedPerson person) {
      return new PersonBody(
          person.archived().id(),
          person.name(),
          person.archived().who().type().label(),
          person.archived().names(),
          person.archived().spoken(),
          person.archived().mentioned(),
          SpeakerBody.of(person.countsAs()),
          person.struck());
    }
  }
}
