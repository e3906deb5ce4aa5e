package org.onrecord.correction;

import org.onrecord.article.SpeakerType;

/** What an editor decides about a quotation. */
public sealed interface QuotationDecision {

  /**
   * It is this one who speaks. Ends an earlier decision on the party, which was another speaker's.
   *
   * @param name a name, or a person's id in the registry where several share the name
   */
  record SpeakerIs(String name, SpeakerType type) implements QuotationDecision {
    public SpeakerIs {
      requireName(name);
    }

    @Override
    public String sentence() {
      return "the speaker is " + name + " (" + type.label() + ")";
    }
  }

  /**
   * The speaker's party on the article's date is this one.
   *
   * @param name a name, or a party's id in the registry where several share the name
   */
  record PartyIs(String name) implements QuotationDecision {
    public PartyIs {
      requireName(name);
    }

    @Override
    public String sentence() {
      return "the party is " + name;
    }
  }

  /** The speaker belongs to no party on the article's date. */
  record PartyIsNone() implements QuotationDecision {
    @Override
    public String sentence() {
      return "there is no party";
    }
  }

  /** Nobody is quoted here. */
  record NotAQuotation() implements QuotationDecision {
    @Override
    public String sentence() {
      return "it is not a quotation";
    }
  }

  /** Whatever was decided before no longer holds. */
  record Withdrawn() implements QuotationDecision {
    @Override
    public String sentence() {
      return "earlier corrections are withdrawn";
    }
  }

  /** The decision as a person reads it. */
  String sentence();

  private static void requireName(String name) {
    if (name.isEmpty() || !name.equals(name.strip())) {
      throw new IllegalArgumentException("a name is not blank, at either end either");
    }
  }
}
