package org.onrecord.copies;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A passage without the agency's dateline, by its words.
 *
 * @param figures its numbers and its words of denial, in order
 */
record ComparedPassage(
    PassageText passage, List<String> words, List<String> figures, Shingles runs) {
  /** How many words a run has where passages are compared. */
  private static final int PASSAGE_WORDS = 3;

  /** How much of the longer passage's runs must stand in the shorter one. */
  private static final double LEAST_SHARED = 0.6;

  /** With fewer runs, a word that differs means too much: a headline, a short answer. */
  private static final int LEAST_RUNS = 8;

  private static final Set<String> DENIALS =
      Set.of("not", "no", "never", "cannot", "t", "without", "nor", "neither", "denied", "denies");

  /** {@code LAHORE, Nov 7 (AFP) - }, {@code LAHORE: }, {@code Lahore (AFP) — }. */
  private static final Pattern DATELINE =
      Pattern.compile(
          "^(?=\\p{Lu}{3}|[^()\\n]{1,60}\\()\\p{Lu}[\\p{L}.'’]*"
              + "(?:[ ,./]{1,3}(?:\\p{Lu}[\\p{L}.'’]*|\\d{1,4})){0,8}"
              + "\\s?(?:\\(\\p{Lu}[^()\\n]{1,29}\\)\\s?)?(?:[-–—]{1,2}\\s|:\\s)");

  static ComparedPassage of(PassageText passage) {
    List<String> words = ComparedWords.of(DATELINE.matcher(passage.text()).replaceFirst(""));
    return new ComparedPassage(
        passage,
        words,
        words.stream().filter(ComparedPassage::isFigure).toList(),
        Shingles.of(words, PASSAGE_WORDS));
  }

  private static boolean isFigure(String word) {
    return word.codePoints().anyMatch(Character::isDigit) || DENIALS.contains(word);
  }

  /**
   * Whether it says the same in nearly the same words: no number and no "not" may differ.
   *
   * @param shared how many runs both have
   */
  boolean isNearly(ComparedPassage other, int shared) {
    return Math.min(runs.size(), other.runs.size()) >= LEAST_RUNS
        && shared >= LEAST_SHARED * Math.max(runs.size(), other.runs.size())
        && figures.equals(other.figures);
  }
}
