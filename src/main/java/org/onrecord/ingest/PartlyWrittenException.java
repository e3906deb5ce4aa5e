package org.onrecord.ingest;

import java.io.IOException;

/** A request with many articles that failed when some of them were in already. */
public final class PartlyWrittenException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int pieces;
  private final IOException fault;

  PartlyWrittenException(int pieces, IOException fault) {
    super(pieces + " of the articles were written, then: " + fault.getMessage(), fault);
    this.pieces = pieces;
    this.fault = fault;
  }

  /** How many of the articles, from the first on, were carried out or refused. */
  public int pieces() {
    return pieces;
  }

  /** Why the rest was not. */
  public IOException fault() {
    return fault;
  }
}
