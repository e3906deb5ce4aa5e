package org.onrecord.query;

/**
 * How much one query may ask for.
 *
 * @param characters how many it has at the most, UTF-16, 10 to 10,000
 * @param words how many it has at the most, those in phrases counted, 1 to 256
 * @param expansion how many words of a field one with an asterisk or a tilde stands for at the
 *     most, 1 to 10,000
 */
public record QueryLimits(int characters, int words, int expansion) {
  public static final String CHARACTERS = "4000";
  public static final String WORDS = "256";
  public static final String EXPANSION = "1000";

  public static final QueryLimits DEFAULT =
      new QueryLimits(
          Integer.parseInt(CHARACTERS), Integer.parseInt(WORDS), Integer.parseInt(EXPANSION));

  public QueryLimits {
    within("--max-query-length", characters, 10, 10_000);
    within("--max-query-words", words, 1, 256);
    within("--max-expansion", expansion, 1, 10_000);
  }

  private static void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          option + " is " + least + " to " + most + ", not " + value);
    }
  }
}
