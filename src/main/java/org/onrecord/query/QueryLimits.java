package org.onrecord.query;

/**
 * How much one query may ask for.
 *
 * @param characters how many it has at the most, UTF-16, at least 1
 * @param words how many it has at the most, those in phrases counted, at least 1
 * @param expansion how many words of a field one with an asterisk or a tilde stands for at the
 *     most, at least 1
 */
public record QueryLimits(int characters, int words, int expansion) {
  public static final QueryLimits DEFAULT = new QueryLimits(4_000, 256, 1_000);

  public QueryLimits {
    if (characters < 1 || words < 1 || expansion < 1) {
      throw new IllegalArgumentException(
          "characters " + characters + ", words " + words + ", expansion " + expansion);
    }
  }
}
