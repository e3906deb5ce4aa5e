package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ends reported clauses where the sentence around them goes on: "Hale, who said the bridge was
 * safe, left", "Asked whether it was safe, Quill said that it was".
 */
final class ReportedClauses {
  private static final int SUBJECT = 6;

  private final ParagraphView view;
  private final Label[] labels;

  ReportedClauses(ParagraphView view, Label[] labels) {
    this.view = view;
    this.labels = labels;
  }

  List<Run> bounded(List<Run> runs) {
    List<Run> bounded = new ArrayList<>();
    for (Run run : runs) {
      if (run.first > 0 && !run.direct) {
        endWithRelativeClause(run);
        beginAfterSource(run, bounded);
        addSplit(run, bounded);
      } else {
        bounded.add(run);
      }
    }
    return bounded;
  }

  /** "The bridge, said Marta Quill, will open": the source of a cue between commas is not said. */
  private void beginAfterSource(Run run, List<Run> earlier) {
    int cue = run.first - 1;
    if (cue < 1 || !view.isCue(cue) || !endsPiece(view.lower[cue - 1])) {
      return;
    }
    int end = run.first;
    while (end < run.end && end - run.first < SUBJECT && view.word[end].equals("<N>")) {
      end++;
    }
    if (end == run.first || end + 1 >= run.end || !view.lower[end].equals(",")) {
      return;
    }
    Arrays.fill(labels, run.first, end, Label.SOURCE);
    labels[cue] = Label.CUE;
    run.first = end + 1;
    int opening = view.sentenceAt(cue).first();
    if (cue - 1 > opening && (earlier.isEmpty() || earlier.getLast().end <= opening)) {
      Arrays.fill(labels, opening, cue, Label.OUTSIDE);
      earlier.add(new Run(opening, cue - 1, false, run.rule));
    }
  }

  private static boolean endsPiece(String text) {
    return text.equals(",") || text.equals("”");
  }

  /** The main clause's verb follows a comma where its subject is followed by "who said …". */
  private void endWithRelativeClause(Run run) {
    int cue = cueBefore(run.first);
    if (cue < 2 || !isRelative(cue - 1) || hasVerb(view.sentenceAt(cue).first(), cue - 2)) {
      return;
    }
    for (int i = run.end - 2; i > run.first; i--) {
      boolean verb = view.isVerb(i + 1) && !view.lower[i + 1].endsWith("ing");
      if (view.lower[i].equals(",") && verb && view.marks.spanOf(i) < 0) {
        run.end = i;
        return;
      }
    }
  }

  /** The cue right before a token, or before a "that"; -1 for none. */
  private int cueBefore(int first) {
    int at = view.lower[first - 1].equals("that") ? first - 2 : first - 1;
    return at >= 0 && view.isCue(at) ? at : -1;
  }

  /** Whether a token is the "who" of ", who". */
  private boolean isRelative(int i) {
    String word = view.lower[i];
    return (word.equals("who") || word.equals("which")) && view.lower[i - 1].equals(",");
  }

  private boolean hasVerb(int first, int end) {
    for (int i = first; i < end; i++) {
      if (view.isVerb(i)) {
        return true;
      }
    }
    return false;
  }

  /** The question after an opening "Asked" ends where its answer's subject and cue follow. */
  private void addSplit(Run run, List<Run> to) {
    int opening = view.sentenceAt(run.first).first();
    if (run.first - opening > SUBJECT || !opensWithAsked(opening)) {
      to.add(run);
      return;
    }
    for (int comma = run.first + 1; comma < run.end; comma++) {
      int cue = view.lower[comma].equals(",") ? cueAfterSubject(comma + 1, run.end) : -1;
      if (cue >= 0) {
        labels[cue] = Label.CUE;
        to.add(new Run(run.first, comma, false, run.rule));
        if (cue + 1 < run.end) {
          to.add(new Run(cue + 1, run.end, false, run.rule));
        }
        return;
      }
    }
    to.add(run);
  }

  private boolean opensWithAsked(int opening) {
    boolean when = view.lower[opening].equals("when") && opening + 1 < view.size;
    return view.lower[when ? opening + 1 : opening].equals("asked");
  }

  private int cueAfterSubject(int first, int end) {
    for (int i = first; i < Math.min(end, first + SUBJECT); i++) {
      if (i > first && view.isCue(i) && view.isVerb(i)) {
        return i;
      }
      if (view.isVerb(i) || view.pos[i].equals("ADP")) {
        return -1;
      }
    }
    return -1;
  }
}
