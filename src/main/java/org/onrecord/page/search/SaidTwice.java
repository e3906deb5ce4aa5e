package org.onrecord.page.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onrecord.search.Hit;

/**
 * Which of the first results say one thing twice and nothing else: boxes that lead to a video by
 * its title, above and below; turns of a few words that are all alike. What repeats a name matches
 * it best, so that these would stand first for every name.
 */
final class SaidTwice {
  /** A longer text says something, whatever it repeats. */
  private static final int MOST_WORDS = 60;

  /** So many words in a row are not repeated by chance. */
  private static final int RUN = 4;

  private static final int FEW_WORDS = 15;
  private static final double FEW_DIFFERENT = 0.65;

  private SaidTwice() {}

  /**
   * The hits with those that say one thing twice, and captions, behind the others of the first few,
   * in order.
   *
   * @param first among how many of the first they stay, so that what follows these stays where it
   *     is
   */
  static List<Hit> last(List<Hit> hits, int first) {
    List<Hit> few = hits.subList(0, Math.min(first, hits.size()));
    List<Hit> ordered = new ArrayList<>(few.stream().filter(hit -> !saysLittle(hit)).toList());
    few.stream().filter(SaidTwice::saysLittle).forEach(ordered::add);
    ordered.addAll(hits.subList(few.size(), hits.size()));
    return ordered;
  }

  private static boolean saysLittle(Hit hit) {
    return isSaidTwice(hit) || PictureCaption.isOne(hit);
  }

  private static boolean isSaidTwice(Hit hit) {
    return switch (hit) {
      case Hit.ParagraphHit found -> isSaidTwice(found.paragraph().text());
      case Hit.QuoteHit _ -> false;
    };
  }

  static boolean isSaidTwice(String text) {
    List<String> words =
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+", -1))
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.size() > MOST_WORDS) {
      return false;
    }
    Set<List<String>> runs = new HashSet<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      if (!runs.add(words.subList(i, i + RUN))) {
        return true;
      }
    }
    return words.size() > RUN
        && words.size() <= FEW_WORDS
        && new HashSet<>(words).size() <= FEW_DIFFERENT * words.size();
  }
}
