package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Ends reported clauses where the sentence around them goes on: "Hale, who said the bridge was
 * safe, left", "Asked whether it was safe, Quill said that it was".
 */
final class ReportedClauses {
  private static final int SUBJECT = 6;
  private static final int ANNOUNCED = 9;

  /** What begins a phrase that tells when or where somebody spoke. */
  private static final Set<String> OCCASIONS =
      Set.of("after", "ahead", "at", "before", "during", "following", "in", "on", "this");

  /** What begins a clause of the reporter's after a comma and a closing mark. */
  private static final Set<String> TAILS =
      Set.of(
          "while",
          "as",
          "which",
          "who",
          "where",
          "when",
          "although",
          "though",
          "after",
          "before",
          "despite",
          "with");

  private final ParagraphView view;
  private final Label[] labels;

  ReportedClauses(ParagraphView view, Label[] labels) {
    this.view = view;
    this.labels = labels;
  }

  List<Run> bounded(List<Run> runs) {
    List<Run> bounded = new ArrayList<>();
    for (Run run : runs) {
      if (!run.direct) {
        beginAfterReport(run);
        beginAfterAdverbial(run);
      }
      endBeforeTail(run);
      if (run.first > 0 && !run.direct) {
        endWithRelativeClause(run);
        beginAfterSource(run, bounded);
        takeInSubject(run, bounded);
        addSplit(run, bounded);
      } else {
        bounded.add(run);
      }
    }
    return bounded;
  }

  /** Keeps a run whose edges moved within the clause that reports it. */
  void keepWithin(Run run) {
    endBeforeTail(run);
    if (run.first > 0 && !run.direct) {
      beginAfterAdverbial(run);
      beginWithThat(run);
      endWithRelativeClause(run);
    }
  }

  /** A clause begins with its "that". */
  private void beginWithThat(Run run) {
    int that = run.first - 1;
    if (that > 0 && view.lower[that].equals("that") && view.isCue(that - 1)) {
      run.first = that;
    }
  }

  /** A sentence "The minister claimed that …" says what follows its cue. */
  private void beginAfterReport(Run run) {
    int opening = view.sentenceAt(run.first).first();
    if (run.first != opening) {
      return;
    }
    for (int i = opening + 1; i < Math.min(run.end - 2, opening + ANNOUNCED); i++) {
      if (view.lower[i].equals(",") || view.marks.spanOf(i) >= 0) {
        return;
      }
      if (view.isVerb(i) && view.isCue(i) && view.lower[i + 1].equals("that")) {
        int verb = opening;
        while (!view.isVerb(verb)) {
          verb++;
        }
        Arrays.fill(labels, opening, verb, Label.SOURCE);
        Arrays.fill(labels, verb, i + 1, Label.CUE);
        run.first = i + 1;
        return;
      }
    }
  }

  /**
   * "said after Sunday's count all farms were dry": a phrase between cue and clause that the next
   * noun phrase ends is not said.
   */
  private void beginAfterAdverbial(Run run) {
    int cue = run.first - 1;
    boolean phrase =
        OCCASIONS.contains(view.lower[run.first]) || CalendarWords.contains(view.lower[run.first]);
    boolean said = cue >= 0 && view.cueClass[cue] == CueLexicon.CueClass.SAY && view.isVerb(cue);
    if (!phrase || !said || view.marks.spanOf(run.first) >= 0) {
      return;
    }
    for (int i = run.first + 1; i < Math.min(run.end - 2, run.first + ANNOUNCED); i++) {
      if (view.isVerb(i) || view.lower[i].equals(",") || view.marks.spanOf(i) >= 0) {
        return;
      }
      boolean noun = view.pos[i - 1].equals("NOUN") || view.pos[i - 1].equals("PROPN");
      if (noun && beginsSubject(i) && hasVerb(i, run.end)) {
        run.first = i;
        return;
      }
    }
  }

  private boolean beginsSubject(int i) {
    String word = view.lower[i];
    boolean pronoun = view.pos[i].equals("PRON") && !isRelativeWord(word);
    return word.equals("that") || view.pos[i].equals("DET") || pronoun;
  }

  private static boolean isRelativeWord(String word) {
    return word.startsWith("wh") || word.equals("'s");
  }

  /**
   * "accusing them of “sheer laziness,” while the board met", "would open, adding that …": where
   * the reporter goes on.
   */
  private void endBeforeTail(Run run) {
    for (int i = run.first + 2; i + 1 < run.end; i++) {
      boolean closes = view.lower[i].equals("”") && view.lower[i - 1].equals(",");
      boolean comma = view.lower[i].equals(",") && view.marks.spanOf(i) < 0;
      boolean tail = closes && TAILS.contains(view.lower[i + 1]);
      boolean saying = comma && view.isCue(i + 1) && view.lower[i + 1].endsWith("ing");
      if (tail && !hasMarks(i + 1, run.end) || saying && !run.direct) {
        run.end = closes ? i + 1 : i;
        return;
      }
    }
  }

  private boolean hasMarks(int first, int end) {
    for (int i = first; i < end; i++) {
      if (view.marks.spanOf(i) >= 0) {
        return true;
      }
    }
    return false;
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

  /** "The bridge, Marta Quill said, is safe": the clause's subject stands before the report. */
  private void takeInSubject(Run run, List<Run> earlier) {
    int cue = run.first - 2;
    boolean verb = view.isVerb(run.first) && !view.lower[run.first].endsWith("ing");
    if (cue < 2 || !verb || !view.isCue(cue) || !view.lower[cue + 1].equals(",")) {
      return;
    }
    int comma = cue - 1;
    while (comma > 0 && cue - comma < SUBJECT && !view.lower[comma].equals(",")) {
      comma--;
    }
    int opening = view.sentenceAt(cue).first();
    boolean free = earlier.isEmpty() || earlier.getLast().end <= opening;
    boolean source = cue - comma > 1 && view.lower[comma].equals(",");
    if (free && source && comma > opening && !hasVerb(opening, comma)) {
      Arrays.fill(labels, opening, comma, Label.OUTSIDE);
      earlier.add(new Run(opening, comma, false, run.rule));
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
