package org.onrecord.ingest;

/** More articles at once than are taken; none of them was. */
public final class TooManyArticlesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int most;

  TooManyArticlesException(int most) {
    super("more than " + most + " articles at once");
    this.most = most;
  }

  /** How many are taken at once. */
  public int most() {
    return most;
  }
}
