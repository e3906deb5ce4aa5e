package org.onrecord.quotation;

import java.util.Arrays;
import org.onrecord.quotation.QuoteMarks.Marked;
import org.onrecord.segment.WordClusters;

/**
 * What features look at of each token of a paragraph, as numbers, so that it is worked out once and
 * not for each neighbour. A token before the first or behind the last has values of its own.
 */
final class TokenColumns {
  /** Bits of a cluster's path. */
  private static final int FINE = 32;

  private static final int MIDDLE = 10;
  private static final int COARSE = 6;
  private static final int UNKNOWN = -1;

  private final ParagraphView view;
  private final int size;

  /** The value of token i stands at i + 1 in each of these. */
  private final int[] word;

  private final int[] pos;
  private final int[] fine;
  private final int[] middle;
  private final int[] coarse;
  private final int[] cue;
  private final int[] state;

  /** How many there are before token i. */
  private final int[] commas;

  private final int[] thats;
  private final int[] verbs;

  /** The last comma before token i; -1 for none. */
  private final int[] lastComma;

  private final int[] postposed;

  TokenColumns(ParagraphView view) {
    this.view = view;
    this.size = view.size;
    word = column("<S>".hashCode(), "</S>".hashCode());
    pos = column("<>".hashCode(), "<>".hashCode());
    fine = column(-2, -3);
    middle = column(-2, -3);
    coarse = column(-2, -3);
    cue = column(-1, -1);
    state = column(-1, -1);
    commas = new int[size + 1];
    thats = new int[size + 1];
    verbs = new int[size + 1];
    lastComma = new int[size + 1];
    lastComma[0] = -1;
    postposed = new int[size];
    Arrays.fill(postposed, UNKNOWN);
    for (int i = 0; i < size; i++) {
      word[i + 1] = view.word[i].hashCode();
      pos[i + 1] = view.pos[i].hashCode();
      fine[i + 1] = WordClusters.prefix(view.cluster[i], FINE);
      middle[i + 1] = WordClusters.prefix(view.cluster[i], MIDDLE);
      coarse[i + 1] = WordClusters.prefix(view.cluster[i], COARSE);
      cue[i + 1] = view.cueRate[i] * 16 + view.cueClass[i].ordinal();
      state[i + 1] = spanState(i);
      boolean comma = view.lower[i].equals(",");
      commas[i + 1] = commas[i] + (comma ? 1 : 0);
      thats[i + 1] = thats[i] + (view.lower[i].equals("that") ? 1 : 0);
      verbs[i + 1] = verbs[i] + (view.isVerb(i) ? 1 : 0);
      lastComma[i + 1] = comma ? i : lastComma[i];
    }
  }

  private int[] column(int before, int behind) {
    int[] column = new int[size + 2];
    column[0] = before;
    column[size + 1] = behind;
    return column;
  }

  private int at(int i) {
    return Math.max(-1, Math.min(i, size)) + 1;
  }

  private int spanState(int i) {
    int index = view.marks.spanOf(i);
    if (index < 0) {
      return 0;
    }
    Marked span = view.marks.spans().get(index);
    int within = i == span.open() ? 1 : i == span.close() ? 4 : i == span.open() + 1 ? 2 : 3;
    return span.doubled() ? within : within + 4;
  }

  /** A hash of the word, names and numbers masked. */
  int word(int i) {
    return word[at(i)];
  }

  /** A hash of the part of speech. */
  int pos(int i) {
    return pos[at(i)];
  }

  /** The word's cluster: all of its path, or its first bits. */
  int fine(int i) {
    return fine[at(i)];
  }

  int middle(int i) {
    return middle[at(i)];
  }

  int coarse(int i) {
    return coarse[at(i)];
  }

  /** How often the word is a cue, and of what class. */
  int cue(int i) {
    return cue[at(i)];
  }

  /**
   * 0 outside marks, 1 the opening mark, 2 the first word within, 3 within, 4 the closing mark; +4
   * for single ones.
   */
  int state(int i) {
    return state[at(i)];
  }

  /** How many commas stand from one token up to before another. */
  int commas(int from, int end) {
    return commas[end] - commas[from];
  }

  /** Whether "that" stands from one token up to before another. */
  boolean hasThat(int from, int end) {
    return thats[end] > thats[from];
  }

  /** How many verbs stand from one token up to before another. */
  int verbs(int from, int end) {
    return verbs[end] - verbs[from];
  }

  /** The last comma before a token; -1 for none. */
  int lastComma(int before) {
    return lastComma[before];
  }

  /**
   * 1 where a comma or closing mark stands shortly before the cue, with only a subject between; 2
   * right before it.
   */
  int postposed(int cue) {
    if (postposed[cue] == UNKNOWN) {
      postposed[cue] = readPostposed(cue);
    }
    return postposed[cue];
  }

  private int readPostposed(int cue) {
    for (int k = cue - 1; k >= Math.max(0, cue - 6); k--) {
      String text = view.lower[k];
      if (text.equals(",") || text.equals("”") || text.equals("\"") || text.equals("''")) {
        return k == cue - 1 ? 2 : 1;
      }
      if (view.isVerb(k) || view.pos[k].equals("SCONJ")) {
        return 0;
      }
    }
    return 0;
  }
}
