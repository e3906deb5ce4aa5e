package org.onrecord.attribution;

import org.onrecord.quotation.Quotation;

/** A quotation with its speaker and party. */
public record AttributedQuotation(
    Quotation quotation, Attribution attribution, PartyDecision party) {

  /** How sure all of it is: that it is a quotation, and that the speaker is right; 0 to 1. */
  public double confidence() {
    double speaker = attribution instanceof Attribution.Unattributed ? 1 : attribution.confidence();
    return quotation.confidence() * speaker;
  }

  /** The rules that decided, parted by " &gt; ". */
  public String rule() {
    return quotation.rule() + " > " + attribution.rule() + " > " + party.rule();
  }
}
