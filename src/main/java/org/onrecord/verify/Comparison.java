package org.onrecord.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * Of a long paragraph the part in which most of the words are, each as often as it was asked for,
   * and most stand beside each other as asked, counted by their rarity.
   */
  private static List<SpokenWord> stretch(
      List<SpokenWord> asked, List<SpokenWord> paragraph, Rarity rarity) {
    int length = 2 * asked.size() + MARGIN;
    if (paragraph.size() <= length) {
      return paragraph;
    }
    Window words = new Window(keys(asked));
    Window pairs = new Window(pairs(keys(asked)));
    List<String> keys = keys(paragraph);
    List<String> beside = pairs(keys);
    double most = -1;
    int end = length;
    for (int j = 0; j < keys.size(); j++) {
      words.add(keys.get(j), rarity.ofAsked(keys.get(j)));
      if (j > 0) {
        pairs.add(beside.get(j - 1), rarity.ofAsked(keys.get(j)));
      }
      if (j >= length) {
        words.remove(keys.get(j - length), rarity.ofAsked(keys.get(j - length)));
        pairs.remove(beside.get(j - length), rarity.ofAsked(keys.get(j - length + 1)));
      }
      if (j >= length - 1 && words.sum + pairs.sum > most) {
        most = words.sum + pairs.sum;
        end = j + 1;
      }
    }
    int from = Math.max(0, end - length - MARGIN / 2);
    return paragraph.subList(from, Math.min(paragraph.size(), end + MARGIN / 2));
  }

  private static List<String> keys(List<SpokenWord> words) {
    return words.stream().map(SpokenWord::key).toList();
  }

  /** Each word with the one after it. */
  private static List<String> pairs(List<String> keys) {
    List<String> pairs = new ArrayList<>();
    for (int i = 1; i < keys.size(); i++) {
      pairs.add(keys.get(i - 1) + ' ' + keys.get(i));
    }
    return pairs;
  }

  /** What a part of a paragraph has of what is asked for. */
  private static final class Window {
    private final Map<String, Integer> wanting = new HashMap<>();
    private double sum;

    Window(List<String> asked) {
      asked.forEach(key -> wanting.merge(key, 1, Integer::sum));
    }

    void add(String key, double weight) {
      Integer left = wanting.get(key);
      if (left != null) {
        sum += left > 0 ? weight : 0;
        wanting.put(key, left - 1);
      }
    }

    void remove(String key, double weight) {
      Integer left = wanting.get(key);
      if (left != null) {
        sum -= left >= 0 ? weight : 0;
        wanting.put(key, left + 1);
      }
    }
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
