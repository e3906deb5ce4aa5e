package org.onrecord.ingest;

import java.io.IOException;

/** Another write is under way, and takes longer than one waits for it. */
public final class ArchiveBusyException extends IOException {
  private static final long serialVersionUID = 1L;

  ArchiveBusyException() {
    super("another write to the index is under way");
  }
}
