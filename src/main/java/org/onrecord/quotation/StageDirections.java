package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.quotation.Unit.Range;

/** What is printed between somebody's words and is nobody's: "(Applause.)", "[laughter]". */
final class StageDirections {
  private static final int LONGEST = 10;

  private static final Set<String> WORDS =
      Set.of(
          ("applause laughter laughs laughing laugh chuckles chuckling cheers cheering crosstalk"
               + " inaudible unintelligible indiscernible pause pauses music boos booing chanting"
               + " chants sings singing coughs sighs crying gestures smiles nods interpreted"
               + " interpreter translation translated sic ph break clip silence ovation voiceover"
               + " voice-over off-mic audio videotape")
              .split(" "));

  private StageDirections() {}

  /** What is left of a stretch of tokens without its directions, in order. */
  static List<Range> without(ParagraphView view, int first, int end) {
    List<Range> left = new ArrayList<>();
    int start = first;
    int i = first;
    while (i < end) {
      int after = after(view, i, end);
      if (after > i) {
        add(left, view, start, i);
        start = after;
        i = after;
      } else {
        i++;
      }
    }
    add(left, view, start, end);
    return left;
  }

  /** Adds a stretch that has a word in it, without marks that nothing follows. */
  private static void add(List<Range> left, ParagraphView view, int start, int end) {
    int first = start;
    while (first < end && (view.lower[first].equals(".") || view.lower[first].equals(","))) {
      first++;
    }
    boolean word = false;
    for (int i = first; i < end && !word; i++) {
      word = view.paragraph.tokens().get(i).isWord();
    }
    if (word) {
      left.add(new Range(first, end));
    }
  }

  /** Whether what stands in brackets is the whole paragraph: "(Ruth Alder offers a toast.)". */
  private static boolean isWhole(ParagraphView view, String close) {
    int last = view.paragraph.tokens().size() - 1;
    int first = -1;
    for (int i = 1; i <= last && first < 0; i++) {
      first = view.lower[i].equals(close) ? i : -1;
    }
    return first == last && !close.equals("*");
  }

  /** Where a direction ends that begins at a token; the token itself where none does. */
  private static int after(ParagraphView view, int open, int end) {
    String close =
        switch (view.lower[open]) {
          case "(" -> ")";
          case "[" -> "]";
          case "*" -> "*";
          default -> "";
        };
    if (close.isEmpty()) {
      return open;
    }
    boolean known = open == 0 && isWhole(view, close);
    for (int i = open + 1; i < Math.min(end, open + LONGEST); i++) {
      String text = view.paragraph.tokens().get(i).text();
      if (text.equals(close)) {
        return known ? i + 1 : open;
      }
      known |= WORDS.contains(view.lower[i]);
    }
    return open;
  }
}
