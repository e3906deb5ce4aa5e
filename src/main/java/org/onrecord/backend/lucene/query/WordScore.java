package org.onrecord.backend.lucene.query;

/**
 * What a word's occurrences in a document are worth: InB2, "inverse document frequency, Bernoulli
 * after-effect, normalisation 2", of Amati and van Rijsbergen (2002). Rare words are worth more,
 * further occurrences less than the first, occurrences in a long text less than in a short one, and
 * words that tend to come in numbers more than words that stand alone. For one thread after the
 * other.
 */
public final class WordScore {
  /** How many average lengths are looked through for a word; the less, the more length matters. */
  public static final float LENGTHS = 1.2f;

  /** What a word of the headline counts, one of the text counting 1. */
  public static final int TITLE_WEIGHT = 4;

  private static final double LN2 = Math.log(2);

  private final float most;
  private final TextLengths lengths;

  /**
   * A word's score.
   *
   * @param most what endless occurrences are worth
   */
  private WordScore(float most, TextLengths lengths) {
    this.most = most;
    this.lengths = lengths;
  }

  /**
   * What endless occurrences of a word are worth.
   *
   * @param all how many documents there are
   * @param documents how many of them hold it
   * @param occurrences how often they hold it in all
   */
  public static double most(long all, long documents, long occurrences) {
    double rarity = Math.log((Math.max(all, documents) + 1) / (documents + 0.5)) / LN2;
    return rarity * (occurrences + 2.0) / (documents + 1.0);
  }

  /**
   * A word's score.
   *
   * @param documents how many documents hold it
   * @param occurrences how often they hold it in all
   * @param boost what the score is multiplied by
   */
  static WordScore of(TextLengths lengths, long documents, long occurrences, float boost) {
    return new WordScore(
        (float) (boost * most(lengths.documents(), documents, occurrences)), lengths);
  }

  /**
   * What one occurrence in a text counts.
   *
   * @param average the average length of texts, in words
   * @param length that of the text
   */
  static float occurrence(float average, int length) {
    return (float) (Math.log1p(LENGTHS * average / Math.max(1, length)) / LN2);
  }

  /**
   * The score of a document.
   *
   * @param frequency how often it holds the word, above 0
   * @param length its length in words
   */
  float of(float frequency, int length) {
    float count = frequency * lengths.occurrence(length);
    return most * count / (1 + count);
  }

  /** What no document's score exceeds. */
  float most() {
    return most;
  }
}
