package org.onrecord.intake;

import java.time.Instant;

/**
 * By what a file is known to be the same as before.
 *
 * @param size in bytes
 * @param changed when it was written last, in milliseconds since 1970
 */
record FileMark(long size, long changed) {

  Instant time() {
    return Instant.ofEpochMilli(changed);
  }
}
