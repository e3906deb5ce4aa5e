package org.onrecord.backend.lucene.query;

import java.util.List;
import org.onrecord.backend.lucene.index.Fields;

/** Which words count as spelt nearly as another. */
public final class SpellingRules {
  /** Where words are looked for. */
  public static final List<String> FIELDS = List.of(Fields.EXACT, Fields.SPEAKER, Fields.MENTION);

  /** How many words are like another, at the most. */
  public static final int MOST = 50;

  /** How many times as frequent as another a word is that the other is a misspelling of. */
  public static final int MISSPELT = 10;

  /** Shorter words are like too many others. */
  public static final int SHORTEST = 3;

  /** The share of what holds a word that names somebody by it, if it is a name. */
  private static final double LEAST_AS_NAME = 0.1;

  /** What so few hold may be a name that nobody resolved. */
  private static final int FEW = 10;

  private SpellingRules() {}

  /** Whether a word that so many texts and so many names hold is one of names, or may be. */
  public static boolean isName(long inText, long inNames) {
    return inText <= FEW || inNames >= LEAST_AS_NAME * inText;
  }
}
