package org.onrecord.backend.lucene.index;

import java.nio.CharBuffer;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/** The terms of a text in one field, in order, packed: the bytes of all, one after the other. */
final class PackedTerms {
  private final byte[] bytes;
  private final int[] ends;
  private final int[] steps;
  private final int lastStep;

  private PackedTerms(byte[] bytes, int[] ends, int[] steps, int lastStep) {
    this.bytes = bytes;
    this.ends = ends;
    this.steps = steps;
    this.lastStep = lastStep;
  }

  int size() {
    return ends.length;
  }

  /** Points {@code term} at a term's bytes, UTF-8. */
  void read(int number, BytesRef term) {
    term.bytes = bytes;
    term.offset = number == 0 ? 0 : ends[number - 1];
    term.length = ends[number] - term.offset;
  }

  /** How far a term's position is from that before it. */
  int step(int number) {
    return steps[number];
  }

  /** How far the text's end is from the position of its last term. */
  int lastStep() {
    return lastStep;
  }

  /** Packs terms. */
  static final class Builder {
    private byte[] bytes = new byte[256];
    private int length;
    private int[] ends = new int[32];
    private int[] steps = new int[32];
    private int size;

    void clear() {
      length = 0;
      size = 0;
    }

    void add(char[] term, int characters, int step) {
      int most = UnicodeUtil.maxUTF8Length(characters);
      if (length + most > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(length + most, 2 * bytes.length));
      }
      if (size == ends.length) {
        ends = Arrays.copyOf(ends, 2 * size);
        steps = Arrays.copyOf(steps, 2 * size);
      }
      length = encode(term, characters);
      ends[size] = length;
      steps[size++] = step;
    }

    /** Writes a term after the others; says where it ends. */
    private int encode(char[] term, int characters) {
      for (int i = 0; i < characters; i++) {
        if (term[i] >= 0x80) {
          return UnicodeUtil.UTF16toUTF8(
              CharBuffer.wrap(term, 0, characters), 0, characters, bytes, length);
        }
        bytes[length + i] = (byte) term[i];
      }
      return length + characters;
    }

    PackedTerms build(int lastStep) {
      return new PackedTerms(
          Arrays.copyOf(bytes, length),
          Arrays.copyOf(ends, size),
          Arrays.copyOf(steps, size),
          lastStep);
    }
  }
}
