package org.onrecord.draft;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** In what form a draft comes. */
public enum DraftFormat {
  /** Plain text, paragraphs parted by blank lines. */
  TEXT,
  HTML,
  /** An object with a member {@code text}, or a story in ninjs, the IPTC's News in JSON. */
  JSON;

  /** The format that a media type, or the ending of a file's name, means; else by its opening. */
  public static DraftFormat of(String name, byte[] bytes) {
    String plain = name.toLowerCase(Locale.ROOT);
    if (plain.contains("json")) {
      return JSON;
    }
    if (plain.contains("html") || plain.endsWith(".htm")) {
      return HTML;
    }
    if (plain.contains("text/plain") || plain.endsWith(".txt")) {
      return TEXT;
    }
    String opening =
        new String(bytes, 0, Math.min(bytes.length, 500), StandardCharsets.UTF_8)
            .strip()
            .toLowerCase(Locale.ROOT);
    if (opening.startsWith("{")) {
      return JSON;
    }
    return opening.startsWith("<!doctype html")
            || opening.startsWith("<html")
            || opening.startsWith("<p")
            || opening.startsWith("<div")
            || opening.startsWith("<article")
        ? HTML
        : TEXT;
  }
}
