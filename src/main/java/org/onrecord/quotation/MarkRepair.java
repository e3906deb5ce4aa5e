package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.onrecord.quotation.QuoteMarks.Marked;

/**
 * Brings the tagger's runs into line with the quotation marks: edges move to marks that they nearly
 * meet, what two pairs of marks hold is two, the pieces within one pair are one, and speech between
 * marks that the tagger passed over is added.
 */
public final class MarkRepair {
  public static final String ADDED = "marked-stretch";
  private static final int SNAP = 2;
  private static final int LONG_WORDS = 8;
  private static final int ANNOUNCEMENT = 8;
  private static final int SIGNATURE = 6;

  private final ParagraphView view;
  private final List<Marked> spans;
  private final boolean nextOpens;

  /**
   * The repair of a paragraph.
   *
   * @param nextOpens whether the next paragraph opens with a mark
   */
  MarkRepair(ParagraphView view, boolean nextOpens) {
    this.view = view;
    this.spans = view.marks.spans();
    this.nextOpens = nextOpens;
  }

  List<Run> repaired(List<Run> runs) {
    List<Run> repaired = new ArrayList<>();
    for (Run run : runs) {
      snap(run);
      beginAtMark(run);
      endAtMark(run);
      addParts(run, repaired);
    }
    List<Run> joined = joined(repaired);
    addPassedOver(joined);
    return joined;
  }

  private void snap(Run run) {
    for (int i = view.marks.firstTo(run.first); i < spans.size(); i++) {
      Marked span = spans.get(i);
      if (run.end <= span.open()) {
        break;
      }
      int close = Math.min(span.close() + 1, view.size);
      int before = run.first - span.open();
      if (before > 0 && before <= SNAP) {
        run.first = span.open();
      }
      int after = close - run.end;
      if (after > 0 && after <= SNAP) {
        run.end = close;
      }
    }
  }

  /** "put it plainly: “It is safe.”": what announces the speech before a colon is none of it. */
  private void beginAtMark(Run run) {
    if (view.marks.spanOf(run.first) >= 0) {
      return;
    }
    int limit = Math.min(run.end, run.first + ANNOUNCEMENT);
    for (int i = run.first + 1; i < limit; i++) {
      if (view.marks.spanOf(i) >= 0) {
        if (view.lower[i - 1].equals(":")) {
          run.first = i;
        }
        return;
      }
      if (view.isVerb(i)) {
        return;
      }
    }
  }

  /** "“Why?” asked Quill": a cue after the closing mark of a sentence ends what is said. */
  private void endAtMark(Run run) {
    int i = view.marks.spanOf(run.first);
    if (i < 0) {
      return;
    }
    Marked span = spans.get(i);
    boolean beyond = span.doubled() && span.close() + 1 < run.end;
    if (beyond && isStop(view.lower[span.close() - 1]) && isReported(span.close() + 1, run.end)) {
      run.end = span.close() + 1;
    }
  }

  private static boolean isStop(String text) {
    return text.equals("?") || text.equals("!") || text.equals(",");
  }

  private static boolean endsSentence(String text) {
    return text.equals("?") || text.equals("!") || text.equals(".");
  }

  /** Whether a cue and a subject, and no more marks, stand in some tokens. */
  private boolean isReported(int first, int end) {
    boolean cue = false;
    for (int i = first; i < end; i++) {
      if (view.marks.spanOf(i) >= 0) {
        return false;
      }
      cue |= view.isCue(i);
    }
    return cue && end - first <= LONG_WORDS;
  }

  /** "“We wait.” “If it snows,”": a sentence that closes and one that opens are two. */
  private void addParts(Run run, List<Run> to) {
    Run rest = run;
    for (int i = view.marks.firstTo(run.first); i + 1 < spans.size(); i++) {
      int close = spans.get(i).close();
      if (close + 1 >= run.end) {
        break;
      }
      boolean meet = close > rest.first && spans.get(i + 1).open() == close + 1;
      if (meet && endsSentence(view.lower[close - 1])) {
        to.add(new Run(rest.first, close + 1, rest.direct, rest.rule));
        rest = new Run(close + 1, run.end, rest.direct, rest.rule);
      }
    }
    to.add(rest);
  }

  private List<Run> joined(List<Run> runs) {
    List<Run> joined = new ArrayList<>();
    for (Run run : runs) {
      Run before = joined.isEmpty() ? null : joined.getLast();
      int span = view.marks.spanOf(run.first);
      boolean together =
          before != null && span >= 0 && view.marks.spanOf(Math.max(before.end - 1, 0)) == span;
      if (together && before != null) {
        before.end = Math.max(before.end, run.end);
        before.direct |= run.direct;
      } else {
        joined.add(run);
      }
    }
    return joined;
  }

  private void addPassedOver(List<Run> runs) {
    BitSet covered = new BitSet(view.size);
    runs.forEach(run -> covered.set(run.first, run.end));
    for (Marked span : spans) {
      int close = Math.min(span.close() + 1, view.size);
      int next = covered.nextSetBit(span.open());
      boolean free = next < 0 || next >= close;
      if (free && span.doubled() && isSpeech(span)) {
        runs.add(new Run(span.open(), close, true, ADDED));
      }
    }
    runs.sort((a, b) -> Integer.compare(a.first, b.first));
  }

  private boolean isSpeech(Marked span) {
    return span.words() >= LONG_WORDS || goesOn(span) || isSigned(span);
  }

  /** A paragraph that opens with a mark and closes none, before one that opens with a mark. */
  private boolean goesOn(Marked span) {
    return span.open() == 0 && span.close() >= view.size && nextOpens;
  }

  /** "“It is safe” - Marta Quill", and no more in the paragraph. */
  private boolean isSigned(Marked span) {
    int dash = span.close() + 1;
    int length = view.size - dash - 1;
    if (span.open() != 0 || length < 1 || length > SIGNATURE || !isDash(view.lower[dash])) {
      return false;
    }
    for (int i = dash + 1; i < view.size; i++) {
      if (!view.word[i].equals("<N>")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDash(String text) {
    return switch (text) {
      case "-", "--", "–", "—", "―", ":" -> true;
      default -> false;
    };
  }
}
