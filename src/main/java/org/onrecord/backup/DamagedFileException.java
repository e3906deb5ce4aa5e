package org.onrecord.backup;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is not what was once written; the message names it and says what to do. */
public final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  public DamagedFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
