package org.onrecord.quotation;

import java.util.Arrays;
import org.onrecord.quotation.CueLexicon.CueClass;
import org.onrecord.segment.Sentence;

/**
 * The reports that follow what they report within a sentence: "…, Quill said.", "…, said Quill",
 * "…, according to the council". All of a sentence before such a report is likely to be said, so
 * far as it may be away. Found by shape: a comma or closing mark, a subject without a verb, a cue,
 * and no clause after it.
 */
final class PostposedReports {
  /** So many tokens may a subject have. */
  private static final int SUBJECT = 14;

  private final ParagraphView view;

  /** The comma or mark before the next postposed report at a token or after it; -1 for none. */
  private final int[] next;

  /** How sure the shape is, 1 to 4, of the report that {@link #next} tells. */
  private final byte[] shape;

  PostposedReports(ParagraphView view) {
    this.view = view;
    this.next = new int[view.size];
    this.shape = new byte[view.size];
    Arrays.fill(next, -1);
    for (Sentence sentence : view.paragraph.sentences()) {
      read(sentence);
    }
  }

  /** The comma or mark before the next postposed report of the sentence; -1 for none. */
  int next(int i) {
    return next[i];
  }

  /**
   * 0 for no report ahead; 1 a cue and something else after it, 2 a phrase with a preposition, 3
   * the end of the sentence or a comma, 4 the subject after the cue; +4 for "according to".
   */
  int shape(int i) {
    return shape[i];
  }

  private void read(Sentence sentence) {
    for (int cue = sentence.end() - 1; cue > sentence.first(); cue--) {
      if (!view.isCue(cue)) {
        continue;
      }
      int boundary = boundary(cue, sentence.first());
      int kind = boundary < 0 ? 0 : shape(cue, boundary, sentence);
      if (kind > 0) {
        fill(sentence.first(), boundary, kind);
        cue = boundary;
      }
    }
  }

  /** Nearer reports come later and overwrite what lies before them. */
  private void fill(int first, int boundary, int kind) {
    Arrays.fill(next, first, boundary + 1, boundary);
    Arrays.fill(shape, first, boundary + 1, (byte) kind);
  }

  /** The comma or closing mark before a cue and its subject, or -1. */
  private int boundary(int cue, int first) {
    int inner = 0;
    for (int k = cue - 1; k > first && cue - k <= SUBJECT; k--) {
      String text = view.lower[k];
      if (text.equals(",") && isApposition(k, cue)) {
        inner = 1;
      } else if (text.equals(",") && inner > 0) {
        inner--;
      } else if (text.equals(",") || text.equals("”")) {
        return k;
      }
      boolean clause = view.isVerb(k) || text.equals("that") || text.equals("to");
      if (clause || text.equals(";") || text.equals(":")) {
        return -1;
      }
    }
    return -1;
  }

  /**
   * "…, Hale, the mayor, said": the comma right before the cue closes what stands beside a name.
   */
  private boolean isApposition(int comma, int cue) {
    return comma == cue - 1 && !endsInverted(cue);
  }

  private boolean endsInverted(int cue) {
    int after = cue + 1;
    return after < view.size
        && (view.word[after].equals("<N>")
            || view.pos[after].equals("DET")
            || view.pos[after].equals("PRON")
            || view.lower[after].equals("to")
            || view.pos[after].equals("NOUN")
            || view.pos[after].equals("ADJ"));
  }

  private int shape(int cue, int boundary, Sentence sentence) {
    int according = view.cueClass[cue] == CueClass.ACCORDING ? 4 : 0;
    int after = cue + 1;
    if (according > 0 || cue == boundary + 1) {
      return according + 4;
    }
    if (after >= sentence.end()) {
      return 3;
    }
    String text = view.lower[after];
    if (text.equals(".") || text.equals(",") || text.equals("”") || text.equals(";")) {
      return 3;
    }
    if (text.equals("that") || text.equals("to") || text.equals(":") || text.equals("“")) {
      return 0;
    }
    boolean phrase = view.pos[after].equals("ADP") || view.pos[after].equals("ADV");
    boolean day = CalendarWords.contains(text);
    return phrase || day ? 2 : verbAhead(after, sentence) ? 0 : 1;
  }

  private boolean verbAhead(int from, Sentence sentence) {
    for (int i = from; i < Math.min(from + SUBJECT, sentence.end()); i++) {
      if (view.isVerb(i)) {
        return true;
      }
    }
    return false;
  }
}
