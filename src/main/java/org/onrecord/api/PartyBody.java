package org.onrecord.api;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;

/** A party: its id, which is its alone, and its short name, which others may bear. */
public record PartyBody(String id, String name) {
  static @Nullable PartyBody of(@Nullable PartyRef party) {
    return party == null ? null : new PartyBody(party.id(), party.name());
  }
}
