package org.onrecord.registry;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a person belongs to a party or holds an office, for a time.
 *
 * @param organisationId the id of the party or other organisation
 * @param role what the person is there in plain English, "Prime Minister of Pakistan", "founder of
 *     PTI"; null for a member without office
 * @param period when
 * @param lastKnown the day up to which an open end is known to be one, because the source is a
 *     snapshot of that day; null where it ended, or nobody doubts that it goes on
 * @param source a code of where it is from, {@code hand}, {@code wikidata}; null where that is not
 *     said
 */
public record Membership(
    String organisationId,
    @Nullable String role,
    DatePeriod period,
    @Nullable LocalDate lastKnown,
    @Nullable String source) {
  public Membership {
    if (organisationId.isBlank()) {
      throw new IllegalArgumentException("a membership names a party or organisation");
    }
    if (role != null && role.isBlank()) {
      throw new IllegalArgumentException("a role is not blank");
    }
    if (lastKnown != null && period.end() != null) {
      throw new IllegalArgumentException("what has ended is not last known");
    }
  }

  /** A membership that holds for the whole of its period. */
  public Membership(String organisationId, @Nullable String role, DatePeriod period) {
    this(organisationId, role, period, null, null);
  }

  /** Whether it holds on a date, be it only last known. */
  public boolean holdsOn(LocalDate date) {
    return period.contains(date);
  }

  /** Whether it is not known for sure on a date on which it may hold. */
  public boolean isOnlyLastKnownOn(LocalDate date) {
    return lastKnown != null && date.isAfter(lastKnown);
  }

  /** The office this is; empty for a member without one. */
  Optional<Office> office() {
    return Optional.ofNullable(role).map(held -> new Office(held, organisationId, period));
  }
}
