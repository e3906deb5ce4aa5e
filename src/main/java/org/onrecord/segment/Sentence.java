package org.onrecord.segment;

/**
 * A sentence, as a run of its paragraph's tokens.
 *
 * @param first the index of the first token
 * @param end the index after the last token, greater than {@code first}
 */
public record Sentence(int first, int end) {
  public Sentence {
    if (first < 0 || end <= first) {
      throw new IllegalArgumentException("no sentence: tokens " + first + ".." + end);
    }
  }
}
