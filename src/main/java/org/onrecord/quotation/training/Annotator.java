package org.onrecord.quotation.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.Label;
import org.onrecord.quotation.ParagraphView.CueRates;
import org.onrecord.quotation.training.AnnotatedArticle.AnnotatedQuotation;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;

/**
 * Turns a person's annotation into what models learn: a label for each token, and how often each
 * word is a cue.
 */
final class Annotator {
  private static final int MIN_CUES = 2;

  private Annotator() {}

  /** The labels of a paragraph's tokens. */
  static Label[] labels(Paragraph paragraph, List<AnnotatedQuotation> quotations) {
    Label[] labels = new Label[paragraph.tokens().size()];
    Arrays.fill(labels, Label.OUTSIDE);
    for (AnnotatedQuotation quotation : quotations) {
      int[] content = tokens(paragraph, quotation.content());
      if (content == null) {
        continue;
      }
      boolean direct = quotation.kind() == QuotationKind.DIRECT;
      Label begin =
          !quotation.core()
              ? Label.BEGIN_IGNORED
              : direct ? Label.BEGIN_DIRECT : Label.BEGIN_REPORTED;
      Label inside = Label.values()[begin.ordinal() + 1];
      for (int i = content[0]; i < content[1]; i++) {
        labels[i] = i == content[0] ? begin : inside;
      }
      if (quotation.core()) {
        mark(labels, cueTokens(paragraph, quotation), Label.CUE);
        mark(labels, sourceTokens(paragraph, quotation), Label.SOURCE);
      }
    }
    return labels;
  }

  private static void mark(Label[] labels, int @Nullable [] range, Label label) {
    if (range != null) {
      for (int i = range[0]; i < range[1]; i++) {
        labels[i] = labels[i] == Label.OUTSIDE ? label : labels[i];
      }
    }
  }

  static int @Nullable [] sourceTokens(Paragraph paragraph, AnnotatedQuotation quotation) {
    return quotation.source() == null ? null : tokens(paragraph, quotation.source());
  }

  /**
   * The tokens of a stretch of the body within this paragraph, or null where they touch nothing of
   * each other.
   */
  static int @Nullable [] tokens(Paragraph paragraph, TextSpan inBody) {
    int start = Math.max(0, inBody.start() - paragraph.offset());
    int end = Math.min(paragraph.text().length(), inBody.end() - paragraph.offset());
    if (end <= start) {
      return null;
    }
    int first = paragraph.tokenAt(start);
    int last = first;
    while (last < paragraph.tokens().size() && paragraph.tokens().get(last).start() < end) {
      last++;
    }
    return last > first ? new int[] {first, last} : null;
  }

  /** The occurrence of the cue's words that is nearest to the content, outside of it. */
  static int @Nullable [] cueTokens(Paragraph paragraph, AnnotatedQuotation quotation) {
    String cue = quotation.cue();
    if (cue == null || cue.isBlank()) {
      return null;
    }
    TextSpan content = quotation.content();
    int from = content.start() - paragraph.offset();
    int to = content.end() - paragraph.offset();
    int best = -1;
    int bestDistance = Integer.MAX_VALUE;
    String text = paragraph.text();
    for (int at = text.indexOf(cue); at >= 0; at = text.indexOf(cue, at + 1)) {
      int distance = at >= to ? at - to : at + cue.length() <= from ? from - at - cue.length() : -1;
      if (distance >= 0 && distance < bestDistance) {
        best = at;
        bestDistance = distance;
      }
    }
    return best < 0
        ? null
        : tokens(paragraph, new TextSpan(best, best + cue.length()).shift(paragraph.offset()));
  }

  /**
   * How often each word is a cue of speech: cues / (occurrences + 2), for words that are one at
   * least twice.
   */
  static final class CueCounter {
    private final Map<String, int[]> counts = new HashMap<>();

    void add(SegmentedArticle article, List<AnnotatedQuotation> quotations) {
      for (Paragraph paragraph : article.paragraphs()) {
        Label[] labels = labels(paragraph, quotations);
        for (int i = 0; i < labels.length; i++) {
          String word = paragraph.tokens().get(i).plain();
          int[] count = counts.computeIfAbsent(word, w -> new int[2]);
          count[0] += labels[i] == Label.CUE ? 1 : 0;
          count[1]++;
        }
      }
    }

    CueRates rates() {
      Map<String, Byte> buckets = new HashMap<>();
      counts.forEach(
          (word, count) -> {
            double rate = count[0] / (count[1] + 2.0);
            int bucket = rate < .05 ? 0 : rate < .25 ? 1 : rate < .5 ? 2 : rate < .75 ? 3 : 4;
            if (count[0] >= MIN_CUES && bucket > 0 && Character.isLetter(word.codePointAt(0))) {
              buckets.put(word, (byte) bucket);
            }
          });
      return new CueRates(buckets);
    }
  }
}
