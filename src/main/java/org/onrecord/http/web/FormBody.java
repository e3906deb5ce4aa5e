package org.onrecord.http.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form sends ({@code application/x-www-form-urlencoded}); of a name given twice the last.
 */
record FormBody(Map<String, String> fields) {
  private static final int LONGEST = 1 << 16;

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it is none, or has more than {@value #LONGEST} bytes
   */
  static FormBody read(@Nullable InputStream body) throws IOException {
    return read(body, LONGEST);
  }

  /**
   * Reads one that may be longer or must be shorter.
   *
   * @param longest how many bytes it may have
   * @throws IllegalArgumentException if it is none, or is longer
   */
  static FormBody read(@Nullable InputStream body, int longest) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : text(body, longest).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new FormBody(fields);
  }

  private static String text(@Nullable InputStream body, int longest) throws IOException {
    if (body == null) {
      return "";
    }
    try (body) {
      byte[] read = body.readNBytes(longest + 1);
      if (read.length > longest) {
        throw new IllegalArgumentException("the form is too long");
      }
      return new String(read, StandardCharsets.UTF_8);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The field's value without blanks around it; empty where it is not given. */
  String text(String name) {
    return fields.getOrDefault(name, "").strip();
  }

  /** A path of our own that the field names, or else this one. */
  String path(String name, String otherwise) {
    String path = text(name);
    boolean own =
        path.startsWith("/")
            && !path.startsWith("//")
            && !path.contains("\\")
            && path.codePoints().noneMatch(Character::isISOControl);
    return own ? path : otherwise;
  }
}
