package org.onrecord.backend.lucene.index;

/**
 * What {@link Fields#SENTENCE} holds: {@link #TERM} at the position of the first word of each
 * sentence, as positions are counted in the text.
 */
public final class SentenceStarts {
  public static final String TERM = "s";

  private SentenceStarts() {}
}
