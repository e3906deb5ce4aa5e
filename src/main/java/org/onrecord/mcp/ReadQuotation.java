package org.onrecord.mcp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerRef;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.QuoteDocument;

/** What {@code get_quotation} gives. */
record ReadQuotation(
    @Described("link to cite it by") String citation,
    QuotationHit quotation,
    @Described("the paragraph in which it stands, or the piece around it") String context,
    @Described("whether context is the whole paragraph") boolean contextWhole,
    @Described("the article's words that report it: said, according to") @Nullable String cue,
    @Described("the article's words for who says it: he, the minister") @Nullable String source,
    @Described("everybody with a name who says it") List<String> speakers,
    @Described("the organisation that the speaker speaks for") @Nullable String speaksFor,
    @Described("who is spoken about in it") List<String> mentions,
    @Described("the article's own address") @Nullable String url,
    @Described("what to know about it") List<String> notes,
    ArchiveTold archive) {
  private static final int LONGEST_TEXT = 8_000;
  private static final int LONGEST_CONTEXT = 2_000;
  private static final int MOST_NAMES = 10;

  static ReadQuotation of(QuoteDocument quote, ArchiveTold archive, Citations cite) {
    ArchivedQuotation said = quote.quotation();
    Cut context = Cut.of(quote.context(), said.span().start(), LONGEST_CONTEXT);
    SpeakerRef speaksFor = said.speaksFor();
    return new ReadQuotation(
        cite.quotation(said.id()),
        QuotationHit.of(quote, 0, 0, LONGEST_TEXT, cite),
        context.text(),
        context.whole(),
        said.cue() == null ? null : Headers.name(said.cue().text()),
        said.source() == null ? null : Headers.name(said.source().text()),
        said.isSaid() ? names(said.speakers()) : List.of(),
        speaksFor == null || !said.isSaid() ? null : Headers.name(speaksFor.name()),
        names(said.mentions()),
        quote.article().url(),
        notes(said),
        archive);
  }

  private static List<String> names(List<SpeakerRef> people) {
    return people.stream()
        .map(who -> Told.shortened(who.name()))
        .distinct()
        .limit(MOST_NAMES)
        .toList();
  }

  private static List<String> notes(ArchivedQuotation said) {
    return switch (said.polarity()) {
      case AFFIRMED -> List.of();
      case DENIED -> List.of("The speaker denies this: it is not the speaker's view.");
      case ASKED -> List.of("The speaker asks this, and does not say it.");
      case HYPOTHETICAL -> List.of("The speaker would or may say this, and did not.");
      case REFUSED -> List.of("The speaker refuses to say or do this.");
      case UNSAID -> List.of("The article tells that this was not said: it is nobody's words.");
    };
  }
}
