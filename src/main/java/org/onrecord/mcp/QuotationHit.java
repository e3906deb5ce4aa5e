package org.onrecord.mcp;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ApiJson;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.Hit;

/** A quotation that was found. */
record QuotationHit(
    @Described("link to cite it by") String citation,
    @Described("id for get_quotation") String id,
    @Described("what is said, as it stands in the article") String text,
    @Described("whether text is the whole quotation") boolean whole,
    @Described("who says it, in the article's words where no name is known; null where nobody is")
        @Nullable String speaker,
    @Described("id for speaker_profile") @Nullable String speakerId,
    @Described("the speaker's party on that day") @Nullable String party,
    @Described("direct: the speaker's words; indirect: the reporter's; mixed: both") String kind,
    @Described("affirmed, denied, asked, hypothetical or refused; unsaid is nobody's words")
        String polarity,
    @Described("how sure it is that this is a quotation, 0 to 1") double confidence,
    @Described("how sure the speaker is, 0 to 1") @Nullable Double speakerConfidence,
    @Described("id for get_article") String article,
    @Nullable String title,
    @Nullable LocalDate date,
    @Nullable String outlet,
    @Described("in how many other articles it stands as well") int copies) {
  /** The most that a hit takes as JSON, in bytes. */
  static final int LARGEST = 2_000;

  static QuotationHit of(Hit.QuoteHit hit, Citations cite) {
    return of(hit.quote(), PassageHit.focus(hit.snippets()), hit.copies().count(), LARGEST, cite);
  }

  /**
   * A quotation.
   *
   * @param focus what of its content is to be shown in any case, UTF-16
   * @param bytes the most that it takes as JSON
   */
  static QuotationHit of(QuoteDocument quote, int focus, int copies, int bytes, Citations cite) {
    ArchivedQuotation quotation = quote.quotation();
    ArticleHeader article = quote.article();
    String speaker = speaker(quotation);
    QuotationHit empty =
        new QuotationHit(
            cite.quotation(quotation.id()),
            quotation.id(),
            "",
            true,
            speaker,
            speakerId(quotation),
            party(quotation),
            quotation.kind().label(),
            quotation.polarity().label(),
            quotation.confidence(),
            speaker == null ? null : quotation.speakerConfidence(),
            article.id().value(),
            Headers.title(article),
            article.date(),
            Headers.outlet(article),
            copies);
    return empty.with(Cut.of(quotation.content(), focus, bytes - ApiJson.bytes(empty).length));
  }

  /** Who says it; null where nobody is named, and of what nobody says. */
  static @Nullable String speaker(ArchivedQuotation quotation) {
    SpeakerRef speaker = quotation.speaker();
    return speaker == null || !quotation.isSaid() ? null : Headers.name(speaker.name());
  }

  private static @Nullable String speakerId(ArchivedQuotation quotation) {
    SpeakerRef speaker = quotation.speaker();
    return speaker == null || !quotation.isSaid() || speaker.type() == SpeakerType.UNNAMED
        ? null
        : speaker.id();
  }

  static @Nullable String party(ArchivedQuotation quotation) {
    PartyRef party = quotation.party();
    return party == null || !quotation.isSaid() ? null : Headers.name(party.name());
  }

  private QuotationHit with(Cut cut) {
    return new QuotationHit(
        citation,
        id,
        cut.text(),
        cut.whole(),
        speaker,
        speakerId,
        party,
        kind,
        polarity,
        confidence,
        speakerConfidence,
        article,
        title,
        date,
        outlet,
        copies);
  }
}
