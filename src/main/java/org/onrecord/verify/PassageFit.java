package org.onrecord.verify;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.verify.DifferenceReader.Differences;

/**
 * How well a paragraph fits the words asked for.
 *
 * @param content the quotation in which the words stand, if they do
 * @param differences where they differ
 * @param share which share of the words, asked for or left out, are the same, 0 to 1
 * @param askedShare which share of the words asked for alone are the same, 0 to 1
 * @param rareShare the same with each word asked for counted by its rarity
 * @param weight the rarity of all that are the same
 * @param run how many words in a row are the same, at the most
 */
record PassageFit(
    Comparison words,
    QuotedContent content,
    Differences differences,
    double share,
    double askedShare,
    double rareShare,
    double weight,
    int run) {
  /** Of the words asked for, the share that must be there for the others not to count. */
  private static final double MOSTLY = 0.6;

  static PassageFit of(
      String askedText,
      List<SpokenWord> asked,
      ParagraphDocument paragraph,
      List<SpokenWord> paragraphWords,
      Rarity rarity) {
    Comparison words = Comparison.of(asked, paragraphWords, rarity);
    List<TextSpan> places = new ArrayList<>();
    for (int i = 0; i < words.asked().size(); i++) {
      if (words.isMatched(i)) {
        places.add(words.place(i));
      }
    }
    QuotedContent content = QuotedContent.of(paragraph, places);
    Differences differences = DifferenceReader.of(askedText, words, content);
    return measured(words, content, differences, rarity);
  }

  private static PassageFit measured(
      Comparison words, QuotedContent content, Differences differences, Rarity rarity) {
    double same = 0;
    double weight = 0;
    double all = 0;
    int counted = 0;
    for (int i = 0; i < words.asked().size(); i++) {
      SpokenWord word = words.asked().get(i);
      if (!word.bracketed()) {
        double rare = rarity.ofAsked(word.key());
        counted++;
        all += rare;
        if (words.isMatched(i)) {
          same++;
          weight += rare;
        }
      }
    }
    double dropped = differences.dropped();
    return new PassageFit(
        words,
        content,
        differences,
        same / Math.max(1, counted + dropped),
        same / Math.max(1, counted),
        all == 0 ? 0 : weight / all,
        weight,
        run(words));
  }

  private static int run(Comparison words) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < words.asked().size(); i++) {
      boolean goesOn = run > 0 && words.beside()[i] == words.beside()[i - 1] + 1;
      run = !words.isMatched(i) ? 0 : goesOn ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  boolean hasNoDifference() {
    return differences.differences().isEmpty();
  }

  /**
   * Whether the paragraph has the words, be it a piece of what is said or told in others' words.
   */
  boolean isSame() {
    return hasNoDifference() && askedShare >= MOSTLY;
  }

  /** Where in the paragraph the words stand, from the first to the last. */
  TextSpan place() {
    return new TextSpan(
        words.place(words.firstMatched()).start(), words.place(words.lastMatched()).end());
  }

  /** From the first to the last word asked for that stands there. */
  TextSpan asked() {
    return new TextSpan(
        words.asked().get(words.firstMatched()).span().start(),
        words.asked().get(words.lastMatched()).span().end());
  }
}
