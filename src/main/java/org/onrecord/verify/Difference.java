package org.onrecord.verify;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.Labelled;
import org.onrecord.article.TextSpan;

/**
 * Where the words asked for are not those that were found.
 *
 * @param asked where the words stand in what was asked for, UTF-16; empty where there are none
 * @param found where they stand in the paragraph, UTF-16; null where nothing stands there
 * @param askedText the words asked for, perhaps none
 * @param foundText the words found, perhaps none
 */
public record Difference(
    Op op,
    Weight weight,
    About about,
    TextSpan asked,
    @Nullable TextSpan found,
    String askedText,
    String foundText) {

  /** What was done to the words found to make those asked for of them. */
  public enum Op implements Labelled {
    /** Others were put in their place. */
    REPLACED,
    /** Words were put in. */
    ADDED,
    /** Words were left out, and nothing shows it. */
    DROPPED,
    /** Words were left out, and an ellipsis shows it. */
    ELIDED
  }

  /** How much it matters; the heaviest first. */
  public enum Weight implements Labelled {
    /** It turns what is said, or says another number. */
    HEAVY,
    /** Another word. */
    PLAIN,
    /** The same word in another form. */
    LIGHT
  }

  /** What it is about. */
  public enum About implements Labelled {
    NEGATION,
    NUMBER,
    WORD,
    FORM,
    /** Words that turn the sentence, left out at an ellipsis: but, unless. */
    TURN
  }
}
