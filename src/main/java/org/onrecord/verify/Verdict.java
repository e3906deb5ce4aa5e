package org.onrecord.verify;

import org.onrecord.article.Labelled;

/** What an archive answers when it is asked whether words were said. */
public enum Verdict implements Labelled {
  /**
   * The very words, but for marks, case, spacing, a leading "that" and insertions in square
   * brackets.
   */
  EXACT,
  /** Nearly these words; the differences say which are others. */
  ALTERED,
  /** A piece that begins or ends within a sentence, or leaves words out at an ellipsis. */
  PARTIAL,
  /** Pieces that stand apart, joined as if they were said in one go. */
  SPLICED,
  /** Told in the writer's words only. */
  REPORTED,
  /** Somebody else said it. */
  OTHER_SPEAKER,
  /** It was said, but not within the days asked for. */
  OTHER_DATE,
  /** It is denied, asked or supposed, not said. */
  DENIED,
  /** Nothing near it is in the archive, which does not make it false. */
  NOT_HERE
}
