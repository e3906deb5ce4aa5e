package org.onrecord.people;

import java.io.Serial;

/** A decision that does not go with what is decided already; the message says what to do. */
public final class RefusedDecisionException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final Reason reason;

  /** Why it was refused. */
  public enum Reason {
    /** Whom or what it is about is not there. */
    UNKNOWN,
    /** It can be decided of nobody. */
    INVALID,
    /** It does not go with what holds. */
    CONFLICT
  }

  public RefusedDecisionException(String message) {
    this(Reason.CONFLICT, message);
  }

  public RefusedDecisionException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** The message, which is always there. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
