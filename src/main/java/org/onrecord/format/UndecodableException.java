package org.onrecord.format;

import java.io.IOException;

/** A byte that is no character of the text's encoding. */
final class UndecodableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long offset;
  private final long line;

  /**
   * A fault at a place.
   *
   * @param offset in bytes from the beginning
   * @param line from 1
   * @param reason a clause without the place
   */
  UndecodableException(long offset, long line, String reason) {
    super(reason);
    this.offset = offset;
    this.line = line;
  }

  long offset() {
    return offset;
  }

  long line() {
    return line;
  }
}
