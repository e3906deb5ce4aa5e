package org.onrecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds every source file to google-java-format. With the system property {@code
 * onrecord.format=write} it formats them instead.
 */
class SourceFormatTest {
  private static final boolean WRITE = "write".equals(System.getProperty("onrecord.format"));
  private static final int LONGEST = 190;
  private static final String REMEDY = "mvn test -Dtest=SourceFormatTest -Donrecord.format=write";

  @Test
  void everySourceFileIsFormatted() throws IOException {
    List<String> unformatted =
        sources().parallelStream().filter(file -> !isFormatted(file)).map(Path::toString).toList();
    assertTrue(
        unformatted.isEmpty(),
        () -> "not formatted: " + String.join(", ", unformatted) + "; to format them: " + REMEDY);
  }

  /** What a browser gets is written in lines in which a change can be seen. */
  @Test
  void pagesAreInLinesThatCanBeRead() throws IOException {
    List<String> longest = new ArrayList<>();
    for (Path file : files("src/main/resources/page", "mustache", "css", "js")) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).length() > LONGEST) {
          longest.add(file + ":" + (i + 1));
        }
      }
    }
    assertEquals(List.of(), longest);
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
    return files("src", "java");
  }

  private static List<Path> files(String folder, String... endings) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .filter(f -> Arrays.stream(endings).anyMatch(e -> f.toString().endsWith("." + e)))
          .sorted()
          .toList();
    }
  }
}
