package org.onrecord.quotation;

import static org.onrecord.quotation.FeatureTemplates.mix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.onrecord.quotation.ChainModel.Marginals;
import org.onrecord.quotation.ParagraphView.SentenceTraits;
import org.onrecord.quotation.Unit.Range;
import org.onrecord.segment.Sentence;
import org.onrecord.segment.WordClusters;

/**
 * What the {@link EdgeRanker} sees of a place where a unit could begin or end: the words on both
 * sides, how likely the tagger holds an edge there, where the cue and the sentence's edges are, and
 * what a unit with that edge would take in or leave out. Hashes of template and values.
 */
public final class EdgeFeatures {
  /** Edges so many tokens away are looked at, and farther ones only where a clause begins. */
  private static final int NEAR = 8;

  private static final int FAR = 45;

  /** Where marks are lost, sentences so far away may belong to it. */
  private static final int FARTHEST = 150;

  private static final int MIDDLE = 10;
  private static final int COARSE = 6;

  private final ParagraphView view;
  private final Label[] labels;
  private final List<Unit> units;
  private final Marginals marginals;
  private final int lost;
  private final int reach;
  private final int[] verbs;
  private final long[] buffer = new long[96];
  private int count;

  /**
   * The features of a paragraph's units.
   *
   * @param units in order, not overlapping
   * @param lost whether the article has lost its marks
   */
  EdgeFeatures(
      ParagraphView view, Label[] labels, List<Unit> units, Marginals marginals, boolean lost) {
    this.view = view;
    this.labels = labels;
    this.units = units;
    this.marginals = marginals;
    this.lost = lost ? 1 : 0;
    this.reach = lost ? FARTHEST : FAR;
    this.verbs = new int[view.size + 1];
    for (int i = 0; i < view.size; i++) {
      verbs[i + 1] = verbs[i] + (view.isVerb(i) ? 1 : 0);
    }
  }

  /** Where the unit at an index could begin; its own beginning first. */
  public int[] starts(int index) {
    Unit unit = units.get(index);
    int least = Math.max(index == 0 ? 0 : units.get(index - 1).end(), unit.first() - reach);
    int most = Math.min(unit.end() - 1, unit.first() + FAR);
    List<Integer> places = new ArrayList<>();
    places.add(unit.first());
    for (int i = least; i <= most; i++) {
      boolean inSentence = view.sentence[i] == view.sentence[unit.first()];
      boolean near = Math.abs(i - unit.first()) <= NEAR && (inSentence || unit.direct());
      boolean clause = inSentence || unit.direct() && i > unit.first() - FAR;
      boolean fits = near || (clause ? opensClause(i) : lost == 1 && opensSentence(i));
      if (i != unit.first() && fits && !isPunctuation(i)) {
        places.add(i);
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The places after which the unit at an index could end; its own end first. */
  public int[] ends(int index) {
    Unit unit = units.get(index);
    int next = index + 1 < units.size() ? units.get(index + 1).first() : view.size;
    int least = Math.max(unit.first() + 1, unit.end() - FAR);
    int most = Math.min(next, unit.end() + reach);
    List<Integer> places = new ArrayList<>();
    places.add(unit.end());
    for (int e = least; e <= most; e++) {
      boolean inSentence = view.sentence[e - 1] == view.sentence[unit.end() - 1];
      boolean near = Math.abs(e - unit.end()) <= NEAR && (inSentence || unit.direct());
      boolean clause = inSentence || unit.direct() && e < unit.end() + FAR;
      boolean fits = near || (clause ? closesClause(e) : lost == 1 && closesSentence(e));
      if (e != unit.end() && fits && !isPunctuation(e - 1)) {
        places.add(e);
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  private boolean opensSentence(int i) {
    return i == view.sentenceAt(i).first();
  }

  /** Before the stop, as content ends, or after it. */
  private boolean closesSentence(int e) {
    int end = view.sentenceAt(e - 1).end();
    return e == end || e == end - 1 && isPunctuation(e);
  }

  private boolean opensClause(int i) {
    return opensSentence(i) || isPunctuation(i - 1) || view.isCue(i - 1);
  }

  private boolean closesClause(int e) {
    return e == view.size || isPunctuation(e) || e == view.sentenceAt(e - 1).end();
  }

  /** What no content begins or ends with. */
  public boolean isPunctuation(int i) {
    return UnitDecoder.isEdge(view.lower[i]);
  }

  /** The features of the beginning of a unit at a token. */
  public long[] start(Unit unit, int i) {
    count = 0;
    long kind = mix(unit.kind().ordinal(), lost);
    int current = unit.first();
    int shift = shift(i - current);
    Sentence sentence = view.sentenceAt(i);
    int fromStart = Math.min(i - sentence.first(), 3);
    boolean inSentence = view.sentence[i] == view.sentence[current];
    add(1, shift, kind);
    add(2, odds(marginals.begin()[i]), lost);
    add(3, odds(marginals.begin()[i]) - odds(marginals.begin()[current]), shift == 0 ? 1 : 0);
    add(4, odds(marginals.content()[i]), i == 0 ? -9 : odds(marginals.content()[i - 1]));
    sides(10, i, lost);
    add(20, fromStart, mix(view.reports.shape(i), cueSide(unit, i)));
    add(21, fromStart, mix(hash(view.word[i]), lost));
    add(22, fromStart, mix(kind, inSentence ? 1 : 0));
    add(23, span(i - 1), mix(span(i), kind));
    add(24, label(i - 1), mix(label(i), shift == 0 ? 1 : 0));
    Range cue = unit.cue();
    if (cue != null && cue.end() <= Math.max(i, current)) {
      afterCue(cue, i, kind);
    } else {
      add(30, fromStart, mix(cue == null ? 1 : 0, kind));
      add(31, fromStart, mix(cue == null ? 1 : 0, hash(pos(i))));
    }
    between(Math.min(i, current), Math.max(i, current), shift, 40);
    add(44, balance(i, unit.end()), lost);
    add(45, Math.min(verbs[unit.end()] - verbs[i], 2), kind);
    return Arrays.copyOf(buffer, count);
  }

  /** What stands between the cue and a beginning. */
  private void afterCue(Range cue, int i, long kind) {
    int gap = Math.clamp(i - cue.end(), -3, 8);
    int last = cue.end() - 1;
    long group = WordClusters.prefix(view.cluster[last], MIDDLE);
    long cueClass = mix(view.cueClass[last].ordinal(), view.cueRate[last]);
    add(32, gap, kind);
    add(33, gap, mix(cueClass, hash(pos(i))));
    add(34, gap, mix(group, hash(pos(i))));
    add(35, hash(word(i)), mix(group, gap == 0 ? 1 : 0));
    add(36, hash(word(i - 1)), mix(cueClass, Math.min(gap, 4)));
    if (gap > 0) {
      boolean that = false;
      boolean comma = false;
      long path = 0;
      for (int k = cue.end(); k < i; k++) {
        that |= view.lower[k].equals("that");
        comma |= view.lower[k].equals(",");
        path = mix(path, hash(pos(k)));
      }
      int flags = (that ? 1 : 0) | (comma ? 2 : 0) | Math.min(verbs[i] - verbs[cue.end()], 2) << 2;
      add(37, flags, mix(Math.min(gap, 4), kind));
      add(38, flags, mix(hash(word(i)), lost));
      add(39, gap <= 5 ? path : 0, hash(pos(i)));
    }
  }

  /** The features of the end of a unit before a token. */
  public long[] end(Unit unit, int e) {
    count = 0;
    long kind = mix(unit.kind().ordinal(), lost);
    int current = unit.end();
    int shift = shift(e - current);
    Sentence sentence = view.sentenceAt(e - 1);
    int toEnd = Math.min(sentence.end() - e, 3);
    boolean inSentence = view.sentence[e - 1] == view.sentence[current - 1];
    boolean comma = e < view.size && view.lower[e].equals(",");
    add(101, shift, kind);
    add(102, odds(endsAt(e)), lost);
    add(103, odds(endsAt(e)) - odds(endsAt(current)), shift == 0 ? 1 : 0);
    add(104, odds(marginals.content()[e - 1]), e == view.size ? -9 : odds(marginals.content()[e]));
    sides(110, e, lost);
    add(120, toEnd, mix(cueSide(unit, e), kind));
    add(121, toEnd, mix(comma ? 1 : 0, inSentence ? 1 : 0));
    add(122, span(e - 1), mix(span(e), kind));
    add(123, label(e - 1), mix(label(e), shift == 0 ? 1 : 0));
    int here = view.reports.shape(e - 1);
    boolean boundary = here > 0 && view.reports.next(e - 1) == e;
    add(124, boundary ? 1 : 0, mix(here, cueSide(unit, e)));
    if (comma) {
      boolean reported = e + 2 < view.size && (view.isCue(e + 1) || view.isCue(e + 2));
      add(125, hash(word(e + 1)), mix(kind, reported ? 1 : 0));
      add(126, hash(pos(e + 1)), mix(hash(pos(e + 2)), reported ? 1 : 0));
      add(127, group(e + 1, MIDDLE), group(e + 2, COARSE));
      int rest = Math.min(verbs[sentence.end()] - verbs[e], 2);
      add(128, rest, mix(hash(pos(e + 1)), kind));
      add(129, hash(word(e + 1)), hash(word(e + 2)));
    }
    add(130, Math.min(verbs[e] - verbs[unit.first()], 2), kind);
    between(Math.min(e, current), Math.max(e, current), shift, 140);
    add(144, balance(unit.first(), e), lost);
    Range cue = unit.cue();
    if (cue != null && cue.first() >= Math.min(e, current)) {
      add(131, Math.clamp(cue.first() - e, -2, 6), kind);
      add(132, Math.clamp(cue.first() - e, -2, 6), hash(word(e)));
    } else {
      add(133, cue == null ? 1 : 0, mix(toEnd, comma ? 1 : 0));
    }
    return Arrays.copyOf(buffer, count);
  }

  /** Words, parts of speech and clusters around the gap before a token. */
  private void sides(int template, int i, long lost) {
    add(template, hash(word(i)), lost);
    add(template + 1, hash(word(i - 1)), lost);
    add(template + 2, hash(pos(i - 1)), hash(pos(i)));
    add(template + 3, hash(pos(i)), hash(pos(i + 1)));
    add(template + 4, mix(hash(pos(i - 2)), hash(pos(i - 1))), hash(pos(i)));
    add(template + 5, group(i, MIDDLE), hash(pos(i - 1)));
    add(template + 6, group(i - 1, MIDDLE), hash(pos(i)));
    add(template + 7, hash(word(i - 1)), hash(word(i)));
    add(template + 8, mix(group(i - 1, COARSE), group(i, COARSE)), group(i + 1, COARSE));
  }

  /** What lies between the present edge and another. */
  private void between(int from, int to, int shift, int template) {
    if (from == to) {
      return;
    }
    int cues = 0;
    int sources = 0;
    int commas = 0;
    int stops = 0;
    for (int k = from; k < to; k++) {
      cues += labels[k] == Label.CUE ? 1 : 0;
      sources += labels[k] == Label.SOURCE ? 1 : 0;
      commas += view.lower[k].equals(",") ? 1 : 0;
      stops += k > from && k == view.sentenceAt(k).first() ? 1 : 0;
    }
    int side = Integer.signum(shift);
    add(template, mix(Math.min(cues, 1), Math.min(sources, 1)), side);
    add(template + 1, mix(Math.min(commas, 2), Math.min(stops, 1)), side);
    add(template + 2, Math.min(verbs[to] - verbs[from], 2), mix(side, Math.min(to - from, 6)));
    add(template + 3, hash(pos(from)), mix(hash(pos(to - 1)), shift));
    if (stops > 0) {
      sentences(from, to, side, template);
    }
  }

  /** Whether the sentences between are like what is said. */
  private void sentences(int from, int to, int side, int template) {
    double content = 0;
    double direct = 0;
    int cues = 0;
    for (int k = from; k < to; k++) {
      content += marginals.content()[k];
      direct += marginals.direct()[k];
      cues += view.isCue(k) ? 1 : 0;
    }
    int sure = odds(content / (to - from));
    add(template + 46, sure, mix(side, lost));
    add(template + 47, odds(direct / (to - from)), mix(side, lost));
    add(template + 48, sure, mix(Math.min(view.sentence[to - 1] - view.sentence[from], 3), side));
    add(template + 49, Math.min(cues, 2), mix(sure, side));
    int voice = 0;
    for (int s = view.sentence[from]; s <= view.sentence[to - 1]; s++) {
      SentenceTraits traits = view.traits[s];
      voice |= (traits.firstPerson() ? 1 : 0) | (traits.contraction() ? 2 : 0);
      voice |= (traits.cue() ? 4 : 0) | (traits.tense() == 2 ? 8 : 0);
      voice |= traits.secondPerson() ? 16 : 0;
    }
    add(template + 50, voice, mix(side, lost));
    add(template + 51, voice, mix(sure, side));
    int whole = (from == 0 ? 1 : 0) | (to >= view.size - 1 ? 2 : 0);
    add(template + 52, whole, mix(side, lost));
  }

  /** Whether brackets and marks that open in a stretch close in it. */
  private int balance(int first, int end) {
    int brackets = 0;
    int marks = 0;
    for (int i = first; i < end; i++) {
      switch (view.lower[i]) {
        case "(" -> brackets++;
        case ")" -> brackets--;
        case "“" -> marks++;
        case "”" -> marks--;
        default -> {}
      }
    }
    return Math.clamp(brackets, -1, 1) * 4 + Math.clamp(marks, -1, 1);
  }

  /** 0 no cue, 1 the cue before a place, 2 after it. */
  private static int cueSide(Unit unit, int i) {
    return unit.cue() == null ? 0 : unit.cue().first() < i ? 1 : 2;
  }

  private float endsAt(int e) {
    float[] content = marginals.content();
    float goesOn = e == view.size ? 0 : content[e] - marginals.begin()[e];
    return Math.max(0, content[e - 1] - goesOn);
  }

  private static int shift(int by) {
    int size = Math.abs(by);
    int bucket = size <= 4 ? size : size <= 8 ? 5 : size <= 16 ? 6 : 7;
    return Integer.signum(by) * bucket;
  }

  /** 0 outside marks, 1 the opening mark, 2 within, 3 the closing one. */
  private int span(int i) {
    if (i < 0 || i >= view.size) {
      return -1;
    }
    int index = view.marks.spanOf(i);
    if (index < 0) {
      return 0;
    }
    QuoteMarks.Marked marked = view.marks.spans().get(index);
    int state = i == marked.open() ? 1 : i == marked.close() ? 3 : 2;
    return marked.doubled() ? state : state + 4;
  }

  private int label(int i) {
    return i < 0 || i >= view.size ? -1 : labels[i].ordinal();
  }

  private String word(int i) {
    return i < 0 ? "<S>" : i < view.size ? view.word[i] : "</S>";
  }

  private String pos(int i) {
    return i >= 0 && i < view.size ? view.pos[i] : "<>";
  }

  private long group(int i, int bits) {
    return i < 0 ? -2 : i < view.size ? WordClusters.prefix(view.cluster[i], bits) : -3;
  }

  private static long hash(String text) {
    return text.hashCode();
  }

  /** The logarithm of the odds, rounded, from -8 to 8. */
  private static int odds(double probability) {
    double p = Math.clamp(probability, 1e-4, 1 - 1e-4);
    return (int) Math.clamp(Math.round(Math.log(p / (1 - p))), -8, 8);
  }

  private void add(int template, long a, long b) {
    buffer[count++] = mix(mix(3000 + template, a), b);
  }
}
