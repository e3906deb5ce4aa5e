package org.onrecord.article;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Turns UTF-16 offsets into a text into Unicode code points, the unit of everything that leaves
 * OnRecord (W3C Web Annotation, section 4.2.4). Made once a text, so that each offset is cheap.
 */
public final class CodePoints {
  /** The offsets of the second halves of the text's surrogate pairs, in order. */
  private final int[] pairs;

  public CodePoints(String text) {
    this.pairs =
        IntStream.range(1, text.length())
            .filter(i -> Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i)))
            .toArray();
  }

  /** A text of which at most so many code points are shown, with dots in place of the rest. */
  public static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }

  /** The number of code points before UTF-16 offset {@code offset}, 0 to the text's length. */
  public int of(int offset) {
    int found = Arrays.binarySearch(pairs, offset);
    return offset - (found < 0 ? -found - 1 : found);
  }

  /** The span in code points. */
  public TextSpan of(TextSpan utf16) {
    return pairs.length == 0 ? utf16 : new TextSpan(of(utf16.start()), of(utf16.end()));
  }
}
