package org.onrecord.quotation;

import org.jspecify.annotations.Nullable;
import org.onrecord.quotation.CueLexicon.CueClass;
import org.onrecord.quotation.ParagraphView.SentenceTraits;
import org.onrecord.quotation.QuoteMarks.Marked;
import org.onrecord.segment.Sentence;

/**
 * What the tagger sees of a token: words and parts of speech around it, the nearest cues on both
 * sides, marks, its place, and the voice of its sentence and of the neighbours. A feature is a
 * 64-bit hash of its template's number and values, so that the model holds no words. Names and
 * numbers are masked before they come here.
 */
public final class FeatureTemplates {
  private static final int FAR = 30;

  private final ParagraphView view;
  private final TokenColumns columns;
  private final Surroundings surroundings;
  private long[] buffer = new long[160];
  private int count;

  /**
   * What lies around a paragraph.
   *
   * @param headline whether it is the headline
   * @param first whether it is the body's first
   * @param continued whether the paragraph before ends within marks that are not closed
   * @param nextOpens whether the next paragraph opens with a mark
   * @param beforeFinalCue whether the paragraph before ends with a cue or a colon
   */
  record Surroundings(
      boolean headline,
      boolean first,
      boolean continued,
      boolean nextOpens,
      boolean beforeFinalCue) {
    int bits() {
      return (headline ? 1 : 0)
          | (first ? 2 : 0)
          | (continued ? 4 : 0)
          | (nextOpens ? 8 : 0)
          | (beforeFinalCue ? 16 : 0);
    }
  }

  FeatureTemplates(ParagraphView view, Surroundings surroundings) {
    this.view = view;
    this.columns = new TokenColumns(view);
    this.surroundings = surroundings;
  }

  /**
   * The features of token i; the array is the templates' own and holds {@link #count()} of them
   * until the next call.
   */
  public long[] of(int i) {
    count = 0;
    words(i);
    clusters(i);
    reportAhead(i);
    partsOfSpeech(i);
    cueWindow(i);
    leftCue(i);
    rightCue(i);
    clauses(i);
    marks(i);
    place(i);
    voice(i);
    return buffer;
  }

  public int count() {
    return count;
  }

  private void words(int i) {
    for (int d = -2; d <= 2; d++) {
      add(1 + d + 2, columns.word(i + d), 0);
    }
    add(6, columns.word(i - 1), columns.word(i));
    add(7, columns.word(i), columns.word(i + 1));
    String w = view.word[i];
    if (w.length() > 3 && w.charAt(0) != '<') {
      add(8, hash(w.substring(w.length() - 3)), 0);
    }
    add(9, shape(i), columns.pos(i));
  }

  /** Words of the same cluster are alike; where training has not seen a word, its cluster tells. */
  private void clusters(int i) {
    for (int d = -2; d <= 2; d++) {
      add(100 + d + 2, columns.fine(i + d), 0);
      add(105 + d + 2, columns.coarse(i + d), 0);
    }
    add(110, columns.middle(i - 1), columns.middle(i));
    add(111, columns.middle(i), columns.middle(i + 1));
    add(112, mix(columns.coarse(i - 1), columns.coarse(i)), columns.coarse(i + 1));
    add(113, columns.cue(i), columns.fine(i));
    int left = view.leftCue[i];
    if (left >= 0) {
      long distance = Math.min(bucket(i - left), 4);
      add(114, columns.fine(left), distance);
      add(115, columns.middle(left), mix(distance, columns.coarse(i)));
      add(116, columns.middle(left + 1), bucket(i - left));
    }
    int right = view.rightCue[i];
    if (right >= 0) {
      long distance = Math.min(bucket(right - i), 4);
      add(117, columns.fine(right), distance);
    }
  }

  /** Whether a report follows in the sentence, whatever its distance. */
  private void reportAhead(int i) {
    int shape = view.reports.shape(i);
    int start = Math.min(i - view.sentenceAt(i).first(), 4);
    if (shape == 0) {
      add(120, start, columns.state(i));
      return;
    }
    int left = bucket(view.reports.next(i) - i);
    int behind = view.leftCue[i] < 0 ? 0 : 1;
    add(121, shape, mix(start, behind));
    add(122, shape, mix(left, behind));
    add(123, shape, mix(start, columns.word(i)));
    add(124, shape, mix(columns.pos(i), columns.pos(i - 1)));
    add(125, shape, mix(columns.state(i), start));
    add(126, shape, view.traits[view.sentence[i]].bits());
  }

  private void partsOfSpeech(int i) {
    for (int d = -2; d <= 2; d++) {
      add(11 + d + 2, columns.pos(i + d), 0);
    }
    long before2 = columns.pos(i - 2);
    long before = columns.pos(i - 1);
    long here = columns.pos(i);
    long after = columns.pos(i + 1);
    long after2 = columns.pos(i + 2);
    add(16, before, here);
    add(17, here, after);
    add(18, mix(before2, before), here);
    add(19, mix(before, here), after);
    add(20, mix(here, after), after2);
  }

  private void cueWindow(int i) {
    for (int d = -3; d <= 3; d++) {
      add(22 + d + 3, columns.cue(i + d), 0);
    }
    add(29, columns.cue(i), columns.pos(i));
    add(30, columns.cue(i), columns.word(i + 1));
    add(31, columns.cue(i), columns.pos(i - 1));
    add(32, columns.cue(i), columns.pos(i + 1));
  }

  private void leftCue(int i) {
    int cue = view.leftCue[i];
    if (cue < 0) {
      add(33, -1, columns.state(i));
      return;
    }
    int distance = bucket(i - cue);
    CueClass kind = view.cueClass[cue];
    int from = Math.max(cue + 1, i - FAR);
    int commas = Math.min(columns.commas(from, i), 3);
    boolean that = columns.hasThat(from, i);
    boolean verb = columns.verbs(from, i) > 0;
    int flags = (that ? 1 : 0) | (verb ? 2 : 0) | commas << 2;
    add(34, distance, kind.ordinal());
    add(35, hash(view.lower[cue]), Math.min(distance, 4));
    add(36, columns.word(cue + 1), distance);
    add(37, columns.pos(cue + 1), mix(distance, kind.ordinal()));
    add(38, flags, distance);
    add(39, flags, kind.ordinal());
    add(40, commas, mix(distance, columns.word(i - 1)));
    if (i - cue <= 4) {
      long path = kind.ordinal();
      for (int k = cue + 1; k <= i; k++) {
        path = mix(path, hash(view.pos[k]));
      }
      add(41, path, 0);
      add(42, path, columns.word(i));
    }
  }

  private void rightCue(int i) {
    int cue = view.rightCue[i];
    if (cue < 0) {
      add(43, -1, columns.state(i));
      return;
    }
    int distance = bucket(cue - i);
    CueClass kind = view.cueClass[cue];
    Sentence sentence = view.sentenceAt(i);
    int from = Math.max(i, cue - FAR);
    int commas = Math.min(columns.commas(from, cue), 3);
    int comma = columns.lastComma(cue);
    int lastComma = comma < from || cue - comma >= 9 ? 9 : cue - comma;
    boolean nearEnd = sentence.end() - cue <= 4;
    add(44, distance, kind.ordinal());
    add(45, hash(view.lower[cue]), Math.min(distance, 4));
    add(46, commas, distance);
    add(47, lastComma, mix(commas, nearEnd ? 1 : 0));
    add(48, lastComma, mix(nearEnd ? 1 : 0, columns.postposed(cue)));
    add(49, columns.postposed(cue), mix(commas, kind.ordinal()));
    add(50, columns.postposed(cue), mix(distance, columns.pos(i)));
  }

  /** At a comma or conjunction: what follows, and whether the sentence still has verbs. */
  private void clauses(int i) {
    long sides = mix(sideBucket(view.leftCue[i], i), sideBucket(view.rightCue[i], i));
    add(51, sides, columns.pos(i));
    add(52, sides, columns.state(i));
    boolean edge =
        view.lower[i].equals(",") || view.pos[i].equals("CCONJ") || view.pos[i].equals("SCONJ");
    boolean afterEdge = i > 0 && (view.lower[i - 1].equals(",") || view.pos[i - 1].equals("CCONJ"));
    if (edge || afterEdge) {
      int verbs = columns.verbs(i + 1, Math.min(view.sentenceAt(i).end(), i + FAR));
      add(53, columns.word(i), mix(columns.word(i + 1), Math.min(verbs, 2)));
      add(54, columns.pos(i), mix(columns.pos(i + 1), Math.min(verbs, 2)));
      add(55, columns.word(i), mix(sides, columns.pos(i + 1)));
    }
  }

  private static int sideBucket(int cue, int i) {
    return cue < 0 ? 0 : 1 + bucket(Math.abs(cue - i));
  }

  private void marks(int i) {
    int state = columns.state(i);
    add(56, state, 0);
    add(57, state, columns.state(i + 1));
    add(58, columns.state(i - 1), state);
    add(59, mix(columns.state(i - 2), columns.state(i - 1)), mix(state, columns.state(i + 1)));
    int index = view.marks.spanOf(i);
    if (index >= 0) {
      Marked span = view.marks.spans().get(index);
      int length = bucket(span.words());
      String last = view.word[Math.min(span.close(), view.size) - 1];
      boolean stop = last.equals(",") || last.equals(".") || last.equals("?") || last.equals("!");
      boolean capital =
          span.open() + 1 < view.size
              && view.paragraph.tokens().get(span.open() + 1).isCapitalised();
      int around = cueNear(span);
      add(60, state, length);
      add(61, mix(state, stop ? 1 : 0), mix(capital ? 1 : 0, around));
      add(62, mix(length, around), mix(stop ? 1 : 0, capital ? 1 : 0));
      add(63, columns.word(span.open() - 1), mix(length, state));
      add(64, mix(state, columns.word(i)), around);
      add(65, columns.word(span.close() + 1), mix(stop ? 1 : 0, state));
    } else {
      add(66, columns.pos(i), mix(view.traits[view.sentence[i]].bits(), 0));
    }
  }

  /** Bits: a cue within seven tokens before the opening mark, after the closing one. */
  private int cueNear(Marked span) {
    boolean before = false;
    boolean after = false;
    for (int k = 1; k <= 7; k++) {
      before |= span.open() - k >= 0 && view.isCue(span.open() - k);
      after |= span.close() + k < view.size && view.isCue(span.close() + k);
    }
    return (before ? 1 : 0) | (after ? 2 : 0);
  }

  private void place(int i) {
    Sentence sentence = view.sentenceAt(i);
    int fromStart = Math.min(i - sentence.first(), 4);
    int fromEnd = Math.min(sentence.end() - 1 - i, 4);
    int index = Math.min(view.sentence[i], 4);
    boolean last = view.sentence[i] == view.traits.length - 1;
    add(67, fromStart, mix(index, last ? 1 : 0));
    add(68, fromEnd, columns.pos(i));
    add(69, surroundings.bits(), fromStart);
    add(70, surroundings.bits(), mix(index, columns.state(i)));
    add(71, fromStart, columns.word(i));
  }

  private void voice(int i) {
    SentenceTraits here = view.traits[view.sentence[i]];
    long before = bits(view.neighbour(i, -1));
    long after = bits(view.neighbour(i, 1));
    int start = Math.min(i - view.sentenceAt(i).first(), 2);
    add(72, here.voice(), mix(here.bits(), start));
    add(73, mix(before, here.bits()), start);
    add(74, mix(after, here.bits()), start);
    add(75, mix(before, after), mix(here.bits(), here.firstPerson() ? 1 : 0));
    add(76, mix(voice(view.neighbour(i, -1)), here.voice()), here.bits());
    add(77, mix(voice(view.neighbour(i, 1)), here.voice()), here.bits());
    add(78, here.voice(), mix(surroundings.bits(), Math.min(view.sentence[i], 2)));
    add(79, here.tense(), mix(sideBucket(view.leftCue[i], i), sideBucket(view.rightCue[i], i)));
  }

  private static long bits(@Nullable SentenceTraits traits) {
    return traits == null ? -1 : traits.bits();
  }

  private static long voice(@Nullable SentenceTraits traits) {
    return traits == null ? -1 : traits.voice();
  }

  private int shape(int i) {
    String text = view.paragraph.tokens().get(i).text();
    int c = text.codePointAt(0);
    if (!Character.isLetter(c)) {
      return Character.isDigit(c) ? 1 : 2;
    }
    if (!Character.isUpperCase(c)) {
      return 3;
    }
    boolean all = text.length() > 1 && text.chars().noneMatch(Character::isLowerCase);
    return all ? 4 : 5;
  }

  private static int bucket(int distance) {
    if (distance <= 6) {
      return distance;
    }
    return distance <= 9 ? 7 : distance <= 14 ? 8 : distance <= 24 ? 9 : 10;
  }

  private void add(int template, long a, long b) {
    if (count == buffer.length) {
      buffer = java.util.Arrays.copyOf(buffer, count * 2);
    }
    buffer[count++] = mix(mix(template, a), b);
  }

  private static long hash(String text) {
    return text.hashCode();
  }

  /** A mix of two numbers in which every bit counts (the finalizer of SplitMix64). */
  static long mix(long a, long b) {
    long z = a * 0x9E3779B97F4A7C15L + b + 0x632BE59BD9B4E019L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
