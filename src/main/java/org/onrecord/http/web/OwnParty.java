package org.onrecord.http.web;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchResult;

/** Whether a party that is counted with a speaker is the speaker's, or that of who says it too. */
final class OwnParty {
  private OwnParty() {}

  /**
   * Whether one of the quotations found, all of this speaker and this party, is not said for the
   * party by somebody else alone.
   *
   * @param party its id
   */
  static boolean isAmong(SearchResult found, String speaker, String party) {
    for (Hit hit : found.hits()) {
      if (hit instanceof Hit.QuoteHit quote && isOf(quote.quote().quotation(), speaker, party)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(ArchivedQuotation quotation, String speaker, String party) {
    if (quotation.speakers().size() < 2) {
      return true;
    }
    boolean first =
        quotation.speaker() != null
            && quotation.speaker().name().equalsIgnoreCase(speaker)
            && isParty(quotation.party(), party);
    return first
        || quotation.others().stream()
            .anyMatch(o -> o.who().name().equalsIgnoreCase(speaker) && isParty(o.party(), party));
  }

  private static boolean isParty(@Nullable PartyRef found, String party) {
    return found != null && party.equals(found.id());
  }
}
