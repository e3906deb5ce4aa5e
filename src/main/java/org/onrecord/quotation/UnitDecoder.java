package org.onrecord.quotation;

import java.util.ArrayList;
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
      runs = joined(runs);
      addLongMarked(runs);
    }
    List<Unit> units = new ArrayList<>();
    int floor = 0;
    for (Run run : runs) {
      run.first = Math.max(run.first, floor);
      trim(run);
      if (run.first < run.end) {
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
    for (Run run : runs) {
      if (run.direct) {
        for (int s = view.sentence[run.first] - 1; s >= 0 && isLooseSpeech(s, runs); s--) {
          if (run.first != view.paragraph.sentences().get(s + 1).first()) {
            break;
          }
          run.first = view.paragraph.sentences().get(s).first();
        }
      }
    }
  }

  private boolean isLooseSpeech(int s, List<Run> runs) {
    Sentence sentence = view.paragraph.sentences().get(s);
    boolean taken =
        runs.stream().anyMatch(r -> r.first < sentence.end() && sentence.first() < r.end);
    if (taken || !view.traits[s].firstPerson()) {
      return false;
    }
    for (int i = sentence.first(); i < sentence.end(); i++) {
      if (labels[i] == Label.CUE || labels[i] == Label.SOURCE) {
        return false;
      }
    }
    return true;
  }

  private void snap(Run run) {
    for (Marked span : view.marks.spans()) {
      int close = Math.min(span.close() + 1, view.size);
      if (run.end <= span.open() || span.close() < run.first) {
        continue;
      }
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
    for (Marked span : view.marks.spans()) {
      int close = Math.min(span.close() + 1, view.size);
      boolean covered = runs.stream().anyMatch(r -> r.first < close && span.open() < r.end);
      if (!covered && span.words() >= LONG_WORDS && span.doubled()) {
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
    int from = view.sentenceAt(first).first();
    int to = view.sentenceAt(end - 1).end();
    Range before = null;
    for (int i = first - 1; i >= from && before == null; i--) {
      before = labels[i] == Label.CUE ? runAround(i) : null;
    }
    Range after = null;
    for (int i = end; i < to && after == null; i++) {
      after = labels[i] == Label.CUE ? runAround(i) : null;
    }
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
