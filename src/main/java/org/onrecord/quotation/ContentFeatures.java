package org.onrecord.quotation;

import static org.onrecord.quotation.FeatureTemplates.mix;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.onrecord.quotation.ChainModel.Marginals;
import org.onrecord.quotation.CueLexicon.CueClass;
import org.onrecord.quotation.FeatureTemplates.Surroundings;
import org.onrecord.quotation.QuoteMarks.Marked;
import org.onrecord.quotation.Unit.Range;
import org.onrecord.segment.Sentence;
import org.onrecord.segment.WordClusters;

/**
 * What the {@link ContentJudge} sees of a unit: how sure the tagger is, who reports it, its length,
 * edges, marks and place. Hashes of template and values; names and numbers are masked.
 */
public final class ContentFeatures {
  private static final int FINE = 32;
  private static final int MIDDLE = 10;

  private final ParagraphView view;
  private final Surroundings surroundings;
  private final Label[] labels;
  private final List<Unit> units;
  private final float[] probability;
  private final float[] begin;
  private final int lost;
  private final long[] buffer = new long[96];
  private int count;

  /**
   * The features of a paragraph's units.
   *
   * @param marginals how sure the tagger is of each token
   * @param lost whether the article has lost its marks
   */
  ContentFeatures(
      ParagraphView view,
      Surroundings surroundings,
      Label[] labels,
      List<Unit> units,
      Marginals marginals,
      boolean lost) {
    this.view = view;
    this.surroundings = surroundings;
    this.labels = labels;
    this.units = units;
    this.probability = marginals.content();
    this.begin = marginals.begin();
    this.lost = lost ? 1 : 0;
  }

  /** The features of the unit at an index. */
  public long[] of(int index) {
    Unit unit = units.get(index);
    count = 0;
    long kind = mix(unit.kind().ordinal(), lost);
    add(0, kind, unit.direct() ? 1 : 0);
    sureness(unit, kind);
    report(unit, kind);
    edges(unit, kind);
    marks(unit, kind);
    place(unit, index, kind);
    return Arrays.copyOf(buffer, count);
  }

  private void sureness(Unit unit, long kind) {
    double sum = 0;
    double least = 1;
    for (int i = unit.first(); i < unit.end(); i++) {
      sum += probability[i];
      least = Math.min(least, probability[i]);
    }
    int size = unit.end() - unit.first();
    int mean = oddsBucket(sum / size);
    add(1, mean, kind);
    add(2, oddsBucket(least), kind);
    add(3, oddsBucket(probability[unit.first()]), kind);
    add(4, oddsBucket(probability[unit.end() - 1]), kind);
    add(5, length(size), kind);
    add(6, length(size), mix(mean, lost));
    add(8, oddsBucket(begin[unit.first()]), kind);
    add(9, oddsBucket(least), mix(mean, lost));
    int rule =
        unit.rule().equals(MarkRepair.ADDED)
            ? 1
            : unit.rule().equals(PassedOver.CLAUSE) ? 2 : unit.rule().equals(Run.SECOND) ? 3 : 0;
    add(7, rule, mix(length(size), lost));
  }

  private void report(Unit unit, long kind) {
    Range cue = unit.cue();
    if (cue == null) {
      add(10, inText(), kind);
      add(11, view.traits[view.sentence[unit.first()]].voice(), lost);
      return;
    }
    int at = cue.first();
    CueClass cueClass = CueClass.NONE;
    byte rate = 0;
    for (int i = cue.first(); i < cue.end(); i++) {
      if (view.cueClass[i] != CueClass.NONE || view.cueRate[i] > rate) {
        cueClass = view.cueClass[i];
        rate = view.cueRate[i];
        at = i;
      }
    }
    boolean before = cue.first() < unit.first();
    int gap = before ? unit.first() - cue.end() : cue.first() - unit.end();
    long side = mix(before ? 1 : 2, Math.clamp(gap, 0, 8));
    add(12, mix(cueClass.ordinal(), rate), kind);
    add(59, mix(cueClass.ordinal(), rate), unit.rule().equals(PassedOver.CLAUSE) ? 1 : 0);
    add(13, view.word[at].hashCode(), kind);
    add(14, side, kind);
    add(15, side, mix(cueClass.ordinal(), rate));
    add(16, sources(cue), kind);
    add(17, sources(cue), side);
    long group = cluster(at, FINE);
    add(50, group, mix(kind, unit.rule().equals(PassedOver.CLAUSE) ? 1 : 0));
    add(51, cluster(at, MIDDLE), side);
    add(52, cluster(at, MIDDLE), mix(pos(unit.first()), pos(unit.first() + 1)));
    add(53, group, word(unit.first()));
    add(54, mix(cueClass.ordinal(), rate), mix(pos(cue.first() - 1), word(cue.end())));
    add(55, pos(at), mix(group, lost));
    add(56, hedges(cue), mix(cueClass.ordinal(), kind));
    add(57, cluster(cue.first() - 1, MIDDLE), mix(group, before ? 1 : 2));
    add(58, before ? 0 : view.reports.shape(unit.end() - 1), kind);
  }

  /** Bits: a negation shortly before the cue, a modal verb, "to". */
  private int hedges(Range cue) {
    int bits = 0;
    for (int i = Math.max(0, cue.first() - 3); i < cue.end(); i++) {
      bits |=
          switch (view.lower[i]) {
            case "not", "n't", "never", "nor", "without" -> 1;
            case "would", "could", "may", "might", "should", "can", "will" -> 2;
            case "to" -> 4;
            default -> 0;
          };
    }
    return bits;
  }

  private long cluster(int i, int bits) {
    return i < 0 ? -2 : i < view.size ? WordClusters.prefix(view.cluster[i], bits) : -3;
  }

  /** Whether a token beside the cue is labelled as the source, before it and after it. */
  private int sources(Range cue) {
    boolean before = false;
    boolean after = false;
    for (int d = 1; d <= 3; d++) {
      before |= cue.first() - d >= 0 && labels[cue.first() - d] == Label.SOURCE;
      after |= cue.end() + d - 1 < view.size && labels[cue.end() + d - 1] == Label.SOURCE;
    }
    return (before ? 1 : 0) | (after ? 2 : 0);
  }

  private void edges(Unit unit, long kind) {
    int first = unit.first();
    int last = unit.end() - 1;
    add(20, word(first), lost);
    add(21, pos(first), mix(pos(first + 1), kind));
    add(22, word(first - 1), lost);
    add(23, word(last + 1), kind);
    add(24, pos(last), kind);
    add(25, word(first - 1), pos(first));
    int verbs = 0;
    for (int i = first; i <= last; i++) {
      verbs += view.isVerb(i) ? 1 : 0;
    }
    add(26, Math.min(verbs, 2), kind);
    add(60, mix(pos(first), pos(first + 1)), mix(pos(first - 1), lost));
    add(61, mix(pos(last - 1), pos(last)), mix(pos(last + 1), lost));
    add(62, cluster(first, MIDDLE), mix(pos(first + 1), lost));
    add(63, cluster(first - 1, MIDDLE), cluster(first, MIDDLE));
    add(64, cluster(last + 1, MIDDLE), kind);
    Sentence sentence = view.sentenceAt(first);
    boolean opens = first - sentence.first() <= 1;
    boolean closes = view.sentenceAt(last).end() - last <= 3;
    int whole = (opens ? 1 : 0) | (closes ? 2 : 0) | (unit.cue() == null ? 4 : 0);
    add(27, whole, kind);
    add(28, whole, mix(view.traits[view.sentence[first]].bits(), lost));
    add(65, whole, mix(view.traits[view.sentence[first]].voice(), kind));
    add(66, whole, mix(view.reports.shape(last), kind));
  }

  private void marks(Unit unit, long kind) {
    int in = 0;
    int capitals = 0;
    int words = 0;
    Marked mark = null;
    for (int i = unit.first(); i < unit.end(); i++) {
      int span = view.marks.spanOf(i);
      if (span >= 0) {
        mark = mark == null ? view.marks.spans().get(span) : mark;
        in++;
        boolean content = view.lower[i].length() > 3;
        words += content ? 1 : 0;
        capitals += content && view.paragraph.tokens().get(i).isCapitalised() ? 1 : 0;
      }
    }
    if (mark == null) {
      return;
    }
    int title = words == 0 ? 2 : capitals == words ? 1 : 0;
    int close = Math.min(mark.close(), view.size);
    String end = view.lower[close - 1];
    boolean stop = end.equals(",") || end.equals(".") || end.equals("?") || end.equals("!");
    long shape = mix(mark.doubled() ? 1 : 0, stop ? 1 : 0);
    add(30, length(in), kind);
    add(31, mix(title, length(in)), shape);
    add(32, word(mark.open() - 1), kind);
    add(33, mix(title, stop ? 1 : 0), mix(kind, unit.cue() == null ? 1 : 0));
    add(34, word(close + 1), shape);
    add(35, pos(mark.open() - 1), mix(shape, length(in)));
  }

  private void place(Unit unit, int index, long kind) {
    int sentence = view.sentence[unit.first()];
    boolean alone = units.size() == 1;
    add(40, inText(), mix(kind, Math.min(sentence, 2)));
    add(41, alone ? 0 : index == 0 ? 1 : 2, kind);
    int gap = index == 0 ? 9 : Math.min(unit.first() - units.get(index - 1).end(), 8);
    boolean direct = index > 0 && units.get(index - 1).direct();
    add(42, mix(gap, direct ? 1 : 0), mix(kind, unit.cue() == null ? 1 : 0));
    add(44, sharesCue(unit, index - 1) + 2 * sharesCue(unit, index + 1), kind);
    boolean whole = view.size - (unit.end() - unit.first()) <= 4;
    add(43, whole ? 1 : 0, kind);
  }

  private int sharesCue(Unit unit, int other) {
    boolean both = other >= 0 && other < units.size() && unit.cue() != null;
    return both && Objects.equals(unit.cue(), units.get(other).cue()) ? 1 : 0;
  }

  /** The surroundings but for the headline, of which none is annotated. */
  private int inText() {
    return surroundings.bits() & ~1;
  }

  private long word(int i) {
    return (i < 0 ? "<S>" : i < view.size ? view.word[i] : "</S>").hashCode();
  }

  private long pos(int i) {
    return (i >= 0 && i < view.size ? view.pos[i] : "<>").hashCode();
  }

  /** The logarithm of the odds in steps of one half, from -8 to 12. */
  private static int oddsBucket(double probability) {
    double p = Math.clamp(probability, 1e-4, 1 - 1e-6);
    return (int) Math.clamp(Math.round(2 * Math.log(p / (1 - p))), -8, 12);
  }

  private static int length(int tokens) {
    return tokens <= 4
        ? tokens
        : tokens <= 6 ? 5 : tokens <= 9 ? 6 : tokens <= 14 ? 7 : tokens <= 24 ? 8 : 9;
  }

  private void add(int template, long a, long b) {
    buffer[count++] = mix(mix(1000 + template, a), b);
  }
}
