package org.onrecord.backend.opensearch.search;

/**
 * By what a passage tells how much it holds of a word: the features of its field {@link
 * FieldNames#COUNTS}.
 */
public final class CountKeys {
  /** In a feature's name the cluster takes what is before a dot for its field's. */
  private static final char DOT = '\u0003';

  private CountKeys() {}

  /** A stem in the text, with the headline. */
  public static String stem(String stem) {
    return 's' + written(stem);
  }

  /** A word as it is inflected in the text, or stands in a name: that, with its stem. */
  public static String word(String word) {
    return 'w' + written(word);
  }

  /** A word of who speaks, whose name counts for more. */
  public static String spoken(String word) {
    return 'v' + written(word);
  }

  /** A stem of the headline that is not in the text. */
  public static String headline(String stem) {
    return 't' + written(stem);
  }

  private static String written(String word) {
    return word.replace('.', DOT);
  }
}
