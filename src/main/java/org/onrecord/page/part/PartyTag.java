package org.onrecord.page.part;

import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.search.PartyLabels;

/**
 * The speaker's party on the article's date: what the pages show of it, and the one place that
 * chooses how, by the party's id, so that it looks the same in every view.
 *
 * @param label "PTI", "Conservative (Canada)", "former PTI", "party not known"
 * @param style the classes it is shown by
 * @param href the party's page; null where no party is known
 * @param colour the party's, for a swatch beside the label; null where none is known
 */
public record PartyTag(String label, String style, @Nullable String href, @Nullable String colour) {

  /**
   * The party of a quotation's speaker; null where that is nobody who could have one.
   *
   * @param labels what parties are called where it is shown
   */
  public static @Nullable PartyTag of(ArchivedQuotation quotation, PartyLabels labels) {
    return of(quotation.speaker(), quotation.party(), quotation.formerParty(), labels);
  }

  /** The party of one who speaks. */
  public static @Nullable PartyTag of(
      @Nullable SpeakerRef speaker,
      @Nullable PartyRef party,
      @Nullable PartyRef former,
      PartyLabels labels) {
    if (party != null) {
      return new PartyTag(
          labels.of(party), "party", Pages.party(party.id()), labels.colourOf(party));
    }
    if (former != null) {
      return new PartyTag(
          "former " + labels.of(former),
          "party former",
          Pages.party(former.id()),
          labels.colourOf(former));
    }
    return speaker != null && speaker.type() == SpeakerType.PERSON
        ? new PartyTag("party not known", "party unk", null, null)
        : null;
  }
}
