package org.onrecord.verify;

import java.util.List;
import org.onrecord.article.TextSpan;

/**
 * How the words asked for lie in a paragraph.
 *
 * @param asked the words asked for
 * @param found the words of the paragraph, or of the stretch of it that is most like them
 * @param beside for each word asked for the index of the one found beside it, or -1
 */
record Comparison(List<SpokenWord> asked, List<SpokenWord> found, int[] beside) {

  /** How many words beyond twice those asked for are looked at. */
  private static final int MARGIN = 60;

  static Comparison of(List<SpokenWord> asked, List<SpokenWord> paragraph, Rarity rarity) {
    List<SpokenWord> stretch = stretch(asked, paragraph, rarity);
    List<SpokenWord> ours = SpokenWords.joined(asked, stretch);
    List<SpokenWord> theirs = SpokenWords.joined(stretch, ours);
    return new Comparison(ours, theirs, WordAlignment.of(ours, theirs));
  }

  /** Of a long paragraph the part in which most of the words are, counted by their rarity. */
  private static List<SpokenWord> stretch(
      List<SpokenWord> asked, List<SpokenWord> paragraph, Rarity rarity) {
    int length = 2 * asked.size() + MARGIN;
    if (paragraph.size() <= length) {
      return paragraph;
    }
    double[] weights = new double[paragraph.size()];
    for (int j = 0; j < weights.length; j++) {
      weights[j] = rarity.ofAsked(paragraph.get(j).key());
    }
    double sum = 0;
    double most = -1;
    int end = length;
    for (int j = 0; j < weights.length; j++) {
      sum += weights[j] - (j >= length ? weights[j - length] : 0);
      if (j >= length - 1 && sum > most) {
        most = sum;
        end = j + 1;
      }
    }
    int from = Math.max(0, end - length - MARGIN / 2);
    return paragraph.subList(from, Math.min(paragraph.size(), end + MARGIN / 2));
  }

  /** How like the word beside it a word asked for is. */
  WordLikeness likeness(int i) {
    return beside[i] < 0 ? WordLikeness.OTHER : WordLikeness.of(asked.get(i), found.get(beside[i]));
  }

  boolean isMatched(int i) {
    return likeness(i) != WordLikeness.OTHER;
  }

  /** Where in the paragraph the word beside it stands. */
  TextSpan place(int i) {
    return found.get(beside[i]).span();
  }

  int firstMatched() {
    int i = 0;
    while (i < beside.length && !isMatched(i)) {
      i++;
    }
    return i;
  }

  int lastMatched() {
    int i = beside.length - 1;
    while (i >= 0 && !isMatched(i)) {
      i--;
    }
    return i;
  }
}
