package org.onrecord.app;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What becomes of valid input by a few random faults: the same of the same seed. */
final class Mutations {
  private static final List<String> TOKENS =
      List.of(
          "\u0000",
          "\"",
          "\\",
          "{",
          "}",
          "[",
          "]",
          "[[[[[[[[",
          ":",
          ",",
          "null",
          "-1",
          "1e999",
          "99999999999999999999",
          "\\ud800",
          "\uFEFF",
          "é",
          "😀",
          "\n",
          "\r\n",
          "%00",
          "../../x",
          "<script>",
          "${x}",
          "2024-02-30",
          "9999-12-31T23:59:59Z",
          "\u202E",
          "\uFFFF",
          "a".repeat(5_000));

  private final Random random;

  Mutations(long seed) {
    this.random = new Random(seed);
  }

  Random random() {
    return random;
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** One of the samples after one to six faults. */
  byte[] of(List<byte[]> samples) {
    byte[] bytes = pick(samples);
    for (int faults = 1 + random.nextInt(6); faults > 0; faults--) {
      bytes = fault(bytes, samples);
    }
    return bytes;
  }

  String ofText(List<String> samples) {
    List<byte[]> bytes = samples.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toList();
    return new String(of(bytes), StandardCharsets.UTF_8);
  }

  private byte[] fault(byte[] bytes, List<byte[]> samples) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + random.nextInt(1 + bytes.length / 2));
    return switch (random.nextInt(6)) {
      case 0 -> {
        byte[] flipped = bytes.clone();
        if (at < flipped.length) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        yield flipped;
      }
      case 1 -> joined(bytes, at, new byte[0], end);
      case 2 -> Arrays.copyOf(bytes, at);
      case 3 -> joined(bytes, end, Arrays.copyOfRange(bytes, at, end), at);
      case 4 -> joined(bytes, at, pick(TOKENS).getBytes(StandardCharsets.UTF_8), at);
      default -> {
        byte[] other = pick(samples);
        yield joined(
            bytes,
            at,
            Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length),
            end);
      }
    };
  }

  /** The beginning up to {@code to}, something between, and the rest from {@code from}. */
  private static byte[] joined(byte[] bytes, int to, byte[] between, int from) {
    byte[] all = new byte[to + between.length + bytes.length - from];
    System.arraycopy(bytes, 0, all, 0, to);
    System.arraycopy(between, 0, all, to, between.length);
    System.arraycopy(bytes, from, all, to + between.length, bytes.length - from);
    return all;
  }
}
