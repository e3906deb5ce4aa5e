package org.onrecord.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file's name taken apart. {@code .gz} or {@code .bz2} at its end says how it is packed and not
 * what it is; an extension begins with a letter, so that {@code 2024.11.07} has none.
 *
 * @param stem the name, or the path, without these and the extension
 * @param extension in lower case, without the dot
 */
record FileName(String stem, Optional<String> extension) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<stem>.*?[^/])(?:\\.(?<extension>\\p{Alpha}\\p{Alnum}{0,9}))?(?:\\.(?:gz|bz2))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  static FileName of(String name) {
    Matcher matcher = SHAPE.matcher(name);
    if (!matcher.matches()) {
      return new FileName(name, Optional.empty());
    }
    return new FileName(
        matcher.group("stem"),
        Optional.ofNullable(matcher.group("extension")).map(e -> e.toLowerCase(Locale.ROOT)));
  }

  /**
   * Whether it is a file that accompanies articles and is none: {@code README}, {@code
   * LICENSE.txt}, {@code NOTICE}.
   */
  boolean accompanies() {
    String name = stem.substring(stem.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
    return name.equals("README") || name.equals("LICENSE") || name.equals("NOTICE");
  }
}
