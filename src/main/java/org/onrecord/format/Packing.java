package org.onrecord.format;

import java.util.Optional;

/** What files are packed in, told by the first bytes. */
enum Packing {
  GZIP,
  BZIP2,
  ZIP,
  TAR;

  /** So many bytes tell it. */
  static final int SEEN = 512;

  private static final int TAR_MAGIC = 257;

  static Optional<Packing> of(byte[] start) {
    if (has(start, 0, 0x1f, 0x8b, 8)) {
      return Optional.of(GZIP);
    }
    if (has(start, 0, 'B', 'Z', 'h') && has(start, 4, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59)) {
      return Optional.of(BZIP2);
    }
    if (has(start, 0, 'P', 'K', 3, 4) || has(start, 0, 'P', 'K', 5, 6)) {
      return Optional.of(ZIP);
    }
    return has(start, TAR_MAGIC, 'u', 's', 't', 'a', 'r') ? Optional.of(TAR) : Optional.empty();
  }

  private static boolean has(byte[] bytes, int from, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (from + i >= bytes.length || (bytes[from + i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
