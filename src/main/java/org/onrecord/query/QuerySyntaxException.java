package org.onrecord.query;

/** A query that cannot be understood; the message says what to change, the position where. */
public final class QuerySyntaxException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String message;
  private final int position;

  /**
   * Says what is wrong.
   *
   * @param position the UTF-16 offset in what was typed
   */
  public QuerySyntaxException(String message, int position) {
    super(message);
    this.message = message;
    this.position = position;
  }

  @Override
  public String getMessage() {
    return message;
  }

  public int position() {
    return position;
  }
}
