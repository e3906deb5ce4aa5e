package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.QuotationKind;
import org.onrecord.quotation.QuoteMarks.Marked;
import org.onrecord.quotation.Unit.Range;
import org.onrecord.segment.Sentence;

/**
 * From a paragraph's labels to units of content: runs of labels, brought into line with the marks
 * and the clauses around them, each with its kind and cue.
 */
final class UnitDecoder {
  private static final double DIRECT_SHARE = 0.95;

  /** What stands before marks that hold a name, a title or a slogan. */
  private static final Set<String> NAMING =
      Set.of(
          "so-called",
          "called",
          "dubbed",
          "titled",
          "entitled",
          "named",
          "nicknamed",
          "nickname",
          "slogan",
          "slogans",
          "motto",
          "hashtag",
          "book",
          "film",
          "movie",
          "song",
          "album",
          "novel",
          "play",
          "series",
          "show",
          "term",
          "word",
          "words",
          "phrase",
          "sign",
          "signs",
          "banner",
          "banners",
          "as");

  private final ParagraphView view;
  private final int paragraph;
  private final Label[] labels;
  private final boolean lost;
  private final boolean nextOpens;

  /** The nearest token labelled as a cue, at a token or before it; -1 for none. */
  private final int[] cueBefore;

  /** The nearest one at a token or after it; the number of tokens for none. */
  private final int[] cueAfter;

  private UnitDecoder(ArticleViews views, int paragraph, Label[] labels) {
    this.view = views.views.get(paragraph);
    this.paragraph = paragraph;
    this.labels = labels;
    this.lost = !views.marked;
    this.nextOpens = views.surroundings.get(paragraph).nextOpens();
    this.cueBefore = new int[view.size];
    this.cueAfter = new int[view.size];
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

  static List<Unit> units(ArticleViews views, int paragraph, Label[] labels, Label[] next) {
    return new UnitDecoder(views, paragraph, labels).run(next);
  }

  /** A unit with other edges, its kind and cue found anew. */
  static Unit moved(ArticleViews views, Label[] labels, Unit unit, int first, int end) {
    UnitDecoder decoder = new UnitDecoder(views, unit.paragraph(), labels);
    decoder.findCues();
    boolean sentences =
        decoder.lost && decoder.view.sentence[first] != decoder.view.sentence[end - 1];
    Run run = new Run(first, end, unit.direct() || sentences, unit.rule());
    new ReportedClauses(decoder.view, labels).keepWithin(run);
    return decoder.unit(run);
  }

  private List<Unit> run(Label[] next) {
    List<Run> runs = runs(labels, Run.TAGGER);
    if (lost) {
      takeInFirstPerson(runs);
    }
    new SecondLook(view, labels).addTo(runs, runs(next, Run.SECOND), next);
    if (!lost) {
      runs = new MarkRepair(view, nextOpens).repaired(runs);
    }
    runs = cut(new ReportedClauses(view, labels).bounded(runs));
    new PassedOver(view, labels).addTo(runs);
    findCues();
    ReportingFrames frames = new ReportingFrames(view);
    List<Unit> units = new ArrayList<>();
    int floor = 0;
    for (Run run : runs) {
      run.first = Math.max(run.first, floor);
      trim(run);
      if (run.first < run.end && !isAdverbial(run) && !isNaming(run) && !frames.holds(run)) {
        units.add(unit(run));
        floor = run.end;
      }
    }
    return units;
  }

  private static List<Run> runs(Label[] labels, String rule) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i].isContent() && labels[i].begins()) {
        runs.add(new Run(i, i + 1, labels[i].isDirect(), rule));
      } else if (labels[i].isContent()) {
        runs.getLast().end = i + 1;
      }
    }
    return runs;
  }

  /** No report runs over a sentence's end outside of marks; verbatim speech that lost them may. */
  private List<Run> cut(List<Run> runs) {
    List<Run> cut = new ArrayList<>();
    for (Run run : runs) {
      int first = run.first;
      for (int i = run.first + 1; i < run.end && !(lost && run.direct); i++) {
        if (view.sentence[i] != view.sentence[i - 1] && !isWithinMarks(i)) {
          cut.add(new Run(first, i, run.direct, run.rule));
          first = i;
        }
      }
      cut.add(new Run(first, run.end, run.direct, run.rule));
    }
    return cut;
  }

  /** Whether one pair of marks holds a token and the one before it. */
  private boolean isWithinMarks(int i) {
    int span = view.marks.spanOf(i);
    return span >= 0 && span == view.marks.spanOf(i - 1);
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
      if (view.isVerb(i) || view.marks.spanOf(i) >= 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * "the so-called “bridge to nowhere” opens": marks around a name, in words that nobody reports.
   */
  private boolean isNaming(Run run) {
    int spans = 0;
    for (int i = view.marks.firstTo(run.first); i < view.marks.spans().size(); i++) {
      Marked span = view.marks.spans().get(i);
      if (span.open() >= run.end) {
        break;
      }
      if (span.open() == 0 || !NAMING.contains(view.lower[span.open() - 1])) {
        return false;
      }
      spans++;
    }
    return spans > 0 && !isReported(run);
  }

  /** Whether a token of a cue stands in the sentences of a run. */
  private boolean isReported(Run run) {
    int first = view.sentenceAt(run.first).first();
    int end = view.sentenceAt(run.end - 1).end();
    return first < view.size && cueAfter[first] < end;
  }

  private boolean isEdge(int i) {
    return isEdge(view.lower[i]);
  }

  /** Whether a token is a mark, comma or stop that no content begins or ends with. */
  static boolean isEdge(String text) {
    return switch (text) {
      case "“",
          "”",
          "\"",
          "''",
          "``",
          "‘",
          "'",
          "’",
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
    for (int i = run.first; i < run.end; i++) {
      if (view.paragraph.tokens().get(i).isWord()) {
        int length = view.lower[i].length();
        letters += length;
        inMarks += view.marks.spanOf(i) >= 0 ? length : 0;
      }
    }
    double share = letters == 0 ? 0 : (double) inMarks / letters;
    QuotationKind kind = kind(run.direct, share);
    Range cue = cue(run.first, run.end);
    return new Unit(paragraph, run.first, run.end, run.direct, kind, share > 0, cue, run.rule);
  }

  private QuotationKind kind(boolean direct, double share) {
    if (share >= DIRECT_SHARE || lost && direct) {
      return QuotationKind.DIRECT;
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
