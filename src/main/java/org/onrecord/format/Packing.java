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

  /** What a file is packed by that cannot be undone, told by the first bytes. */
  static Optional<String> unknown(byte[] start) {
    if (has(start, 0, 0x28, 0xB5, 0x2F, 0xFD)) {
      return Optional.of("Zstandard");
    }
    if (has(start, 0, 0xFD, '7', 'z', 'X', 'Z', 0)) {
      return Optional.of("xz");
    }
    if (has(start, 0, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C)) {
      return Optional.of("7-Zip");
    }
    if (has(start, 0, 'R', 'a', 'r', '!', 0x1A, 7)) {
      return Optional.of("RAR");
    }
    return has(start, 0, 4, 0x22, 0x4D, 0x18) ? Optional.of("LZ4") : Optional.empty();
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
