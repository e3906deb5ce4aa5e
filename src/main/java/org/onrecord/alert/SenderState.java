package org.onrecord.alert;

import java.nio.file.Path;

/**
 * What the services on one archive share of what is sent: which of them sends, and what it leaves
 * to the next that does.
 *
 * @param log what is to be sent, and what was
 * @param told what owners were told of
 */
public record SenderState(SenderLock lock, KeptLines log, KeptLines told) {
  /** The name of the log. */
  public static final String LOG = "alerts.jsonl";

  /** The name of what was told. */
  public static final String TOLD = "alerted.txt";

  /** In files beside an index, for services on one folder. */
  public static SenderState in(Path index) {
    return new SenderState(
        new SenderLockFile(index),
        new LineFile(index.resolve(LOG)),
        new LineFile(index.resolve(TOLD)));
  }
}
