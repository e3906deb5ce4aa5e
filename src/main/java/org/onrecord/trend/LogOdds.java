package org.onrecord.trend;

/**
 * How typical a word is of one text beside another: the log-odds ratio with an informative
 * Dirichlet prior, in standard deviations (Monroe, Colaresi and Quinn 2008, "Fightin' Words",
 * equations 16 to 23). The prior is what the whole archive says, as if some words of it had been
 * read before, so that a word that is rare anywhere has to come often to be typical.
 *
 * @param read how many words of the archive count as read before
 */
record LogOdds(double read) {
  /** What is certain at the level of five in a hundred. */
  static final double CERTAIN = 1.96;

  private static final double MOST_READ = 10_000;

  /** How large a part of the archive counts as read before at the most. */
  private static final double PART = 0.1;

  /** For an archive of so many words. */
  static LogOdds in(long words) {
    return new LogOdds(Math.min(MOST_READ, PART * words));
  }

  /**
   * The z-score: above 0 where the word is more typical of the first text.
   *
   * @param count how often the word stands in the first text
   * @param words how many words that has, at least {@code count}
   * @param everywhere how large a part of all words it is, above 0
   */
  double z(long count, long words, long otherCount, long otherWords, double everywhere) {
    double prior = read * everywhere;
    double one = count + prior;
    double other = otherCount + prior;
    double difference =
        Math.log(one / (words + read - one)) - Math.log(other / (otherWords + read - other));
    return difference / Math.sqrt(1 / one + 1 / other);
  }
}
