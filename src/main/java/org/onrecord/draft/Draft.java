package org.onrecord.draft;

/**
 * A story before it is printed.
 *
 * @param text its plain text, paragraphs parted by blank lines; offsets point into it
 */
public record Draft(String text) {
  /** The longest one as it is sent, in bytes. */
  public static final int LONGEST = 1 << 20;
}
