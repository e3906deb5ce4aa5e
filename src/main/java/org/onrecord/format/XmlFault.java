package org.onrecord.format;

/** XML that cannot be read any further. */
final class XmlFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final long line;

  /**
   * A fault at a place.
   *
   * @param line from 1
   * @param reason a clause without the place
   */
  XmlFault(long line, String reason) {
    super(reason);
    this.line = line;
  }

  long line() {
    return line;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
