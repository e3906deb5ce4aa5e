package org.onrecord.api;

import org.jspecify.annotations.Nullable;
import org.onrecord.schema.PartyRef;

/** A party, under the short name that facets show. */
public record PartyBody(String id, String name) {
  static @Nullable PartyBody of(@Nullable PartyRef party) {
    return party == null ? null : new PartyBody(party.id(), party.name());
  }
}
