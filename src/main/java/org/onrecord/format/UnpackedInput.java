package org.onrecord.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes as they are unpacked. They end with a {@link BombException} where they are more than {@link
 * #FREE} and more than {@link #RATIO} times those that they were unpacked from.
 */
final class UnpackedInput extends FilterInputStream {
  /** So many bytes may come of anything. */
  static final long FREE = 64L << 20;

  /** So many bytes may come of one; text becomes five to fifteen. */
  static final int RATIO = 200;

  private final AtomicLong packed;
  private final AtomicLong unpacked;

  /**
   * Bytes of a layer.
   *
   * @param packed how many bytes of the outermost file were read
   * @param unpacked how many bytes came of this layer; those read here are added
   */
  UnpackedInput(InputStream in, AtomicLong packed, AtomicLong unpacked) {
    super(in);
    this.packed = packed;
    this.unpacked = unpacked;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    count(skipped);
    return skipped;
  }

  private void count(long more) throws BombException {
    long all = unpacked.addAndGet(more);
    if (all > FREE && all > RATIO * packed.get()) {
      throw new BombException(
          "it unpacks to more than "
              + RATIO
              + " times its size, which no text does; unpack it yourself if it is meant");
    }
  }

  /** What packed it closes it: an archive's entry ends before the archive does. */
  @Override
  public void close() {}
}
