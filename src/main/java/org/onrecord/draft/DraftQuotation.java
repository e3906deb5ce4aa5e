package org.onrecord.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.verify.MarkedPieces;

/**
 * Words of a draft that are to be verbatim.
 *
 * @param span where they stand in the draft's text, UTF-16, from the first to the last
 * @param speaker who is said to say them; null where nobody with a name is
 */
record DraftQuotation(TextSpan span, String words, @Nullable String speaker) {
  /** A marked piece of fewer words is a term, and nobody's quotation unless it is found to be. */
  private static final int FEWEST_WORDS = 5;

  /** A piece within a reported quotation of fewer words is no quotation that could be verified. */
  private static final int FEWEST_IN_REPORTED = 3;

  /**
   * Those of a paragraph, in order: what is said verbatim, the marked pieces of what is reported,
   * and what stands between marks and was found to be nobody's.
   */
  static List<DraftQuotation> of(ParagraphDocument paragraph) {
    List<TextSpan> marked = MarkedPieces.of(paragraph.text());
    List<DraftQuotation> all = new ArrayList<>();
    List<TextSpan> known = new ArrayList<>();
    for (ArchivedQuotation quotation : paragraph.quotations()) {
      switch (quotation.kind()) {
        case DIRECT -> {
          all.add(of(paragraph, quotation.segments(), quotation.speaker()));
          known.addAll(quotation.segments());
        }
        case INDIRECT, MIXED -> {
          List<TextSpan> pieces =
              marked.stream().filter(piece -> quotation.span().contains(piece)).toList();
          pieces.stream()
              .filter(piece -> words(piece.in(paragraph.text())) >= FEWEST_IN_REPORTED)
              .forEach(piece -> all.add(of(paragraph, List.of(piece), quotation.speaker())));
          known.addAll(pieces);
          if (pieces.isEmpty() && quotation.kind() == QuotationKind.MIXED) {
            all.add(of(paragraph, quotation.segments(), quotation.speaker()));
          }
        }
      }
    }
    marked.stream()
        .filter(piece -> known.stream().noneMatch(piece::overlaps))
        .filter(piece -> words(piece.in(paragraph.text())) >= FEWEST_WORDS)
        .forEach(piece -> all.add(of(paragraph, List.of(piece), null)));
    all.sort(Comparator.comparing(DraftQuotation::span));
    return all;
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
  }

  private static DraftQuotation of(
      ParagraphDocument paragraph, List<TextSpan> segments, @Nullable SpeakerRef speaker) {
    String words =
        segments.stream()
            .map(segment -> segment.in(paragraph.text()))
            .collect(Collectors.joining(" "));
    TextSpan span = new TextSpan(segments.getFirst().start(), segments.getLast().end());
    return new DraftQuotation(
        span.shift(paragraph.offset()),
        words,
        speaker == null || speaker.type() == SpeakerType.UNNAMED ? null : speaker.name());
  }
}
