package org.onrecord.search;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An index that cannot be opened as asked; the message names it and says what to do. */
public final class ArchiveUnavailableException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why an index cannot be opened. */
  public enum Reason {
    /** There is none in the folder. */
    MISSING,
    /** Another process is writing to it. */
    LOCKED,
    /** It was made by another version of OnRecord. */
    OTHER_VERSION,
    /** Its files are damaged. */
    DAMAGED
  }

  private final Reason reason;

  public ArchiveUnavailableException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
