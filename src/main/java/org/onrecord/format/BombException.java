package org.onrecord.format;

import java.io.IOException;

/** Packed bytes become so many that they cannot be meant. */
final class BombException extends IOException {
  private static final long serialVersionUID = 1L;

  BombException(String message) {
    super(message);
  }
}
