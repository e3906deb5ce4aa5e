package org.onrecord.correction;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.StringTokenizer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.onrecord.article.TextSpan;

/**
 * The words of a quotation and their place, by which it is found again after its article was read
 * anew: by the same model or by another, in the same text or in a changed one. In this order:
 *
 * <ol>
 *   <li>in a paragraph of the same text: the quotation of exactly these words, the nearest of
 *       several; else the one that shares with it more than half of the words of either, since
 *       another model moves edges a little;
 *   <li>where the article has no quotation in a paragraph of that text: the quotation of exactly
 *       these words; if they are fewer than {@value #TELLING_WORDS}, only in the paragraph of the
 *       same number, since others may say them too.
 * </ol>
 *
 * @param paragraph the ordinal of its paragraph
 * @param digest what its paragraph's text is known by
 * @param segments where the content stands in the paragraph, in order, UTF-16, at least one
 * @param words the content's exact words, those of each segment
 */
public record QuotationAnchor(
    int paragraph, String digest, List<TextSpan> segments, List<String> words) {
  private static final int TELLING_WORDS = 4;

  public QuotationAnchor {
    segments = List.copyOf(segments);
    words = List.copyOf(words);
    if (paragraph < 0 || segments.isEmpty()) {
      throw new IllegalArgumentException("a quotation stands in a paragraph");
    }
    if (!segments.stream().map(TextSpan::length).toList().equals(lengths(words))) {
      throw new IllegalArgumentException("the quotation's words are not as long as their places");
    }
  }

  private static List<Integer> lengths(List<String> words) {
    return words.stream().map(String::length).toList();
  }

  /** What is said, as it is shown: the pieces of an interrupted quotation joined by " … ". */
  public String content() {
    return String.join(" … ", words);
  }

  /** Which of an article's quotations it is, if it is still among them. */
  public OptionalInt find(List<QuotationAnchor> quotations) {
    Predicate<QuotationAnchor> sameText = other -> other.digest.equals(digest);
    Predicate<QuotationAnchor> sameWords = other -> other.words.equals(words);
    if (quotations.stream().anyMatch(sameText)) {
      OptionalInt exact = nearest(quotations, sameText.and(sameWords));
      return exact.isPresent() ? exact : nearest(quotations, sameText.and(this::isMostly));
    }
    return nearest(
        quotations,
        sameWords.and(other -> wordCount() >= TELLING_WORDS || other.paragraph == paragraph));
  }

  private OptionalInt nearest(
      List<QuotationAnchor> quotations, Predicate<QuotationAnchor> condition) {
    Comparator<QuotationAnchor> byDistance =
        Comparator.<QuotationAnchor>comparingInt(other -> Math.abs(other.paragraph - paragraph))
            .thenComparingInt(other -> Math.abs(other.start() - start()));
    return IntStream.range(0, quotations.size())
        .filter(i -> condition.test(quotations.get(i)))
        .boxed()
        .min(Comparator.comparing(quotations::get, byDistance))
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  private int start() {
    return segments.getFirst().start();
  }

  /** Whether more than half of the words of either, in one text, are the other's too. */
  private boolean isMostly(QuotationAnchor other) {
    return 2 * shared(other) > Math.max(wordCount(), other.wordCount());
  }

  private int shared(QuotationAnchor other) {
    int count = 0;
    for (int i = 0; i < segments.size(); i++) {
      TextSpan ours = segments.get(i);
      for (TextSpan theirs : other.segments) {
        if (ours.overlaps(theirs)) {
          int start = Math.max(ours.start(), theirs.start());
          int end = Math.min(ours.end(), theirs.end());
          count += count(words.get(i).substring(start - ours.start(), end - ours.start()));
        }
      }
    }
    return count;
  }

  private int wordCount() {
    return words.stream().mapToInt(QuotationAnchor::count).sum();
  }

  private static int count(String text) {
    return new StringTokenizer(text).countTokens();
  }
}
