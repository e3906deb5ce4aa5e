package org.onrecord.page;

import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.article.SpeakerType;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.SpeakerRef;

/**
 * The speaker's party on the article's date, in words.
 *
 * @param label "PTI", "former PTI", "party not known"
 * @param style the classes it is shown by
 * @param href the party's page; null where no party is known
 */
public record PartyTag(String label, String style, @Nullable String href) {

  /** The party of a quotation's speaker; null where that is nobody who could have one. */
  static @Nullable PartyTag of(ArchivedQuotation quotation) {
    if (quotation.party() != null) {
      return new PartyTag(quotation.party().name(), "party", Pages.party(quotation.party().id()));
    }
    if (quotation.formerParty() != null) {
      return new PartyTag(
          "former " + quotation.formerParty().name(),
          "party former",
          Pages.party(quotation.formerParty().id()));
    }
    SpeakerRef speaker = quotation.speaker();
    return speaker != null && speaker.type() == SpeakerType.PERSON
        ? new PartyTag("party not known", "party unk", null)
        : null;
  }
}
