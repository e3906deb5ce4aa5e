package org.onrecord.correction;

import org.jspecify.annotations.Nullable;

/**
 * Which corrections of a quotation hold: none, or one of the speaker, the party or both, or one
 * that it is no quotation.
 *
 * @param speaker who speaks
 * @param party for which party
 * @param struck that it is none
 */
public record Standing(
    @Nullable Correction speaker, @Nullable Correction party, @Nullable Correction struck) {
  /** Nothing was corrected. */
  public static final Standing NONE = new Standing(null, null, null);

  /** What holds after one more decision. */
  Standing after(Correction next) {
    return switch (next.decision()) {
      case QuotationDecision.SpeakerIs _ -> new Standing(next, null, null);
      case QuotationDecision.PartyIs _, QuotationDecision.PartyIsNone _ ->
          new Standing(speaker, next, null);
      case QuotationDecision.NotAQuotation _ -> new Standing(null, null, next);
      case QuotationDecision.Withdrawn _ -> NONE;
    };
  }

  /** The latest of the corrections that hold; null where none does. */
  public @Nullable Correction latest() {
    if (struck != null) {
      return struck;
    }
    return party != null ? party : speaker;
  }

  boolean holds(Correction correction) {
    return correction.equals(speaker) || correction.equals(party) || correction.equals(struck);
  }
}
