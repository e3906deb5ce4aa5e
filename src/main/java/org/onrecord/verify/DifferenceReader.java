package org.onrecord.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TextSpan;
import org.onrecord.verify.Difference.About;
import org.onrecord.verify.Difference.Op;
import org.onrecord.verify.Difference.Weight;

/** Reads out of an alignment where the words differ. For one passage. */
final class DifferenceReader {
  /** So many words in a row are more than a slip. */
  private static final int LONG_CUT = 6;

  /** So many words may be dropped at a sentence's end without joining what stands apart. */
  private static final int SLIP = 2;

  private final String askedText;
  private final Comparison words;
  private final QuotedContent content;
  private final List<Difference> differences = new ArrayList<>();

  /** The words that the difference at hand is between. */
  private final List<SpokenWord> asked = new ArrayList<>();

  private final List<SpokenWord> found = new ArrayList<>();
  private boolean light;
  private int askedEnd;
  private int dropped;
  private boolean cut;

  private DifferenceReader(String askedText, Comparison words, QuotedContent content) {
    this.askedText = askedText;
    this.words = words;
    this.content = content;
  }

  /**
   * How the words differ.
   *
   * @param differences the heaviest first
   * @param dropped how many words found are left out without a sign
   * @param cut whether what is left out without a sign is a sentence's end or long
   */
  record Differences(List<Difference> differences, int dropped, boolean cut) {}

  static Differences of(String askedText, Comparison words, QuotedContent content) {
    return new DifferenceReader(askedText, words, content).read();
  }

  private Differences read() {
    int last = -1;
    for (int i = 0; i < words.asked().size(); i++) {
      SpokenWord word = words.asked().get(i);
      int beside = words.beside()[i];
      if (beside >= 0 && last >= 0) {
        skipped(last + 1, beside, word);
      }
      last = beside >= 0 ? beside : last;
      if (i > 0 || !leadsIn(word)) {
        pair(word, beside < 0 ? null : words.found().get(beside), words.likeness(i));
      }
    }
    if (last >= 0) {
      rest(last);
    }
    flush();
    differences.sort(Comparator.comparing(Difference::weight));
    return new Differences(List.copyOf(differences), dropped, cut);
  }

  /** Whether the first word is a "that" which only leads in what its speaker begins with. */
  private boolean leadsIn(SpokenWord first) {
    if (!WordAlignment.isThat(first) || words.beside().length == 1 || words.beside()[1] < 0) {
      return false;
    }
    String before = content.before(words.place(1)).in(content.paragraph().text());
    return words.likeness(0) == WordLikeness.OTHER && SentenceEdges.beginsAfter(before);
  }

  /** A negation that stands right after the last word asked for, in one go. */
  private void rest(int last) {
    SpokenWord word = words.found().get(last);
    if (last + 1 < words.found().size() && asked.isEmpty()) {
      SpokenWord next = words.found().get(last + 1);
      boolean contracted = next.span().equals(word.span());
      if (contracted || isNegationBeside(word, next)) {
        dropped++;
        found.add(next);
      }
    }
  }

  private boolean isNegationBeside(SpokenWord word, SpokenWord next) {
    return TurningWords.isNegated(List.of(), List.of(next))
        && next.span().start() - word.span().end() == 1
        && content.holds(next.span());
  }

  private void pair(SpokenWord word, @Nullable SpokenWord other, WordLikeness likeness) {
    if (likeness == WordLikeness.SAME) {
      flush();
      askedEnd = word.span().end();
      return;
    }
    boolean newLight = likeness != WordLikeness.OTHER;
    if (newLight || light) {
      flush();
    }
    light = newLight;
    if (isFree(word) || other != null && isFree(other)) {
      flush();
    } else {
      asked.add(word);
      if (other != null && (newLight || content.holds(other.span()))) {
        found.add(other);
      }
    }
    askedEnd = word.span().end();
  }

  /** What an editor put in does not differ, unless it turns what is said. */
  private static boolean isFree(SpokenWord word) {
    return word.bracketed()
        && !TurningWords.isNegated(List.of(word), List.of())
        && !TurningWords.isOtherNumber(List.of(word), List.of());
  }

  /** The words found between two that are beside words asked for. */
  private void skipped(int from, int to, SpokenWord next) {
    List<SpokenWord> said =
        words.found().subList(from, to).stream()
            .filter(word -> content.holds(word.span()) && !isFree(word))
            .toList();
    if (said.isEmpty()) {
      return;
    }
    if (next.afterEllipsis()) {
      flush();
      found.addAll(said);
      add(Op.ELIDED);
      return;
    }
    if (light) {
      flush();
    }
    dropped += said.size();
    String between =
        content
            .paragraph()
            .text()
            .substring(
                words.found().get(from - 1).span().end(), words.found().get(to).span().start());
    cut |=
        said.size() >= LONG_CUT
            || asked.isEmpty() && said.size() > SLIP && SentenceEdges.endsWithin(between);
    found.addAll(said);
  }

  private void flush() {
    if (!asked.isEmpty() || !found.isEmpty()) {
      add(asked.isEmpty() ? Op.DROPPED : found.isEmpty() ? Op.ADDED : Op.REPLACED);
    }
  }

  private void add(Op op) {
    About about = about(op);
    Weight weight =
        switch (about) {
          case NEGATION, NUMBER, TURN -> Weight.HEAVY;
          case WORD -> op == Op.ELIDED ? Weight.LIGHT : Weight.PLAIN;
          case FORM -> Weight.LIGHT;
        };
    TextSpan ours = asked.isEmpty() ? new TextSpan(askedEnd, askedEnd) : span(asked);
    TextSpan theirs = found.isEmpty() ? null : span(found);
    differences.add(
        new Difference(
            op,
            weight,
            about,
            ours,
            theirs,
            ours.in(askedText),
            theirs == null ? "" : theirs.in(content.paragraph().text())));
    asked.clear();
    found.clear();
    light = false;
  }

  private About about(Op op) {
    if (op == Op.ELIDED) {
      return TurningWords.turn(found) ? About.TURN : About.WORD;
    }
    if (light) {
      return About.FORM;
    }
    if (TurningWords.isNegated(asked, found)) {
      return About.NEGATION;
    }
    return TurningWords.isOtherNumber(asked, found) ? About.NUMBER : About.WORD;
  }

  private static TextSpan span(List<SpokenWord> some) {
    return new TextSpan(some.getFirst().span().start(), some.getLast().span().end());
  }
}
