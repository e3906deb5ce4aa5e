package org.onrecord.draft;

/** What was sent is no draft; the message says why. */
public final class DraftFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  DraftFormatException(String message) {
    super(message);
  }
}
