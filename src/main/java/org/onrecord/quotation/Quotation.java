package org.onrecord.quotation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.Polarity;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;

/**
 * Something that somebody is reported to say: content, cue and source, PARC's three parts (Pareti,
 * 2015).
 *
 * @param paragraph the ordinal of the paragraph that holds the content
 * @param segments where the content stands in it, UTF-16, in order; several where the cue
 *     interrupts it
 * @param marked whether quotation marks stand around it, or around its verbatim pieces
 * @param cue the words that report it, or null
 * @param source the words that name who says it, perhaps in an earlier paragraph, or null
 * @param polarity whether it is affirmed, denied, asked, or not said at all
 * @param confidence how sure it is that this is a quotation, 0 to 1
 * @param rule what found it
 */
public record Quotation(
    int paragraph,
    List<TextSpan> segments,
    QuotationKind kind,
    boolean marked,
    @Nullable Excerpt cue,
    @Nullable Excerpt source,
    Polarity polarity,
    double confidence,
    String rule) {
  /** What ends the rule of a quotation whose source is that of the one before. */
  static final String CARRIED_OVER = ", speaker carried over";

  public Quotation {
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("a quotation has content");
    }
    for (int i = 1; i < segments.size(); i++) {
      if (segments.get(i).start() < segments.get(i - 1).end()) {
        throw new IllegalArgumentException("segments overlap: " + segments);
      }
    }
  }

  /** A quotation that is affirmed. */
  public Quotation(
      int paragraph,
      List<TextSpan> segments,
      QuotationKind kind,
      boolean marked,
      @Nullable Excerpt cue,
      @Nullable Excerpt source,
      double confidence,
      String rule) {
    this(paragraph, segments, kind, marked, cue, source, Polarity.AFFIRMED, confidence, rule);
  }

  /** From the first segment's start to the last one's end. */
  public TextSpan span() {
    return new TextSpan(segments.getFirst().start(), segments.getLast().end());
  }

  /** Whether it is a speaker's turn in a transcript, and its source the speaker's label. */
  public boolean isTurn() {
    return rule.startsWith(Transcript.RULE);
  }

  /** Whether its source is that of the quotation before, for want of one of its own. */
  public boolean isCarriedOver() {
    return rule.endsWith(CARRIED_OVER);
  }

  public Quotation withSource(@Nullable Excerpt newSource) {
    return new Quotation(
        paragraph, segments, kind, marked, cue, newSource, polarity, confidence, rule);
  }

  Quotation withPolarity(Polarity read) {
    return new Quotation(paragraph, segments, kind, marked, cue, source, read, confidence, rule);
  }
}
