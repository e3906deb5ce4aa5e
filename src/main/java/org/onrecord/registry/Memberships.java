package org.onrecord.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to which party and holds which office on which day, as the methods of {@link
 * Registry} with the same names say.
 */
record Memberships(Map<String, Party> parties, Map<String, Organisation> organisations) {
  Set<String> countriesOf(Person person) {
    Set<String> codes = new TreeSet<>();
    for (Membership membership : person.memberships()) {
      String country = countryOf(membership.organisationId());
      if (country != null && country.length() >= 2) {
        codes.add(country.substring(0, 2).toUpperCase(Locale.ROOT));
      }
    }
    return codes;
  }

  List<Party> partiesOf(Person person, @Nullable LocalDate date) {
    if (date == null) {
      List<Membership> all = partyMemberships(person);
      return partiesWhere(person, m -> all.stream().allMatch(other -> holdsOver(m, other)));
    }
    return partiesWhere(
        person, m -> m.period().contains(date) && !isDissolved(m.organisationId(), date));
  }

  Optional<LocalDate> lastKnown(Person person, Party party, LocalDate date) {
    LocalDate latest = null;
    for (Membership m : person.memberships()) {
      if (m.organisationId().equals(party.id()) && m.holdsOn(date)) {
        LocalDate known = m.lastKnown();
        if (known == null || !date.isAfter(known)) {
          return Optional.empty();
        }
        latest = latest == null || known.isAfter(latest) ? known : latest;
      }
    }
    return Optional.ofNullable(latest);
  }

  List<Party> formerPartiesOf(Person person, @Nullable LocalDate date) {
    if (date == null) {
      return List.of();
    }
    List<Party> current = partiesOf(person, date);
    return partiesWhere(
            person, m -> m.period().endedBefore(date) || isDissolved(m.organisationId(), date))
        .stream()
        .filter(party -> !current.contains(party))
        .toList();
  }

  List<Office> officesOf(Person person, @Nullable LocalDate date) {
    return date == null ? List.of() : officesWhere(person, m -> m.period().contains(date));
  }

  List<Office> sureOfficesOf(Person person, @Nullable LocalDate date) {
    return date == null
        ? List.of()
        : officesWhere(person, m -> m.holdsOn(date) && !m.isOnlyLastKnownOn(date));
  }

  List<Office> formerOfficesOf(Person person, @Nullable LocalDate date) {
    if (date == null) {
      return List.of();
    }
    List<String> current = officesOf(person, date).stream().map(Office::role).toList();
    return officesWhere(person, m -> m.period().endedBefore(date)).stream()
        .filter(office -> !current.contains(office.role()))
        .toList();
  }

  List<Office> allOfficesOf(Person person) {
    return officesWhere(person, m -> true);
  }

  private List<Party> partiesWhere(Person person, Predicate<Membership> condition) {
    return partyMemberships(person).stream()
        .filter(condition)
        .map(m -> Objects.requireNonNull(parties.get(m.organisationId())))
        .distinct()
        .toList();
  }

  private boolean isDissolved(String partyId, LocalDate date) {
    Party party = parties.get(partyId);
    return party != null && party.period().endedBefore(date);
  }

  private List<Membership> partyMemberships(Person person) {
    return person.memberships().stream()
        .filter(m -> parties.containsKey(m.organisationId()))
        .toList();
  }

  private static boolean holdsOver(Membership membership, Membership other) {
    return membership.organisationId().equals(other.organisationId())
        || membership.period().encloses(other.period());
  }

  private static List<Office> officesWhere(Person person, Predicate<Membership> condition) {
    return person.memberships().stream()
        .filter(condition)
        .flatMap(m -> m.office().stream())
        .toList();
  }

  static boolean isKnownToHold(Person person, LocalDate date) {
    return person.memberships().stream()
        .anyMatch(m -> m.holdsOn(date) && !m.isOnlyLastKnownOn(date));
  }

  private @Nullable String countryOf(String organisationId) {
    Party party = parties.get(organisationId);
    if (party != null) {
      return party.country();
    }
    Organisation organisation = organisations.get(organisationId);
    return organisation == null ? null : organisation.country();
  }
}
