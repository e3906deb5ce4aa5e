package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.QuotationKind;
import org.onrecord.quotation.QuoteMarks.Marked;
import org.onrecord.quotation.Unit.Range;
import org.onrecord.segment.Sentence;

/**
 * From a paragraph's labels to units of content: runs of labels, their edges moved out to marks
 * that they nearly meet, the pieces within one pair of marks joined, and long marked stretches that
 * the tagger passed over added.
 */
final class UnitDecoder {
  private static final int SNAP = 2;
  private static final int LONG_WORDS = 8;
  private static final double DIRECT_SHARE = 0.95;
  private static final double ADDED_CONFIDENCE = 0.2;

  private final ParagraphView view;
  private final int paragraph;
  private final Label[] labels;
  private final float[] probability;
  private final boolean lost;

  /** The nearest token labelled as a cue, at a token or before it; -1 for none. */
  private final int[] cueBefore;

  /** The nearest one at a token or after it; the number of tokens for none. */
  private final int[] cueAfter;

  /** A run of content labels, edges still moving. */
  private static final class Run {
    int first;
    int end;
    boolean direct;
    String rule;

    Run(int first, int end, boolean direct, String rule) {
      this.first = first;
      this.end = end;
      this.direct = direct;
      this.rule = rule;
    }
  }

  private UnitDecoder(
      ParagraphView view, int paragraph, Label[] labels, float[] probability, boolean lost) {
    this.view = view;
    this.paragraph = paragraph;
    this.labels = labels;
    this.probability = probability;
    this.lost = lost;
    this.cueBefore = new int[view.size];
    this.cueAfter = new int[view.size];
    findCues();
  }

  private void findCues() {
    int cue = -1;
    for (int i = 0; i < view.size; i++) {
      cue = labels[i] == Label.CUE ? i : cue;
      cueBefore[i] = cue;
    }
    cue = view.size;
    for (int i = view.size - 1; i >= 0; i--) {
      cue = labels[i] == Label.CUE ? i : cue;
      cueAfter[i] = cue;
    }
  }

  static List<Unit> units(
      ParagraphView view, int paragraph, Label[] labels, float[] probability, boolean lost) {
    return new UnitDecoder(view, paragraph, labels, probability, lost).run();
  }

  private List<Unit> run() {
    List<Run> runs = runs();
    if (lost) {
      takeInFirstPerson(runs);
    } else {
      runs.forEach(this::snap);
      runs.forEach(this::endAtMark);
      runs = joined(runs);
      addLongMarked(runs);
    }
    List<Unit> units = new ArrayList<>();
    int floor = 0;
    for (Run run : runs) {
      run.first = Math.max(run.first, floor);
      trim(run);
      if (run.first < run.end && !isAdverbial(run)) {
        units.add(unit(run));
        floor = run.end;
      }
    }
    return units;
  }

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i].isContent() && labels[i].begins()) {
        runs.add(new Run(i, i + 1, labels[i].isDirect(), "tagger"));
      } else if (labels[i].isContent()) {
        runs.getLast().end = i + 1;
      }
    }
    return runs;
  }

  /**
   * Where marks are lost: verbatim speech takes in the sentences beside it that are in the first
   * person and that nobody reports.
   */
  private void takeInFirstPerson(List<Run> runs) {
    boolean[] taken = new boolean[view.traits.length];
    for (Run run : runs) {
      Arrays.fill(taken, view.sentence[run.first], view.sentence[run.end - 1] + 1, true);
    }
    for (Run run : runs) {
      int s = view.sentence[run.first];
      while (run.direct
          && s > 0
          && run.first == view.paragraph.sentences().get(s).first()
          && !taken[s - 1]
          && isLooseSpeech(s - 1)) {
        s--;
        run.first = view.paragraph.sentences().get(s).first();
        taken[s] = true;
      }
    }
  }

  private boolean isLooseSpeech(int s) {
    if (!view.traits[s].firstPerson()) {
      return false;
    }
    Sentence sentence = view.paragraph.sentences().get(s);
    for (int i = sentence.first(); i < sentence.end(); i++) {
      if (labels[i] == Label.CUE || labels[i] == Label.SOURCE) {
        return false;
      }
    }
    return true;
  }

  private void snap(Run run) {
    List<Marked> spans = view.marks.spans();
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

  /** "“Why?” asked Quill": a cue after the closing mark of a sentence ends what is said. */
  private void endAtMark(Run run) {
    int i = view.marks.spanOf(run.first);
    if (i < 0) {
      return;
    }
    Marked span = view.marks.spans().get(i);
    boolean beyond = span.doubled() && span.close() + 1 < run.end;
    if (beyond && isStop(view.lower[span.close() - 1]) && isReported(span.close() + 1, run.end)) {
      run.end = span.close() + 1;
    }
  }

  private static boolean isStop(String text) {
    return text.equals("?") || text.equals("!") || text.equals(",");
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

  private void addLongMarked(List<Run> runs) {
    BitSet covered = new BitSet(view.size);
    runs.forEach(run -> covered.set(run.first, run.end));
    for (Marked span : view.marks.spans()) {
      int close = Math.min(span.close() + 1, view.size);
      int next = covered.nextSetBit(span.open());
      boolean free = next < 0 || next >= close;
      if (free && span.words() >= LONG_WORDS && span.doubled()) {
        runs.add(new Run(span.open(), close, true, "marked-stretch"));
      }
    }
    runs.sort((a, b) -> Integer.compare(a.first, b.first));
  }

  /** Cuts marks, commas and blanks off both ends, but keeps a final stop. */
  private void trim(Run run) {
    while (run.first < run.end && isEdge(run.first)) {
      run.first++;
    }
    while (run.end > run.first && isEdge(run.end - 1)) {
      run.end--;
    }
  }

  /** "said on Friday in a televised meeting": a phrase right after its cue that has no verb. */
  private boolean isAdverbial(Run run) {
    if (run.direct || run.first == 0 || !view.pos[run.first].equals("ADP")) {
      return false;
    }
    if (view.cueClass[run.first - 1] != CueLexicon.CueClass.SAY) {
      return false;
    }
    for (int i = run.first; i < run.end; i++) {
      if (view.pos[i].equals("VERB") || view.pos[i].equals("AUX") || view.marks.spanOf(i) >= 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isEdge(int i) {
    return switch (view.lower[i]) {
      case "“",
          "”",
          "\"",
          "''",
          "``",
          "‘",
          "'",
          "«",
          "»",
          "„",
          ",",
          ";",
          ":",
          "-",
          "--",
          "—",
          "–",
          "." ->
          true;
      default -> false;
    };
  }

  private Unit unit(Run run) {
    int letters = 0;
    int inMarks = 0;
    double sum = 0;
    for (int i = run.first; i < run.end; i++) {
      if (view.paragraph.tokens().get(i).isWord()) {
        int length = view.lower[i].length();
        letters += length;
        inMarks += view.marks.spanOf(i) >= 0 ? length : 0;
      }
      sum += probability[i];
    }
    double share = letters == 0 ? 0 : (double) inMarks / letters;
    QuotationKind kind = kind(run.direct, share);
    Range cue = cue(run.first, run.end);
    int size = run.end - run.first;
    double confidence =
        run.rule.equals("marked-stretch")
            ? ADDED_CONFIDENCE
            : ContentConfidence.of(sum / size, size, cue != null, lost);
    return new Unit(
        paragraph, run.first, run.end, run.direct, kind, share > 0, cue, confidence, run.rule);
  }

  private QuotationKind kind(boolean direct, double share) {
    if (share >= DIRECT_SHARE) {
      return QuotationKind.DIRECT;
    }
    if (lost && share == 0) {
      return direct ? QuotationKind.DIRECT : QuotationKind.INDIRECT;
    }
    return share == 0 ? QuotationKind.INDIRECT : QuotationKind.MIXED;
  }

  /**
   * The nearest run of cue labels: in the content's own sentences first, before it rather than
   * after.
   */
  private @Nullable Range cue(int first, int end) {
    int left = first == 0 ? -1 : cueBefore[first - 1];
    int right = end == view.size ? view.size : cueAfter[end];
    Range before = left < view.sentenceAt(first).first() ? null : runAround(left);
    Range after = right >= view.sentenceAt(end - 1).end() ? null : runAround(right);
    if (before != null && after != null) {
      return first - before.end() <= after.first() - end ? before : after;
    }
    if (before != null || after != null) {
      return before != null ? before : after;
    }
    return colonBefore(first) ? new Range(first - 1, first) : null;
  }

  private boolean colonBefore(int first) {
    return first > 0 && view.lower[first - 1].equals(":");
  }

  private Range runAround(int token) {
    int first = token;
    while (first > 0 && labels[first - 1] == Label.CUE) {
      first--;
    }
    int end = token + 1;
    while (end < labels.length && labels[end] == Label.CUE) {
      end++;
    }
    return new Range(first, end);
  }
}
