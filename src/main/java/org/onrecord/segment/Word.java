package org.onrecord.segment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A word as it is written, with what is true of it wherever it stands. Tokens of the same word
 * share one, from a {@link Vocabulary}, so that it is worked out once for many articles. Two are
 * equal if they are written alike. Thread-safe.
 */
public final class Word {
  /** A cluster that is not looked up yet. */
  private static final int UNKNOWN = 0;

  private final String text;
  private final String lower;
  private final String plain;
  private final boolean capitalised;

  /** Worked out when first asked for, perhaps by several threads at once, which find the same. */
  private int cluster;

  private int exactCluster;
  private PosModel.@Nullable Evidence evidence;

  Word(String text) {
    this.text = text;
    this.lower = text.toLowerCase(Locale.ROOT);
    this.plain = lower.replace('’', '\'');
    this.capitalised = Character.isUpperCase(text.codePointAt(0));
  }

  public String text() {
    return text;
  }

  /** In small letters. */
  public String lower() {
    return lower;
  }

  /** In small letters, with straight apostrophes. */
  public String plain() {
    return plain;
  }

  public boolean isCapitalised() {
    return capitalised;
  }

  /** The path of the word as it is written, or else of its lower-case form, in the clusters. */
  public int cluster() {
    int path = cluster;
    if (path == UNKNOWN) {
      path = exactCluster();
      if (path == WordClusters.NONE && capitalised) {
        path = WordClusters.english().path(lower);
      }
      cluster = path;
    }
    return path;
  }

  /** The path of the word in exactly this form, or {@link WordClusters#NONE}. */
  public int exactCluster() {
    int path = exactCluster;
    if (path == UNKNOWN) {
      path = WordClusters.english().path(text);
      exactCluster = path;
    }
    return path;
  }

  /** What it says for its part of speech and for its neighbours'. */
  PosModel.Evidence evidence() {
    PosModel.Evidence known = evidence;
    if (known == null) {
      known = PosModel.shared().evidence(text);
      evidence = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || other instanceof Word word && text.equals(word.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
