package org.onrecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What leads into the code is true: every class and method that it names is there. */
final class WalksTest {
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*)(?:\\.([a-z]\\w*))?`");

  /** A class by its name or its package's and its name, or as a test that is to be run. */
  private static final Pattern TOLD =
      Pattern.compile("(?:`(?:[a-z]\\w*\\.)*|-Dtest=)([A-Z]\\w*[a-z]\\w*)(?=[`#\\s])");

  @Test
  void everyStepIsThere() throws IOException {
    Map<String, String> sources = sources();
    List<String> missing = new ArrayList<>();
    List<MatchResult> named =
        CLASS.matcher(Files.readString(Path.of("src/docs/walks.md"))).results().toList();
    for (MatchResult step : named) {
      String method = step.group(2);
      String source = sources.getOrDefault(step.group(1), nested(step.group(1), sources));
      if (source.isEmpty() || method != null && !source.contains(" " + method + "(")) {
        missing.add(step.group());
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(named.size() > 40, "the walks were not read: " + named.size());
  }

  @Test
  void whatContributorsAreToldOfIsThere() throws IOException {
    Map<String, String> main = sources();
    Map<String, String> tests = sources(Path.of("src/test/java"));
    List<String> named =
        TOLD.matcher(Files.readString(Path.of("CONTRIBUTING.md")))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertEquals(
        List.of(),
        named.stream()
            .filter(name -> !main.containsKey(name) && !tests.containsKey(name))
            .filter(name -> nested(name, main).isEmpty())
            .toList());
    assertTrue(named.size() > 20, "CONTRIBUTING was not read: " + named.size());
  }

  /** The source of each class of the program, by its simple name. */
  private static Map<String, String> sources() throws IOException {
    return sources(Path.of("src/main/java"));
  }

  private static Map<String, String> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> f.toString().endsWith(".java") && !f.endsWith("package-info.java"))
          .collect(
              Collectors.toMap(
                  f -> f.getFileName().toString().replace(".java", ""), WalksTest::read));
    }
  }

  private static String nested(String name, Map<String, String> sources) {
    Pattern declared = Pattern.compile("\\b(record|class|enum|interface) " + name + "\\b");
    return sources.values().stream()
        .filter(source -> declared.matcher(source).find())
        .findFirst()
        .orElse("");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }
}
