package org.onrecord.search;

/**
 * How many slips lie between two words: letters put in, left out, exchanged for others or for each
 * other.
 */
public final class Slips {
  /** A word of fewer letters has one slip at the most, any other two. */
  private static final int LONG = 6;

  private Slips() {}

  /** Whether two words are the same but for a slip, or two where they are long. */
  public static boolean isNear(String one, String other) {
    int most = Math.max(one.length(), other.length()) < LONG ? 1 : 2;
    return Math.abs(one.length() - other.length()) <= most && between(one, other) <= most;
  }

  /**
   * The optimal string alignment distance, in UTF-16 characters: Levenshtein's, by which two
   * letters that change places are one slip.
   */
  private static int between(String one, String other) {
    int[] two = new int[other.length() + 1];
    int[] before = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] now = new int[other.length() + 1];
      now[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int exchanged = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(exchanged, 1 + Math.min(now[j - 1], before[j]));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          now[j] = Math.min(now[j], two[j - 2] + 1);
        }
      }
      two = before;
      before = now;
    }
    return before[other.length()];
  }
}
