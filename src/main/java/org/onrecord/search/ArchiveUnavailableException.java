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
    DAMAGED,
    /** The cluster it is on cannot be reached, or cannot do it now. */
    UNREACHABLE,
    /** The cluster it is on does not let this program in, or not do that. */
    REFUSED,
    /** The cluster it is on takes no writes: a disk is full, perhaps. */
    READ_ONLY,
    /** The cluster it is on has too much to do just now. */
    OVERLOADED,
    /** It is on a cluster, where this is not to be had. */
    NOT_ON_A_CLUSTER
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
