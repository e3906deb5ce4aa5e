package org.onrecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be said of the libraries without asking anybody: which they are, and none twice. */
class DependencyTest {
  /** The first versions without the grave faults of libraries that parse what strangers send. */
  private static final Map<String, String> AT_LEAST =
      Map.of(
          "netty-codec-http", "4.1.132",
          "netty-codec-http2", "4.1.132",
          "netty-codec-base", "4.1.132",
          "netty-handler", "4.1.118",
          "jackson-core", "2.15.0",
          "logback-core", "1.5.18",
          "commons-compress", "1.26.0",
          "commons-io", "2.14.0");

  /** The versions of each library by group and name, those for tests among them. */
  private static Map<String, TreeSet<String>> libraries() {
    Map<String, TreeSet<String>> libraries = new TreeMap<>();
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path jar = Path.of(path);
      Path version = jar.getParent();
      if (path.endsWith(".jar") && version != null && version.getParent() != null) {
        Path name = version.getParent();
        libraries
            .computeIfAbsent(name.getParent() + " " + name.getFileName(), _ -> new TreeSet<>())
            .add(version.getFileName().toString());
      }
    }
    return libraries;
  }

  @Test
  void noLibraryIsThereInTwoVersions() {
    List<String> twice = new ArrayList<>();
    libraries()
        .forEach(
            (name, versions) -> {
              if (versions.size() > 1) {
                twice.add(name + " " + versions);
              }
            });
    assertEquals(List.of(), twice);
    assertTrue(libraries().size() > 50, () -> "the class path was not read: " + libraries());
  }

  @Test
  void nothingIsOlderThanItsMendedVersion() {
    Map<String, TreeSet<String>> libraries = libraries();
    List<String> old = new ArrayList<>();
    libraries.forEach(
        (name, versions) -> {
          String least = AT_LEAST.get(name.substring(name.lastIndexOf(' ') + 1));
          if (least != null && compare(versions.first(), least) < 0) {
            old.add(name + " " + versions + ", at least " + least);
          }
        });
    assertEquals(List.of(), old);
    assertTrue(libraries.keySet().stream().anyMatch(n -> n.endsWith(" netty-codec-http")));
  }

  private static int compare(String a, String b) {
    return Arrays.compare(numbers(a), numbers(b));
  }

  private static int[] numbers(String version) {
    return Pattern.compile("\\d+")
        .matcher(version)
        .results()
        .limit(3)
        .mapToInt(n -> Integer.parseInt(n.group()))
        .toArray();
  }

  @Test
  void everyVersionIsPinned() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    Matcher version = Pattern.compile("<version>([^<]*)</version>").matcher(pom);
    List<String> open = new ArrayList<>();
    int count = 0;
    while (version.find()) {
      count++;
      String text = version.group(1);
      boolean jdk = text.equals("[25,)");
      if (!jdk && text.matches(".*[\\[(,)\\]].*|LATEST|RELEASE|.+-SNAPSHOT")) {
        open.add(text);
      }
    }
    assertEquals(List.of(), open);
    assertTrue(count > 40, "pom.xml was not read: " + count);
  }
}
