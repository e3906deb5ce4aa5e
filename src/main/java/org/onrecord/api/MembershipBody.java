package org.onrecord.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.registry.Membership;
import org.onrecord.registry.Organisation;
import org.onrecord.registry.Party;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;

/**
 * That somebody belongs to a party or holds an office, as the registry has it.
 *
 * @param organisation the party's or the organisation's id
 * @param name its name
 * @param party whether it is a party
 * @param role null for a member without office
 * @param from the first day; null where it is not known
 * @param to the last day; null where it still holds, or is not known
 * @param lastKnown the day of the snapshot up to which it is known to hold, and not after; null
 *     where it has ended, or the registry is kept up by hand
 */
public record MembershipBody(
    String organisation,
    String name,
    boolean party,
    @Nullable String role,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable LocalDate lastKnown) {
  private static final String BY_HAND = "hand";

  /** Every one of a person, in the registry's order. */
  public static List<MembershipBody> of(Person person, Registry registry) {
    return person.memberships().stream().map(membership -> of(membership, registry)).toList();
  }

  private static MembershipBody of(Membership membership, Registry registry) {
    String id = membership.organisationId();
    Optional<Party> party = registry.partyById(id);
    String name =
        party
            .map(Party::name)
            .or(() -> registry.organisation(id).map(Organisation::name))
            .orElse(id);
    return new MembershipBody(
        id,
        name,
        party.isPresent(),
        membership.role(),
        membership.period().start(),
        membership.period().end(),
        BY_HAND.equals(membership.source()) ? null : membership.lastKnown());
  }
}
