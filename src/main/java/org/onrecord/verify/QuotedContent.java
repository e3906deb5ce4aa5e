package org.onrecord.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ParagraphDocument;

/**
 * The quotation in which words stand, and all that its speaker says in the paragraph.
 *
 * @param quotation empty where the words stand in none: then they count as text
 * @param spoken what the speaker says, in order; the whole paragraph where there is none
 */
record QuotedContent(
    ParagraphDocument paragraph, Optional<ArchivedQuotation> quotation, List<TextSpan> spoken) {
  /** Of the words, the share that must stand in a quotation to be of it. */
  private static final double MOST = 0.5;

  /** The content in which most of these places stand. */
  static QuotedContent of(ParagraphDocument paragraph, List<TextSpan> places) {
    Optional<ArchivedQuotation> best =
        paragraph.quotations().stream()
            .filter(quotation -> inside(quotation, places) > places.size() * MOST)
            .max(
                Comparator.<ArchivedQuotation>comparingLong(q -> inside(q, places))
                    .thenComparing(q -> q.kind() != QuotationKind.INDIRECT)
                    .thenComparing(q -> -q.span().length()));
    if (best.isEmpty()) {
      TextSpan whole = new TextSpan(0, paragraph.text().length());
      return new QuotedContent(paragraph, best, List.of(whole));
    }
    List<TextSpan> spoken = new ArrayList<>();
    paragraph.quotations().stream()
        .filter(other -> isSameVoice(other, best.get()))
        .forEach(other -> spoken.addAll(other.segments()));
    spoken.sort(Comparator.naturalOrder());
    return new QuotedContent(paragraph, best, List.copyOf(spoken));
  }

  private static boolean isSameVoice(ArchivedQuotation one, ArchivedQuotation other) {
    return one.id().equals(other.id())
        || one.speaker() != null && Objects.equals(one.speaker(), other.speaker());
  }

  private static long inside(ArchivedQuotation quotation, List<TextSpan> places) {
    return places.stream()
        .filter(place -> quotation.segments().stream().anyMatch(s -> s.overlaps(place)))
        .count();
  }

  boolean holds(TextSpan place) {
    return spoken.stream().anyMatch(segment -> segment.overlaps(place));
  }

  /** Whether the words from one place to another are told in the writer's words. */
  boolean isReported(TextSpan first, TextSpan last) {
    return quotation.isPresent()
        && switch (quotation.get().kind()) {
          case DIRECT -> false;
          case INDIRECT, MIXED -> !isMarked(first, last);
        };
  }

  private boolean isMarked(TextSpan first, TextSpan last) {
    return MarkedPieces.of(paragraph.text()).stream()
        .anyMatch(piece -> piece.start() <= first.start() && last.end() <= piece.end());
  }

  /** What the speaker says before a place, in one go. */
  TextSpan before(TextSpan place) {
    int start = place.start();
    for (TextSpan segment : spoken) {
      if (segment.start() < place.start() && place.start() <= segment.end()) {
        start = Math.min(start, segment.start());
      }
    }
    return new TextSpan(start, place.start());
  }

  /** What the speaker says after a place, in one go. */
  TextSpan after(TextSpan place) {
    int end = place.end();
    for (TextSpan segment : spoken) {
      if (segment.start() <= place.end() && place.end() < segment.end()) {
        end = Math.max(end, segment.end());
      }
    }
    return new TextSpan(place.end(), end);
  }
}
