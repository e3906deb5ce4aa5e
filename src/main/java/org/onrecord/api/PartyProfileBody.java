package org.onrecord.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.SpeakerProfileBody.CountsBody;
import org.onrecord.registry.DatedName;
import org.onrecord.registry.Party;
import org.onrecord.registry.Registry;

/**
 * What a party is, and what the archive has of it.
 *
 * @param name the short name that facets show
 * @param known whether the registry knows it; else all is from the archive
 * @param country ISO 3166 two-letter code
 * @param from the day of its founding, where that is known
 * @param to the day of its end
 * @param mergedInto the party that it became part of
 * @param colour its usual one, {@code #00a651}
 * @param members everybody whom the registry knows as a member at some time
 * @param counts what the archive has of this party alone, whoever else bears its name
 */
public record PartyProfileBody(
    String id,
    String name,
    boolean known,
    @Nullable String fullName,
    List<String> aliases,
    List<FormerNameBody> formerNames,
    @Nullable String country,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable PartyBody mergedInto,
    @Nullable String colour,
    List<MemberBody> members,
    CountsBody counts,
    ProfileLinksBody links) {

  /** A party that the registry knows. */
  public static PartyProfileBody of(Party party, Registry registry, CountsBody counts) {
    return new PartyProfileBody(
        party.id(),
        party.name(),
        true,
        party.fullName(),
        party.aliases(),
        party.formerNames().stream().map(FormerNameBody::of).toList(),
        party.country(),
        party.period().start(),
        party.period().end(),
        mergedInto(party, registry),
        party.colour(),
        registry.persons().stream()
            .flatMap(
                person ->
                    MembershipBody.of(person, registry).stream()
                        .filter(m -> m.organisation().equals(party.id()))
                        .map(
                            m ->
                                new MemberBody(
                                    person.id(),
                                    person.name(),
                                    m.role(),
                                    m.from(),
                                    m.to(),
                                    m.lastKnown())))
            .toList(),
        counts,
        ProfileLinksBody.ofParty(party.id()));
  }

  private static @Nullable PartyBody mergedInto(Party party, Registry registry) {
    String into = party.mergedInto();
    return into == null
        ? null
        : registry.partyById(into).map(p -> new PartyBody(p.id(), p.name())).orElse(null);
  }

  /** A party that only the archive knows. */
  public static PartyProfileBody of(String id, String name, CountsBody counts) {
    return new PartyProfileBody(
        id,
        name,
        false,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        counts,
        ProfileLinksBody.ofParty(id));
  }

  /** A name that it bore, from the first day to the last. */
  public record FormerNameBody(String name, @Nullable LocalDate from, @Nullable LocalDate to) {
    static FormerNameBody of(DatedName former) {
      return new FormerNameBody(former.name(), former.period().start(), former.period().end());
    }
  }

  /**
   * Who belongs to it.
   *
   * @param id the speaker's id
   * @param role null for a member without office
   * @param lastKnown as in {@link MembershipBody}
   */
  public record MemberBody(
      String id,
      String name,
      @Nullable String role,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable LocalDate lastKnown) {}
}
