package org.onrecord.backend.lucene.query;

import org.onrecord.query.FunctionWords;

/**
 * How rare words are, an archive's paragraphs and some of ordinary news taken together: a small
 * archive tells little of it.
 */
public final class OrdinaryNews {
  /** How many paragraphs of ordinary news are added in thought, and which share has a word. */
  private static final double PARAGRAPHS = 20_000;

  private static final double FUNCTION_WORD = 0.3;
  private static final double OTHER_WORD = 0.01;

  private OrdinaryNews() {}

  /**
   * The natural logarithm of how many paragraphs there are for each that has a word, 0 and more.
   *
   * @param all how many the archive has
   * @param with how many of them have the word
   */
  public static double rarity(String term, long all, long with) {
    double share = FunctionWords.isOne(term) ? FUNCTION_WORD : OTHER_WORD;
    return Math.max(0, Math.log((PARAGRAPHS + all) / (PARAGRAPHS * share + with)));
  }
}
