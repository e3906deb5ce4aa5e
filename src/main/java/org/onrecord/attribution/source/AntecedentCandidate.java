package org.onrecord.attribution.source;

import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.cast.Antecedent;

/**
 * Somebody for whom words may stand.
 *
 * @param who null for nobody
 * @param clues by {@link Clue}'s ordinal
 */
public record AntecedentCandidate(@Nullable Antecedent who, double[] clues) {
  /** Whether the words fit something that is known of somebody. */
  boolean isFitting() {
    return clues[Clue.TEXT_FIT.ordinal()] > 0
        || clues[Clue.OFFICE_FIT.ordinal()] > 0
        || clues[Clue.WORD_SHARED.ordinal()] > 0
        || clues[Clue.PARTY.ordinal()] > 0;
  }
}
