package org.onrecord.quotation;

import java.util.Arrays;
import java.util.List;
import org.onrecord.quotation.Unit.Range;
import org.onrecord.segment.WordClusters;

/**
 * What the {@link SourceRanker} sees of a unit and a candidate for its source: hashes of template
 * and values.
 */
public final class SourceFeatures {
  /** So many candidates before a unit, and so many after its first token, can be its source. */
  private static final int REACH = 30;

  private static final int FAR = 30;
  private static final int CLAUSE = 10;
  private static final int MIDDLE = 10;

  private final ParagraphView view;
  private final Label[] labels;
  private final List<Unit> units;
  private final List<Range> candidates;
  private final boolean lost;
  private final boolean anySource;
  private final int[] contentBefore;
  private final long[] buffer = new long[64];
  private int count;

  /**
   * The features of a paragraph's units and candidates.
   *
   * @param units in order, not overlapping
   * @param candidates in order, not overlapping
   * @param lost whether the article has lost its marks
   */
  public SourceFeatures(
      ParagraphView view, Label[] labels, List<Unit> units, List<Range> candidates, boolean lost) {
    this.view = view;
    this.labels = labels;
    this.units = units;
    this.candidates = candidates;
    this.lost = lost;
    this.anySource = Arrays.asList(labels).contains(Label.SOURCE);
    this.contentBefore = new int[view.size + 1];
    boolean[] content = new boolean[view.size];
    for (Unit unit : units) {
      Arrays.fill(content, unit.first(), unit.end(), true);
    }
    for (int i = 0; i < view.size; i++) {
      contentBefore[i + 1] = contentBefore[i] + (content[i] ? 1 : 0);
    }
  }

  /** The features of the answer that no candidate is the source. */
  public long[] none(Unit unit) {
    count = 0;
    boolean cue = unit.cue() != null;
    int sentence = view.sentence[unit.first()];
    boolean opens = unit.first() <= 1;
    boolean earlier = units.getFirst().end() <= unit.first();
    add(1, cue ? 1 : 0, unit.kind().ordinal());
    add(2, opens ? 1 : 0, FeatureTemplates.mix(cue ? 1 : 0, earlier ? 1 : 0));
    add(3, Math.min(sentence, 3), Math.min(candidates.size(), 3));
    boolean whole = view.size - (unit.end() - unit.first()) <= 3;
    add(4, whole ? 1 : 0, lost ? 1 : 0);
    add(5, anySource ? 1 : 0, FeatureTemplates.mix(cue ? 1 : 0, whole ? 1 : 0));
    return result();
  }

  /** The candidates that are near enough to a unit to be its source. */
  List<Range> near(Unit unit) {
    int at = firstFrom(unit.first());
    int end = isQuestionOfOthers(unit) ? at : Math.min(candidates.size(), at + REACH);
    return candidates.subList(Math.max(0, at - REACH), end);
  }

  /** "Asked whether it was safe, Quill said …": who asks is not who stands behind the question. */
  private boolean isQuestionOfOthers(Unit unit) {
    Range cue = unit.cue();
    return cue != null
        && view.lower[cue.first()].equals("asked")
        && cue.first() - view.sentenceAt(cue.first()).first() <= 1
        && cue.first() < unit.first()
        && (cue.first() == 0 || !view.word[cue.first() - 1].equals("<N>"));
  }

  /** The index of the first candidate that begins at a token or after it. */
  private int firstFrom(int token) {
    int low = 0;
    int high = candidates.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (candidates.get(middle).first() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The features of the answer that a candidate is the source. */
  public long[] of(Unit unit, Range candidate) {
    count = 0;
    boolean before = candidate.end() <= unit.first();
    int type = type(candidate);
    int gap =
        view.sentence[candidate.first()] - view.sentence[before ? unit.first() : unit.end() - 1];
    int sentenceGap = Math.clamp(gap, -3, 3);
    int distance = bucket(distance(unit, candidate, before));
    int side = before ? 0 : 1;
    long place = FeatureTemplates.mix(side, sentenceGap);
    int source = sourceLabel(candidate);
    int link = cueLink(unit, candidate);
    add(10, place, distance);
    add(11, type, place);
    add(12, source, place);
    add(13, source, distance);
    add(14, link, type);
    add(15, link, FeatureTemplates.mix(place, unit.kind().ordinal()));
    add(16, link, source);
    add(17, between(unit, candidate, before), place);
    add(18, neighbours(candidate), side);
    add(19, neighbours(candidate), link);
    boolean opens = candidate.first() == view.sentenceAt(candidate.first()).first();
    add(20, opens ? 1 : 0, FeatureTemplates.mix(type, place));
    add(21, nextPos(candidate).hashCode(), side);
    add(22, previousPos(candidate).hashCode(), side);
    add(23, previousWord(candidate).hashCode(), side);
    add(24, nextWord(candidate).hashCode(), side);
    add(25, nearer(unit, candidate, before), place);
    add(26, type, FeatureTemplates.mix(link, unit.kind().ordinal()));
    add(27, unit.direct() ? 1 : 0, FeatureTemplates.mix(place, distance));
    boolean first = candidates.getFirst().equals(candidate);
    add(28, first ? 1 : 0, FeatureTemplates.mix(link, sentenceGap));
    add(29, lost ? 1 : 0, FeatureTemplates.mix(source, link));
    add(30, headWord(candidate), link);
    add(31, cueBeyondClause(candidate), place);
    clauses(unit, candidate, link, place);
    groups(unit, candidate, link);
    return result();
  }

  /** How the candidate stands in its clause, and what stands between it and the cue. */
  private void clauses(Unit unit, Range candidate, int link, long place) {
    Range cue = unit.cue();
    boolean earlier = units.getFirst().end() <= unit.first();
    long loose = FeatureTemplates.mix(cue == null ? 1 : 0, earlier ? 1 : 0);
    add(32, loose, FeatureTemplates.mix(place, type(candidate)));
    add(33, loose, FeatureTemplates.mix(place, unit.direct() ? 1 : 0));
    add(34, previousWord(candidate).hashCode(), link);
    add(35, inRelativeClause(candidate) ? 1 : 0, link);
    if (cue == null) {
      return;
    }
    int from = Math.min(candidate.end(), cue.end());
    int to = Math.max(candidate.first(), cue.first());
    int verbs = 0;
    int commas = 0;
    for (int i = from; i < to && to - from <= FAR; i++) {
      verbs += view.isVerb(i) ? 1 : 0;
      commas += view.lower[i].equals(",") ? 1 : 0;
    }
    long gap = to - from > FAR ? -1 : Math.min(verbs, 2) * 4L + Math.min(commas, 3);
    add(36, gap, link);
    add(37, gap, FeatureTemplates.mix(sourceLabel(candidate), place));
    add(38, view.word[cue.first()].hashCode(), link);
    add(39, view.word[cue.end() - 1].hashCode(), link);
    add(40, view.word[cue.end() - 1].hashCode(), nextWord(candidate).hashCode());
  }

  /** Clusters of the candidate's words and of the cue. */
  private void groups(Unit unit, Range candidate, int link) {
    int last = candidate.end() - 1;
    long head = WordClusters.prefix(view.cluster[last], MIDDLE);
    add(41, head, link);
    add(42, head, FeatureTemplates.mix(type(candidate), candidate.end() <= unit.first() ? 0 : 1));
    add(43, WordClusters.prefix(view.cluster[candidate.first()], MIDDLE), link);
    add(44, head, nextPos(candidate).hashCode());
    Range cue = unit.cue();
    if (cue != null) {
      long group = WordClusters.prefix(view.cluster[cue.end() - 1], MIDDLE);
      add(45, group, link);
      add(46, group, FeatureTemplates.mix(previousWord(candidate).hashCode(), link));
    }
  }

  /** Whether "who", "which" or "whose" opens the clause that the candidate stands in. */
  private boolean inRelativeClause(Range candidate) {
    int least = Math.max(view.sentenceAt(candidate.first()).first(), candidate.first() - CLAUSE);
    for (int i = candidate.first() - 1; i >= least; i--) {
      switch (view.lower[i]) {
        case "who", "which", "whose", "whom" -> {
          return true;
        }
        case ",", "”", "“" -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }

  /**
   * 0 a first-person pronoun, 1 he or she, 2 another pronoun, 3 a name, 4 a description with a
   * name, 5 a description.
   */
  private int type(Range candidate) {
    if (candidate.end() - candidate.first() == 1) {
      switch (view.lower[candidate.first()]) {
        case "i", "we" -> {
          return 0;
        }
        case "he", "she" -> {
          return 1;
        }
        case "they", "who", "it", "you", "one" -> {
          return 2;
        }
        default -> {}
      }
    }
    int names = 0;
    for (int i = candidate.first(); i < candidate.end(); i++) {
      names += view.word[i].equals("<N>") ? 1 : 0;
    }
    return names == 0 ? 5 : names == candidate.end() - candidate.first() ? 3 : 4;
  }

  private int distance(Unit unit, Range candidate, boolean before) {
    int from = before ? candidate.end() : unit.end();
    int to = before ? unit.first() : candidate.first();
    if (to <= from) {
      return 0;
    }
    return to - from - (contentBefore[to] - contentBefore[from]);
  }

  private int sourceLabel(Range candidate) {
    int sources = 0;
    for (int i = candidate.first(); i < candidate.end(); i++) {
      sources += labels[i] == Label.SOURCE ? 1 : 0;
    }
    return sources == 0 ? 0 : sources == candidate.end() - candidate.first() ? 2 : 1;
  }

  /**
   * How the candidate stands to the unit's cue: right before it, right after, near, far, or there
   * is none.
   */
  private int cueLink(Unit unit, Range candidate) {
    Range cue = unit.cue();
    if (cue == null) {
      return 0;
    }
    int before = cue.first() - candidate.end();
    int after = candidate.first() - cue.end();
    boolean according =
        view.lower[cue.first()].equals("according") || view.lower[cue.end() - 1].equals("to");
    if (candidate.overlaps(cue.first(), cue.end())) {
      return 1;
    }
    if (before >= 0) {
      return before == 0 ? 2 : before <= 2 ? 3 : before <= 6 ? 4 : 5;
    }
    return (after == 0 ? 6 : after == 1 ? 7 : after <= 4 ? 8 : 9) + (according ? 4 : 0);
  }

  private int between(Unit unit, Range candidate, boolean before) {
    int from = before ? candidate.end() : unit.end();
    int to = before ? unit.first() : candidate.first();
    int others = 0;
    for (int i = firstUnitFrom(from); i < units.size() && others < 3; i++) {
      if (units.get(i).end() > to) {
        break;
      }
      others++;
    }
    return others;
  }

  private int firstUnitFrom(int token) {
    int low = 0;
    int high = units.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (units.get(middle).first() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Bits: a cue right before the candidate, right after, a label CUE before, after. */
  private int neighbours(Range candidate) {
    int before = candidate.first() - 1;
    int after = candidate.end();
    int bits = before >= 0 && view.isCue(before) ? 1 : 0;
    bits |= after < view.size && view.isCue(after) ? 2 : 0;
    bits |= before >= 0 && labels[before] == Label.CUE ? 4 : 0;
    bits |= after < view.size && labels[after] == Label.CUE ? 8 : 0;
    bits |= after + 1 < view.size && labels[after + 1] == Label.CUE ? 16 : 0;
    return bits;
  }

  /** Whether a comma follows, and the clause it opens ends in a comma with a cue right after. */
  private int cueBeyondClause(Range candidate) {
    if (candidate.end() >= view.size || !view.lower[candidate.end()].equals(",")) {
      return 0;
    }
    int end = Math.min(view.sentenceAt(candidate.first()).end(), candidate.end() + 25);
    for (int i = candidate.end() + 1; i + 1 < end; i++) {
      if (view.lower[i].equals(",") && labels[i + 1] == Label.CUE) {
        return 2;
      }
    }
    return 1;
  }

  /** How many candidates stand between this one and the unit, at most 4. */
  private int nearer(Unit unit, Range candidate, boolean before) {
    int from = before ? candidate.end() : unit.end();
    int to = before ? unit.first() : candidate.first();
    int nearer = 0;
    for (int i = firstFrom(from); i < candidates.size() && nearer < 4; i++) {
      if (candidates.get(i).end() > to) {
        break;
      }
      nearer++;
    }
    return nearer;
  }

  private long headWord(Range candidate) {
    return view.word[candidate.end() - 1].hashCode();
  }

  private String nextPos(Range candidate) {
    return candidate.end() < view.size ? view.pos[candidate.end()] : "<>";
  }

  private String previousPos(Range candidate) {
    return candidate.first() > 0 ? view.pos[candidate.first() - 1] : "<>";
  }

  private String nextWord(Range candidate) {
    return candidate.end() < view.size ? view.word[candidate.end()] : "<>";
  }

  private String previousWord(Range candidate) {
    return candidate.first() > 0 ? view.word[candidate.first() - 1] : "<>";
  }

  private static int bucket(int distance) {
    return distance <= 3
        ? distance
        : distance <= 6 ? 4 : distance <= 12 ? 5 : distance <= 25 ? 6 : 7;
  }

  private void add(int template, long a, long b) {
    buffer[count++] = FeatureTemplates.mix(FeatureTemplates.mix(template, a), b);
  }

  private long[] result() {
    return Arrays.copyOf(buffer, count);
  }
}
