package org.onrecord.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How a file begins, for telling its format: its name, and its first bytes, decompressed, {@value
 * #SIZE} at the most.
 */
final class FileOpening {
  static final int SIZE = 8192;

  private final FileName name;
  private final byte[] bytes;
  private final String text;
  private final XmlOpening xml;
  private final JsonOpening json;

  FileOpening(FileName name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
    this.text = decoded(bytes);
    this.xml = XmlOpening.of(text);
    this.json = JsonOpening.of(text, bytes.length < SIZE);
  }

  FileName name() {
    return name;
  }

  /** Without a byte order mark; each byte is a character but in UTF-16. */
  String text() {
    return text;
  }

  /** What it shows of itself as XML; its root is empty where it is none. */
  XmlOpening xml() {
    return xml;
  }

  /** What it shows of itself as JSON. */
  JsonOpening json() {
    return json;
  }

  boolean startsWith(int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  boolean hasExtension(String... any) {
    return name.extension().filter(e -> java.util.List.of(any).contains(e)).isPresent();
  }

  /** Whether all of it may be text. */
  boolean isText() {
    return text.chars().allMatch(c -> c >= ' ' || "\t\n\r\f\u001a".indexOf(c) >= 0);
  }

  /** What it is, where that is no article: a picture, sound, video. */
  Optional<ReadResult.NoArticle> media() {
    boolean picture =
        startsWith(0xFF, 0xD8, 0xFF)
            || startsWith(0x89, 'P', 'N', 'G')
            || text.startsWith("GIF8")
            || startsWith('I', 'I', '*', 0)
            || startsWith('M', 'M', 0, '*')
            || text.startsWith("RIFF") && text.startsWith("WEBP", 8)
            || xml.root().equals("svg");
    boolean video =
        text.startsWith("ftyp", 4)
            || startsWith(0x1A, 0x45, 0xDF, 0xA3)
            || text.startsWith("RIFF") && text.startsWith("AVI ", 8);
    boolean audio =
        text.startsWith("ID3")
            || startsWith(0xFF, 0xFB)
            || text.startsWith("OggS")
            || text.startsWith("RIFF") && text.startsWith("WAVE", 8);
    return picture
        ? Optional.of(ReadResult.NoArticle.PICTURE)
        : video
            ? Optional.of(ReadResult.NoArticle.VIDEO)
            : audio ? Optional.of(ReadResult.NoArticle.AUDIO) : Optional.empty();
  }

  private static String decoded(byte[] bytes) {
    Optional<ByteOrderMark> mark = ByteOrderMark.of(bytes);
    int from = mark.map(ByteOrderMark::length).orElse(0);
    Charset charset = mark.map(ByteOrderMark::charset).orElse(StandardCharsets.ISO_8859_1);
    return charset.equals(StandardCharsets.UTF_8)
        ? new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1)
        : new String(bytes, from, bytes.length - from, charset);
  }
}
