package org.onrecord.search;

import org.jspecify.annotations.Nullable;

/** A request that cannot be answered as asked; the message says what to do about it. */
public final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String parameter;
  private final int position;

  /**
   * Names what is wrong and where.
   *
   * @param parameter the request's parameter, as in the API: {@code q}, {@code from}
   * @param position the UTF-16 offset in that parameter's value, or -1 where the whole of it is
   *     meant
   */
  public InvalidRequestException(
      String parameter, int position, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.parameter = parameter;
    this.position = position;
  }

  public String parameter() {
    return parameter;
  }

  public int position() {
    return position;
  }
}
