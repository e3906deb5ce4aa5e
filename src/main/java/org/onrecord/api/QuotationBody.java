package org.onrecord.api;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.CodePoints;
import org.onrecord.article.Excerpt;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;

/**
 * A quotation in its paragraph; offsets are code points into the paragraph's text, end exclusive.
 *
 * @param kind {@code direct}, {@code indirect} or {@code mixed}
 * @param marked whether quotation marks stand around it in the text
 * @param start where its first segment starts
 * @param end where its last segment ends
 * @param segments where the content stands, in order; several where its cue interrupts it
 * @param cue the words that report it
 * @param cueSpan where they stand; null where that is a paragraph that the answer does not hold
 * @param source the words that name who says it
 * @param sourceParagraph the ordinal of the paragraph in which they stand
 * @param sourceSpan where they stand in it; null where the answer does not hold that paragraph
 * @param polarity {@code affirmed}, {@code denied}, {@code asked}, {@code hypothetical}, {@code
 *     refused} or {@code unsaid}; what is unsaid is nobody's words
 * @param speaker whom the source stands for, of several the first; null where the quotation is
 *     unattributed
 * @param party the speaker's party on the article's date; null where nobody knows
 * @param formerParty the party that the speaker is said to have left
 * @param speakers everybody with a name who says it, each with a party
 * @param speaksFor the organisation that the speaker, named or not, speaks for
 * @param anonymity the article's words for why the speaker is not named
 * @param mentions the names of those spoken about
 * @param confidence how sure it is that these words are said, 0 to 1
 * @param speakerConfidence how sure it is who says them, 0 to 1; null where nobody is found
 * @param rule the rules that decided
 * @param correction what an editor has corrected; null where nothing was
 */
public record QuotationBody(
    String id,
    String kind,
    boolean marked,
    String content,
    int start,
    int end,
    List<SpanBody> segments,
    @Nullable String cue,
    @Nullable SpanBody cueSpan,
    @Nullable String source,
    @Nullable Integer sourceParagraph,
    @Nullable SpanBody sourceSpan,
    String polarity,
    @Nullable SpeakerBody speaker,
    @Nullable PartyBody party,
    @Nullable PartyBody formerParty,
    List<SaidByBody> speakers,
    @Nullable SpeakerBody speaksFor,
    @Nullable String anonymity,
    List<String> mentions,
    double confidence,
    @Nullable Double speakerConfidence,
    String rule,
    @Nullable CorrectionBody correction) {

  /** The quotation where its own paragraph is all that is at hand. */
  static QuotationBody of(ArchivedQuotation quotation, String paragraph) {
    return of(
        quotation,
        paragraph,
        ordinal -> ordinal == quotation.paragraph() ? Optional.of(paragraph) : Optional.empty());
  }

  /**
   * The quotation in its article.
   *
   * @param paragraph the text of its own paragraph
   * @param texts the texts of the article's paragraphs, by ordinal, as far as they are at hand
   */
  static QuotationBody of(
      ArchivedQuotation quotation, String paragraph, IntFunction<Optional<String>> texts) {
    CodePoints points = new CodePoints(paragraph);
    TextSpan span = points.of(quotation.span());
    Excerpt source = quotation.source();
    return new QuotationBody(
        quotation.id(),
        quotation.kind().label(),
        quotation.marked(),
        quotation.content(),
        span.start(),
        span.end(),
        quotation.segments().stream().map(segment -> SpanBody.of(points, segment)).toList(),
        words(quotation.cue()),
        place(quotation.cue(), texts),
        words(source),
        source == null ? null : source.paragraph(),
        place(source, texts),
        quotation.polarity().label(),
        SpeakerBody.of(quotation.speaker()),
        PartyBody.of(quotation.party()),
        PartyBody.of(quotation.formerParty()),
        SaidByBody.all(quotation),
        SpeakerBody.of(quotation.speaksFor()),
        words(quotation.anonymity()),
        quotation.mentions().stream().map(SpeakerRef::name).distinct().toList(),
        quotation.confidence(),
        quotation.speaker() == null ? null : quotation.speakerConfidence(),
        quotation.rule(),
        CorrectionBody.of(quotation.correction()));
  }

  private static @Nullable String words(@Nullable Excerpt excerpt) {
    return excerpt == null ? null : excerpt.text();
  }

  private static @Nullable SpanBody place(
      @Nullable Excerpt excerpt, IntFunction<Optional<String>> texts) {
    if (excerpt == null) {
      return null;
    }
    return texts
        .apply(excerpt.paragraph())
        .map(text -> SpanBody.of(new CodePoints(text), excerpt.span()))
        .orElse(null);
  }
}
