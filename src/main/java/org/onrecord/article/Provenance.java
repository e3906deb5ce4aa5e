package org.onrecord.article;

/**
 * Where an article, or a piece of input that was no article, came from.
 *
 * @param file the file as it was named to OnRecord; {@code -} for standard input
 * @param offset the place in it where the article begins, in bytes after decompression, from 0
 * @param line the line on which it begins, from 1; 0 where lines mean nothing in the format
 * @param format the format's name, as on the command line ({@code text}, {@code jsonl}, …)
 */
public record Provenance(String file, long offset, long line, String format) {
  public Provenance {
    if (offset < 0 || line < 0) {
      throw new IllegalArgumentException("negative place: " + offset + ", line " + line);
    }
  }

  /** The place as a person reads it: {@code feed.jsonl, line 14}. */
  public String place() {
    return line > 0 ? file + ", line " + line : file;
  }
}
