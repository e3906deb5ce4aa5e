package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.quotation.QuoteMarks.Marked;
import org.onrecord.segment.Token;

/**
 * A paragraph of a text that may be a transcript, or the part of one from a line with a label to
 * the next such line.
 *
 * @param paragraph the index of the paragraph's view
 * @param first the index of its first token
 * @param end the index after its last token
 * @param label what may be a speaker's label at its beginning
 */
record Chunk(int paragraph, int first, int end, @Nullable SpeakerLabel label) {

  static List<Chunk> of(ParagraphView view, int paragraph) {
    List<Chunk> chunks = new ArrayList<>();
    int start = 0;
    SpeakerLabel label = null;
    int line = 0;
    while (line < view.size) {
      int lineEnd = lineEnd(view, line);
      for (int at = line; at < lineEnd; at = Math.min(lineEnd, view.sentenceAt(at).end())) {
        SpeakerLabel next = LabelReader.read(view, at, lineEnd);
        boolean begins = next != null && (at == line || isPlainWithin(view, next));
        if (begins && at > start) {
          chunks.add(new Chunk(paragraph, start, at, label));
          start = at;
        }
        label = begins ? next : label;
      }
      line = lineEnd;
    }
    if (view.size > start) {
      chunks.add(new Chunk(paragraph, start, view.size, label));
    }
    return chunks;
  }

  /** MR. HALE: in the middle of a line, where a line break is lost. */
  private static boolean isPlainWithin(ParagraphView view, SpeakerLabel label) {
    boolean capitals = label.form() == SpeakerLabel.Form.CAPITALS && label.titled();
    return capitals && !label.words().isEmpty() && view.lower[label.range().end()].equals(":");
  }

  private static int lineEnd(ParagraphView view, int line) {
    List<Token> tokens = view.paragraph.tokens();
    String text = view.paragraph.text();
    int end = line + 1;
    while (end < view.size && !breaks(text, tokens.get(end - 1).end(), tokens.get(end).start())) {
      end++;
    }
    return end;
  }

  private static boolean breaks(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** The first token after the label. */
  int said() {
    return label == null ? first : Math.min(label.first(), end);
  }

  boolean isEmpty() {
    return said() >= end;
  }

  boolean hasVerb(ParagraphView view) {
    for (int i = said(); i < end; i++) {
      if (view.isVerb(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it reads as spoken: first or second person, a question, a contraction. */
  boolean isSpoken(ParagraphView view) {
    for (int i = said(); i < end; i = view.sentenceAt(i).end()) {
      var traits = view.traits[view.sentence[i]];
      if (traits.firstPerson()
          || traits.secondPerson()
          || traits.contraction()
          || traits.question()) {
        return true;
      }
    }
    return false;
  }

  /** The marks that all that is said stands between; null where it does not. */
  @Nullable Marked quoted(ParagraphView view) {
    int span = isEmpty() ? -1 : view.marks.spanOf(said());
    if (span < 0) {
      return null;
    }
    Marked marked = view.marks.spans().get(span);
    return marked.open() == said() ? marked : null;
  }

  /** Whether it is a line of capitals, figures or signs, as a time or the end is printed. */
  boolean isFurniture(ParagraphView view) {
    String last = view.lower[end - 1];
    if (last.equals("?") || last.equals("!")) {
      return false;
    }
    for (int i = first; i < end; i++) {
      String text = view.paragraph.tokens().get(i).text();
      if (text.length() > 1 && text.chars().anyMatch(Character::isLowerCase)) {
        return false;
      }
    }
    return !hasVerb(view) || view.lower[first].equals("end");
  }
}
