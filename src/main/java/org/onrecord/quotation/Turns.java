package org.onrecord.quotation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.QuoteMarks.Marked;
import org.onrecord.quotation.Transcript.Turn;
import org.onrecord.quotation.Unit.Range;

/** From a transcript's turns to quotations: what is said in one paragraph is one. */
public final class Turns {
  private static final double IN_TRANSCRIPT = 0.9;

  private Turns() {}

  /** What is said in a turn, without stage directions; empty where that is nothing. */
  static Optional<Quotation> quotation(ArticleViews views, ParagraphView view, Turn turn) {
    Marked marks = marks(view, turn);
    int first = marks == null ? turn.first() : marks.open() + 1;
    int end = marks == null ? turn.end() : marks.close();
    List<TextSpan> segments =
        StageDirections.without(view, first, end).stream()
            .map(range -> view.paragraph.span(range.first(), stop(view, range)))
            .toList();
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    Range colon = new Range(turn.label().end(), turn.label().end() + 1);
    boolean cue = turn.opens() && view.lower[colon.first()].equals(":");
    return Optional.of(
        new Quotation(
            view.paragraph.ordinal(),
            segments,
            QuotationKind.DIRECT,
            marks != null,
            cue ? QuotationExtractor.mention(view, colon) : null,
            QuotationExtractor.mention(views.views.get(turn.paragraph()), turn.label()),
            IN_TRANSCRIPT,
            turn.opens() ? Transcript.RULE : Transcript.RULE + Quotation.CARRIED_OVER));
  }

  /** Where a stretch ends without its full stop. */
  private static int stop(ParagraphView view, Range range) {
    int last = range.end() - 1;
    return last > range.first() && view.lower[last].equals(".") ? last : range.end();
  }

  /** The marks between which the whole turn stands. */
  private static @Nullable Marked marks(ParagraphView view, Turn turn) {
    int at = turn.first() < turn.end() ? view.marks.spanOf(turn.first()) : -1;
    Marked span = at < 0 ? null : view.marks.spans().get(at);
    boolean whole =
        span != null
            && span.open() == turn.first()
            && span.close() >= turn.end() - 2
            && span.words() > 0;
    return whole ? span : null;
  }
}
