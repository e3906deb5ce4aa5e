package org.onrecord.attribution.names;

import java.util.Set;
import org.onrecord.segment.Paragraph;

/** Tells headlines in title case: every word is capitalised, so that names can't be told. */
public final class TitleCase {
  /** Words that have small letters in title case too. */
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "it", "of",
          "off", "on", "or", "out", "over", "s", "the", "to", "up", "via", "vs", "with");

  private static final double SHARE = 0.8;

  private TitleCase() {}

  public static boolean is(Paragraph paragraph) {
    int words = 0;
    int capitals = 0;
    for (var token : paragraph.tokens()) {
      boolean capital = token.isCapitalised();
      if (Character.isLetter(token.text().codePointAt(0))
          && (capital || !SMALL.contains(token.text()))) {
        words++;
        capitals += capital ? 1 : 0;
      }
    }
    return words > 4 && capitals > SHARE * words;
  }
}
