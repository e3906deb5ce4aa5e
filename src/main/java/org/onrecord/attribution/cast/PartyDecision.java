package org.onrecord.attribution.cast;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;

/**
 * A speaker's party on the article's date.
 *
 * @param party it, or null where nobody knows
 * @param former the party that the speaker is said to have left, or null
 * @param rule what decided
 */
public record PartyDecision(@Nullable PartyRef party, @Nullable PartyRef former, String rule) {
  public static final PartyDecision UNKNOWN = new PartyDecision(null, null, "party unknown");

  /** Of somebody who is likelier not the one who speaks. */
  public static final PartyDecision DOUBTED =
      new PartyDecision(null, null, "no party, since the speaker is in doubt");
}
