package org.onrecord.verify;

import java.util.List;
import java.util.Set;

/** How like one word is to another. */
enum WordLikeness {
  /** The same word. */
  SAME,
  /** The same, written otherwise: {@code five} and {@code 5}. */
  FORM,
  /** Nearly the same: another ending, another spelling, a slip. */
  ALIKE,
  OTHER;

  private static final Set<String> ENDINGS =
      Set.of("", "s", "es", "d", "t", "ed", "ing", "er", "ly", "e", "y", "ies", "ied", "n", "en");

  private static final List<String> TURNED = List.of("un", "in", "im", "il", "ir", "dis", "non");

  /** The shortest word in which one other letter is a slip, and shortest common beginning. */
  private static final int SLIP = 6;

  private static final int STEM = 3;

  static WordLikeness of(SpokenWord one, SpokenWord other) {
    if (one.key().equals(other.key())) {
      return one.form().equals(other.form()) ? SAME : FORM;
    }
    if (one.key().charAt(0) != other.key().charAt(0) && !one.isPart() && !other.isPart()) {
      return OTHER;
    }
    if (Contractions.mayBe(one.form(), other.key())
        || Contractions.mayBe(other.form(), one.key())) {
      return FORM;
    }
    boolean alike =
        !one.isNumber()
            && !other.isNumber()
            && !isTurned(one.key(), other.key())
            && (isInflected(one.key(), other.key())
                || isSpelt(one.key(), other.key())
                || isSlip(one.key(), other.key()));
    return alike ? ALIKE : OTHER;
  }

  /** Whether one says the contrary of the other: legal, illegal. */
  static boolean isTurned(String one, String other) {
    String longer = one.length() > other.length() ? one : other;
    String shorter = one.length() > other.length() ? other : one;
    return shorter.length() > STEM
        && TURNED.stream().anyMatch(prefix -> longer.equals(prefix + shorter));
  }

  private static boolean isInflected(String one, String other) {
    int common = 0;
    while (common < Math.min(one.length(), other.length())
        && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    boolean strong = one.endsWith("t") != other.endsWith("t");
    return common >= (strong ? STEM + 1 : STEM)
        && ENDINGS.contains(one.substring(common))
        && ENDINGS.contains(other.substring(common));
  }

  /** Whether the two are one word as spelt in Britain and in America. */
  private static boolean isSpelt(String one, String other) {
    return Math.abs(one.length() - other.length()) <= 1
        && one.length() > STEM
        && one.charAt(1) == other.charAt(1)
        && british(one).equals(british(other));
  }

  private static String british(String word) {
    return word.replace("our", "or")
        .replace("isation", "ization")
        .replaceFirst("([iy])s(e[sd]?|ing)$", "$1z$2")
        .replaceFirst("tre$", "ter")
        .replace("ll", "l");
  }

  /** Whether one letter more, less or other makes one of the other, or two exchanged. */
  private static boolean isSlip(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    int start = 0;
    int end = 0;
    int shorter = Math.min(one.length(), other.length());
    while (start < shorter && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    while (end < shorter - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    int rest = longer - start - end;
    return shorter >= SLIP
        && start > 0
        && (rest == 1
            || rest == 2
                && one.length() == other.length()
                && one.charAt(start) == other.charAt(start + 1)
                && one.charAt(start + 1) == other.charAt(start));
  }
}
