package org.onrecord.backend.lucene.query;

/**
 * What a word's occurrences in a document are worth: InB2, "inverse document frequency, Bernoulli
 * after-effect, normalisation 2", of Amati and van Rijsbergen (2002). Rare words are worth more,
 * further occurrences less than the first, occurrences in a long text less than in a short one, and
 * words that tend to come in numbers more than words that stand alone. For one thread after the
 * other.
 */
final class WordScore {
  /** Worth nothing. */
  static final WordScore NONE = new WordScore(0, 1);

  /** How many average lengths are looked through for a word; the less, the more length matters. */
  static final float LENGTHS = 1.2f;

  private static final double LN2 = Math.log(2);

  /** Up to this length, in words, what an occurrence counts is worked out beforehand. */
  private static final int KNOWN_LENGTHS = 512;

  private final float most;
  private final float average;
  private final float[] known = new float[KNOWN_LENGTHS];

  /**
   * A word's score.
   *
   * @param most what endless occurrences are worth
   * @param average the average length of texts, in words
   */
  private WordScore(float most, float average) {
    this.most = most;
    this.average = average;
    for (int length = 0; length < KNOWN_LENGTHS; length++) {
      known[length] = occurrence(length);
    }
  }

  /**
   * A word's score.
   *
   * @param documents how many documents hold it
   * @param occurrences how often they hold it in all
   * @param boost what the score is multiplied by
   */
  static WordScore of(TextLengths lengths, long documents, long occurrences, float boost) {
    long all = Math.max(lengths.documents(), documents);
    double rarity = Math.log((all + 1) / (documents + 0.5)) / LN2;
    double burst = (occurrences + 2.0) / (documents + 1.0);
    return new WordScore((float) (boost * rarity * burst), lengths.average());
  }

  /** What one occurrence in a text of this length counts: 1 in one of about the average length. */
  private float occurrence(int length) {
    return (float) (Math.log1p(LENGTHS * average / Math.max(1, length)) / LN2);
  }

  /**
   * The score of a document.
   *
   * @param frequency how often it holds the word, above 0
   * @param length its length in words
   */
  float of(float frequency, int length) {
    float count = frequency * (length < KNOWN_LENGTHS ? known[length] : occurrence(length));
    return most * count / (1 + count);
  }

  /** What no document's score exceeds. */
  float most() {
    return most;
  }
}
