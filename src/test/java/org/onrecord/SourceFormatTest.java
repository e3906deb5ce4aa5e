package org.onrecord;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds every source file to google-java-format. With the system property {@code
 * onrecord.format=write} it formats them instead.
 */
class SourceFormatTest {
  private static final boolean WRITE = "write".equals(System.getProperty("onrecord.format"));
  private static final String REMEDY = "mvn test -Dtest=SourceFormatTest -Donrecord.format=write";

  @Test
  void everySourceFileIsFormatted() throws IOException {
    List<String> unformatted =
        sources().parallelStream().filter(file -> !isFormatted(file)).map(Path::toString).toList();
    assertTrue(
        unformatted.isEmpty(),
        () -> "not formatted: " + String.join(", ", unformatted) + "; to format them: " + REMEDY);
  }

  /** Whether it is as it should be, or has been made so. */
  private static boolean isFormatted(Path file) {
    try {
      String text = Files.readString(file);
      String formatted = new Formatter().formatSourceAndFixImports(text);
      if (WRITE && !formatted.equals(text)) {
        Files.writeString(file, formatted);
      }
      return WRITE || formatted.equals(text);
    } catch (IOException | FormatterException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }
}
