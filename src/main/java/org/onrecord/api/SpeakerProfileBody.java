package org.onrecord.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.FacetBody.ValueBody;
import org.onrecord.article.SpeakerType;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;

/**
 * Who somebody is, and what the archive has of them.
 *
 * @param type {@code person} or {@code organisation}
 * @param known whether the registry knows them; else all is from the archive, and aliases,
 *     description and memberships are empty
 * @param counts what the archive has, as a search by the name would count it
 */
public record SpeakerProfileBody(
    String id,
    String name,
    String type,
    boolean known,
    List<String> aliases,
    @Nullable String description,
    @Nullable String wikidata,
    List<MembershipBody> memberships,
    CountsBody counts,
    ProfileLinksBody links) {

  /**
   * Somebody whom the registry knows.
   *
   * @param name the registry's, unless an editor decided on another
   */
  public static SpeakerProfileBody of(
      Person person, String name, Registry registry, CountsBody counts) {
    return new SpeakerProfileBody(
        person.id(),
        name,
        SpeakerType.PERSON.label(),
        true,
        aliases(person, name),
        person.description(),
        person.wikidata(),
        MembershipBody.of(person, registry),
        counts,
        ProfileLinksBody.ofSpeaker(person.id(), name));
  }

  private static List<String> aliases(Person person, String name) {
    return person.allNames().stream().filter(other -> !other.equals(name)).distinct().toList();
  }

  /** Somebody whom only the archive knows. */
  public static SpeakerProfileBody of(String name, SpeakerType type, String id, CountsBody counts) {
    return new SpeakerProfileBody(
        id,
        name,
        type.label(),
        false,
        List.of(),
        null,
        null,
        List.of(),
        counts,
        ProfileLinksBody.ofSpeaker(id, name));
  }

  /**
   * How much of somebody, or of a party, the archive has.
   *
   * @param quotations how many quotations
   * @param paragraphs how many paragraphs in which they, or the party's people, are quoted
   * @param mentions how many paragraphs in which they are spoken of, or the party is named
   * @param first the day of the first quotation; null where there is none
   * @param last the day of the last one
   * @param others of a speaker the parties for which they spoke, of a party who spoke for it, with
   *     the number of quotations, at most 50, the most frequent first
   */
  public record CountsBody(
      long quotations,
      long paragraphs,
      long mentions,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      List<ValueBody> others) {}
}
