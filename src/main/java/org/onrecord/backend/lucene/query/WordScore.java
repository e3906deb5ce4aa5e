package org.onrecord.backend.lucene.query;

/**
 * What a word's occurrences in a document are worth: InB2, "inverse document frequency, Bernoulli
 * after-effect, normalisation 2", of Amati and van Rijsbergen (2002). Rare words are worth more,
 * further occurrences less than the first, occurrences in a long text less than in a short one, and
 * words that tend to come in numbers more than words that stand alone. For one thread after the
 * other.
 */
public final class WordScore {
  /**
   * In how many words an occurrence counts 1, in longer texts less; the fewer, the more length
   * matters. The same for all archives, so that it can be worked out when a text is written: 1.2
   * times the 76 words that passages of the press have on average with their headlines.
   */
  public static final float REACH = 91;

  /** How many average lengths phrases are looked through for. */
  static final float LENGTHS = 1.2f;

  /** What a word of the headline counts, one of the text counting 1. */
  public static final int TITLE_WEIGHT = 4;

  private static final double LN2 = Math.log(2);

  /** Up to this length, in words, what an occurrence counts is worked out beforehand. */
  private static final int KNOWN = 512;

  private static final float[] OCCURRENCES = new float[KNOWN];

  static {
    for (int length = 0; length < KNOWN; length++) {
      OCCURRENCES[length] = workedOut(length);
    }
  }

  /** The last bits of a count that is rough. */
  private static final int LOST = 15;

  private final float most;

  /**
   * A word's score.
   *
   * @param most what endless occurrences are worth
   */
  private WordScore(float most) {
    this.most = most;
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
   * @param all how many documents there are
   * @param documents how many documents hold it
   * @param occurrences how often they hold it in all
   * @param boost what the score is multiplied by
   */
  static WordScore of(long all, long documents, long occurrences, float boost) {
    return new WordScore((float) (boost * most(all, documents, occurrences)));
  }

  /**
   * How much occurrences in a text are, to eight bits behind the first, as rough as Lucene's {@code
   * FeatureField} keeps what was worked out beforehand.
   *
   * @param frequency how many there are, each as often as it weighs, above 0
   * @param length that of the text, in words
   */
  public static float count(float frequency, int length) {
    float occurrence = length < KNOWN ? OCCURRENCES[length] : workedOut(length);
    return Float.intBitsToFloat(Float.floatToIntBits(frequency * occurrence) >>> LOST << LOST);
  }

  private static float workedOut(int length) {
    return (float) (Math.log1p(REACH / Math.max(1, length)) / LN2);
  }

  /**
   * The score of a document.
   *
   * @param frequency how often it holds the word, above 0
   * @param length its length in words
   */
  float of(float frequency, int length) {
    float count = count(frequency, length);
    return most * count / (1 + count);
  }

  /** What no document's score exceeds. */
  float most() {
    return most;
  }
}
