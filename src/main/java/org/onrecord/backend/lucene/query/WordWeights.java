package org.onrecord.backend.lucene.query;

/** What an occurrence of a word counts by where it stands, one in the text counting 1. */
public final class WordWeights {
  /** In a resolved name. */
  public static final float NAME = 1;

  /**
   * In the name of who speaks, where all words have to match: whoever asks for somebody wants first
   * what they say.
   */
  public static final float SPEAKER = 3;

  /** In the headline. */
  public static final float TITLE = TextLengths.TITLE_WEIGHT;

  /** In addition, where it stands inflected as typed. */
  public static final float EXACT = 0.5f;

  private WordWeights() {}
}
