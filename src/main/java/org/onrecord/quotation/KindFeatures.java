package org.onrecord.quotation;

import static org.onrecord.quotation.FeatureTemplates.mix;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.quotation.ChainModel.Marginals;
import org.onrecord.quotation.FeatureTemplates.Surroundings;
import org.onrecord.quotation.ParagraphView.SentenceTraits;
import org.onrecord.quotation.Unit.Range;
import org.onrecord.segment.Sentence;
import org.onrecord.segment.Token;
import org.onrecord.segment.WordClusters;

/**
 * What the {@link KindRanker} sees of a unit in an article that has lost its marks: what the tagger
 * takes it for, how it is reported, in whose voice and tense it is, where it begins and ends, what
 * stands beside it, and its words. Hashes of template and values.
 */
public final class KindFeatures {
  private static final int FINE = 32;
  private static final int MIDDLE = 10;
  private static final Set<String> THIRD =
      Set.of("he", "she", "they", "his", "her", "their", "him", "them", "its", "it");

  private final ParagraphView view;
  private final Surroundings surroundings;
  private final Label[] labels;
  private final List<Unit> units;
  private final Marginals marginals;
  private final long[] buffer = new long[400];
  private int count;

  KindFeatures(
      ParagraphView view,
      Surroundings surroundings,
      Label[] labels,
      List<Unit> units,
      Marginals marginals) {
    this.view = view;
    this.surroundings = surroundings;
    this.labels = labels;
    this.units = units;
    this.marginals = marginals;
  }

  /** The features of the unit at an index. */
  public long[] of(int index) {
    Unit unit = units.get(index);
    count = 0;
    int direct = unit.direct() ? 1 : 0;
    add(0, 0, 0);
    add(1, direct, 0);
    tagger(unit, direct);
    report(unit, direct);
    edges(unit, direct);
    voice(unit, direct);
    neighbours(unit, index, direct);
    words(unit);
    return Arrays.copyOf(buffer, count);
  }

  private void tagger(Unit unit, int direct) {
    double sum = 0;
    double all = 0;
    double most = 0;
    double least = 1;
    for (int i = unit.first(); i < unit.end(); i++) {
      double share = marginals.direct()[i] / Math.max(1e-6, marginals.content()[i]);
      sum += marginals.direct()[i];
      all += marginals.content()[i];
      most = Math.max(most, share);
      least = Math.min(least, share);
    }
    int mean = odds(sum / Math.max(1e-6, all));
    add(2, mean, 0);
    add(3, mean, length(unit.end() - unit.first()));
    add(4, odds(most), odds(least));
    add(5, mean, unit.cue() == null ? 0 : unit.cue().first() < unit.first() ? 1 : 2);
    add(6, length(unit.end() - unit.first()), direct);
    int rule = unit.rule().equals(PassedOver.CLAUSE) ? 1 : unit.rule().equals(Run.SECOND) ? 2 : 0;
    add(7, rule, direct);
  }

  private void report(Unit unit, int direct) {
    Range cue = unit.cue();
    if (cue == null) {
      add(10, surroundings.bits() & ~1, direct);
      add(11, Math.min(view.sentence[unit.first()], 3), direct);
      return;
    }
    int at = cue.first();
    for (int i = cue.first(); i < cue.end(); i++) {
      at = view.cueRate[i] > view.cueRate[at] ? i : at;
    }
    boolean before = cue.first() < unit.first();
    int gap = before ? unit.first() - cue.end() : cue.first() - unit.end();
    long side = mix(before ? 1 : 2, Math.clamp(gap, 0, 6));
    long group = WordClusters.prefix(view.cluster[at], FINE);
    add(12, side, direct);
    add(13, view.word[at].hashCode(), before ? 1 : 2);
    add(14, view.word[at].hashCode(), side);
    add(15, group, side);
    add(16, group, mix(pos(unit.first()), before ? 1 : 2));
    add(17, word(cue.end()), mix(before ? 1 : 2, pos(at)));
    add(18, word(cue.first() - 1), before ? 1 : 2);
    add(19, view.word[at].hashCode(), mix(side, opening(unit)));
    boolean inverted = !before && cue.end() < view.size && labels[cue.end()] == Label.SOURCE;
    boolean subject = !before && cue.first() > 0 && labels[cue.first() - 1] == Label.SOURCE;
    add(20, (inverted ? 1 : 0) | (subject ? 2 : 0), direct);
    add(21, (inverted ? 1 : 0) | (subject ? 2 : 0), view.word[at].hashCode());
    add(22, pos(at), mix(view.word[at].hashCode(), tense(unit)));
    if (before) {
      long path = 0;
      for (int k = cue.end(); k <= Math.min(unit.first(), cue.end() + 4); k++) {
        path = mix(path, pos(k));
      }
      add(23, path, 0);
      add(24, word(unit.first() - 1), opening(unit));
    } else {
      add(25, word(unit.end()), inverted ? 1 : 0);
      boolean ends = view.sentenceAt(unit.end() - 1).end() - cue.end() <= 4;
      add(26, ends ? 1 : 0, mix(inverted ? 1 : 0, opening(unit)));
    }
  }

  /** 0 a small letter, 1 a capital at the sentence's beginning, 2 one of a name, 3 another. */
  private int opening(Unit unit) {
    Token token = view.paragraph.tokens().get(unit.first());
    if (!token.isCapitalised()) {
      return 0;
    }
    if (unit.first() == view.sentenceAt(unit.first()).first()) {
      return 1;
    }
    return view.word[unit.first()].equals("<N>") || view.word[unit.first()].equals("i") ? 2 : 3;
  }

  private void edges(Unit unit, int direct) {
    int first = unit.first();
    int last = unit.end() - 1;
    Sentence sentence = view.sentenceAt(first);
    boolean opens = first - sentence.first() <= 1;
    boolean closes = view.sentenceAt(last).end() - last <= 3;
    int sentences = Math.min(view.sentence[last] - view.sentence[first], 3);
    int whole = (opens ? 1 : 0) | (closes ? 2 : 0) | (unit.cue() == null ? 4 : 0);
    add(30, word(first), 0);
    add(31, word(first), word(first - 1));
    add(32, word(first), word(first + 1));
    add(33, opening(unit), direct);
    add(34, opening(unit), word(first - 1));
    add(35, opening(unit), mix(pos(first), pos(first - 1)));
    add(36, whole, direct);
    add(37, whole, mix(sentences, opening(unit)));
    add(38, sentences, direct);
    add(39, word(last + 1), direct);
    add(40, word(last), 0);
    add(41, pos(first), pos(first + 1));
    add(42, WordClusters.prefix(view.cluster[first], MIDDLE), opening(unit));
    add(43, view.lower[first].equals("that") ? 1 : 0, direct);
  }

  private void voice(Unit unit, int direct) {
    boolean own = false;
    boolean second = false;
    boolean third = false;
    boolean contraction = false;
    boolean asks = false;
    int present = 0;
    int past = 0;
    int will = 0;
    for (int i = unit.first(); i < unit.end(); i++) {
      SentenceTraits traits = view.traits[view.sentence[i]];
      own |= isOwn(i);
      second |= view.lower[i].equals("you") || view.lower[i].equals("your");
      third |= THIRD.contains(view.lower[i]);
      contraction |= ParagraphView.isContraction(view.lower[i]);
      asks |= view.lower[i].equals("?") || view.lower[i].equals("!") || traits.question();
      int tense = ParagraphView.tense(view.lower[i], view.pos[i]);
      present += tense == 1 ? 1 : 0;
      past += tense == 2 ? 1 : 0;
      will += view.lower[i].equals("would") || view.lower[i].equals("could") ? 1 : 0;
    }
    int persons = (own ? 1 : 0) | (second ? 2 : 0) | (third ? 4 : 0) | (contraction ? 8 : 0);
    int tense = (present > 0 ? 1 : 0) | (past > 0 ? 2 : 0) | (will > 0 ? 4 : 0);
    int side = unit.cue() == null ? 0 : unit.cue().first() < unit.first() ? 1 : 2;
    add(50, persons, direct);
    add(51, tense, direct);
    add(52, persons, tense);
    add(53, persons, mix(tense, side));
    add(54, asks ? 1 : 0, mix(direct, own ? 1 : 0));
    add(55, mix(tense, side), opening(unit));
    add(56, persons, mix(side, opening(unit)));
    add(57, tense, mix(side, opening(unit) == 0 ? word(unit.first()) : 0));
    SentenceTraits after = view.neighbour(unit.end() - 1, 1);
    SentenceTraits before = view.neighbour(unit.first(), -1);
    add(58, after == null ? -1 : after.voice(), direct);
    add(59, before == null ? -1 : before.voice(), direct);
  }

  private boolean isOwn(int i) {
    return switch (view.lower[i]) {
      case "i", "we", "my", "our", "me", "myself", "ourselves" -> true;
      case "us" -> !view.paragraph.tokens().get(i).text().equals("US");
      default -> false;
    };
  }

  private int tense(Unit unit) {
    return view.traits[view.sentence[unit.first()]].tense();
  }

  private void neighbours(Unit unit, int index, int direct) {
    Unit before = index == 0 ? null : units.get(index - 1);
    Unit after = index + 1 == units.size() ? null : units.get(index + 1);
    add(60, code(before, unit), mix(code(after, unit), direct));
    add(61, code(before, unit), direct);
    add(62, code(after, unit), direct);
    add(63, surroundings.bits() & ~1, mix(direct, unit.cue() == null ? 1 : 0));
    add(64, Math.min(view.sentence[unit.first()], 3), mix(direct, Math.min(units.size(), 3)));
    boolean whole = view.size - (unit.end() - unit.first()) <= 4;
    add(65, whole ? 1 : 0, direct);
  }

  private static int code(@Nullable Unit other, Unit unit) {
    if (other == null) {
      return 0;
    }
    boolean shared = unit.cue() != null && unit.cue().equals(other.cue());
    return 1 + (other.direct() ? 1 : 0) + (shared ? 2 : 0);
  }

  private void words(Unit unit) {
    for (int i = unit.first(); i < unit.end() && count + 1 < buffer.length; i++) {
      if (view.paragraph.tokens().get(i).isWord()) {
        add(70, word(i), 0);
        add(71, word(i), word(i + 1));
      }
    }
  }

  private long word(int i) {
    return (i < 0 ? "<S>" : i < view.size ? view.word[i] : "</S>").hashCode();
  }

  private long pos(int i) {
    return (i >= 0 && i < view.size ? view.pos[i] : "<>").hashCode();
  }

  /** The logarithm of the odds in steps of one half, from -8 to 8. */
  private static int odds(double probability) {
    double p = Math.clamp(probability, 1e-4, 1 - 1e-4);
    return (int) Math.clamp(Math.round(2 * Math.log(p / (1 - p))), -8, 8);
  }

  private static int length(int tokens) {
    return tokens <= 4
        ? tokens
        : tokens <= 6 ? 5 : tokens <= 9 ? 6 : tokens <= 14 ? 7 : tokens <= 24 ? 8 : 9;
  }

  private void add(int template, long a, long b) {
    buffer[count++] = mix(mix(5000 + template, a), b);
  }
}
