package org.onrecord.page.part;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.page.part.Passage.Piece;
import org.onrecord.page.part.Passage.Run;

/**
 * The part of a long passage that has most of the query's words, cut between words; a short one is
 * left whole.
 *
 * @param quotations the ids of the quotations of which something is in it
 */
public record PassageWindow(Passage passage, Set<String> quotations) {
  /** A longer text is cut, UTF-16. */
  private static final int LONGEST = 1_000;

  /** How much of it is left. */
  private static final int SHOWN = 800;

  /** How much is left before the first of the query's words. */
  private static final int BEFORE = 160;

  /** How far a place between words is looked for. */
  private static final int LONGEST_WORD = 40;

  public PassageWindow {
    quotations = Set.copyOf(quotations);
  }

  /** Of a whole passage. */
  public static PassageWindow of(Passage whole) {
    StringBuilder text = new StringBuilder();
    List<Integer> marks = new ArrayList<>();
    for (Run run : whole.runs()) {
      for (Piece piece : run.pieces()) {
        if (piece.marked()) {
          marks.add(text.length());
        }
        text.append(piece.text());
      }
    }
    if (text.length() <= LONGEST) {
      return new PassageWindow(whole, said(whole.runs()));
    }
    int from = boundary(text, Math.max(0, Math.min(best(marks) - BEFORE, text.length() - SHOWN)));
    int to = boundary(text, Math.min(text.length(), from + SHOWN));
    List<Run> cut = cut(whole.runs(), from, to);
    return new PassageWindow(
        new Passage(whole.lang(), cut, from > 0, to < text.length()), said(cut));
  }

  /** The mark from which on most marks follow within what is shown; 0 where there is none. */
  private static int best(List<Integer> marks) {
    int best = 0;
    int most = 0;
    for (int i = 0; i < marks.size(); i++) {
      int start = marks.get(i);
      int count =
          (int) marks.stream().filter(m -> m >= start && m < start + SHOWN - BEFORE).count();
      if (count > most) {
        most = count;
        best = start;
      }
    }
    return best;
  }

  /** The next place at which a word begins, or the place itself where none is near. */
  private static int boundary(CharSequence text, int at) {
    if (at == 0 || at == text.length()) {
      return at;
    }
    for (int i = at; i < Math.min(text.length(), at + LONGEST_WORD); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i + 1;
      }
    }
    return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
  }

  private static List<Run> cut(List<Run> runs, int from, int to) {
    List<Run> cut = new ArrayList<>();
    int at = 0;
    for (Run run : runs) {
      List<Piece> pieces = new ArrayList<>();
      for (Piece piece : run.pieces()) {
        int start = Math.max(from - at, 0);
        int end = Math.min(to - at, piece.text().length());
        if (start < end) {
          pieces.add(new Piece(piece.text().substring(start, end), piece.marked()));
        }
        at += piece.text().length();
      }
      if (!pieces.isEmpty()) {
        cut.add(new Run(run.said(), pieces));
      }
    }
    return cut;
  }

  private static Set<String> said(List<Run> runs) {
    Set<String> ids = new HashSet<>();
    for (Run run : runs) {
      if (run.said() != null) {
        ids.add(run.said().id());
      }
    }
    return ids;
  }
}
