package org.onrecord.ingest;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A write that did not begin, because others are under way; it may be tried again. */
public final class ArchiveBusyException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What it would have had to wait for. */
  public enum Reason {
    /** Another process is writing to the index. */
    LOCKED("another process is writing to the index"),
    /** As many writes wait as may. */
    FULL("too many writes are under way"),
    /** The service is ending. */
    ENDING("the service is ending");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Reason reason;

  public ArchiveBusyException(Reason reason, @Nullable Throwable cause) {
    super(reason.sentence, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
