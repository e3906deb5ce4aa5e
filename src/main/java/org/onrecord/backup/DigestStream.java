package org.onrecord.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.onrecord.article.Sha256;

/** Digests what passes through on its way to another stream. */
final class DigestStream extends FilterOutputStream {
  private static final int DIGITS = 64;

  private final MessageDigest digest = Sha256.digest();

  DigestStream(OutputStream out) {
    super(out);
  }

  static String of(byte[] bytes) {
    return Sha256.hex(bytes, DIGITS);
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    digest.update(bytes, offset, length);
  }

  /** The digest of all that has passed, once. */
  String text() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
