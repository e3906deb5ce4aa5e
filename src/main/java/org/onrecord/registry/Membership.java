package org.onrecord.registry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a person belongs to a party or holds an office, for a time.
 *
 * @param organisationId the id of the party or other organisation
 * @param role what the person is there in plain English, "Prime Minister of Pakistan", "founder of
 *     PTI"; null for a member without office
 * @param period when
 */
public record Membership(String organisationId, @Nullable String role, DatePeriod period) {
  public Membership {
    if (organisationId.isBlank()) {
      throw new IllegalArgumentException("a membership names a party or organisation");
    }
    if (role != null && role.isBlank()) {
      throw new IllegalArgumentException("a role is not blank");
    }
  }

  /** The office this is; empty for a member without one. */
  Optional<Office> office() {
    return Optional.ofNullable(role).map(held -> new Office(held, organisationId, period));
  }
}
