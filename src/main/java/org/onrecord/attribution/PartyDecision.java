package org.onrecord.attribution;

import org.jspecify.annotations.Nullable;

/**
 * A speaker's party on the article's date.
 *
 * @param party it, or null where nobody knows
 * @param former the party that the speaker is said to have left, or null
 * @param rule what decided
 */
public record PartyDecision(@Nullable NamedParty party, @Nullable NamedParty former, String rule) {
  static final PartyDecision UNKNOWN = new PartyDecision(null, null, "party unknown");

  /** A party by the registry's id and short name, or as the text names it. */
  public record NamedParty(String id, String name) {}
}
