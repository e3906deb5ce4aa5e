package org.onrecord.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.onrecord.article.Article;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads each {@code src/test/resources/format/FORMAT/CASE/in.*} and compares with {@code
 * expected.json} beside it. The system property {@code onrecord.golden=write} writes these files
 * instead, for a person to read the difference.
 */
class ReaderGoldenTest {
  private static final Path ROOT = Path.of("src/test/resources/format");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @TestFactory
  Stream<DynamicTest> readersGiveWhatIsExpected() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (ArticleFormat format : ArticleFormat.values()) {
      List<Path> cases = children(ROOT.resolve(format.label()));
      assertTrue(cases.size() >= 3, () -> "too few cases of " + format.label());
      for (Path folder : cases) {
        String name = format.label() + "/" + folder.getFileName();
        tests.add(DynamicTest.dynamicTest(name, () -> check(format, folder)));
      }
    }
    return tests.stream();
  }

  private static void check(ArticleFormat format, Path folder) throws IOException {
    Path in =
        children(folder).stream()
            .filter(f -> f.getFileName().toString().startsWith("in."))
            .findFirst()
            .orElseThrow();
    ArrayNode results = JSON.createArrayNode();
    try (InputStream bytes = Files.newInputStream(in)) {
      ArticleInput input = new ArticleInput("in", Optional.of("in"), bytes);
      format.reader().read(input, r -> results.add(json(r)));
    }
    String actual = JSON.writeValueAsString(results) + "\n";
    Path expected = folder.resolve("expected.json");
    if ("write".equals(System.getProperty("onrecord.golden"))) {
      Files.writeString(expected, actual);
    }
    assertEquals(Files.readString(expected), actual);
  }

  private static ObjectNode json(ReadResult result) {
    ObjectNode node = JSON.createObjectNode();
    switch (result) {
      case ReadResult.Accepted(Article a) -> {
        node.put("id", a.id().value());
        putIfThere(node, "title", a.title());
        putIfThere(node, "date", a.date() == null ? null : a.date().toString());
        putIfThere(node, "url", a.url());
        putIfThere(node, "outlet", a.outlet());
        putIfThere(node, "section", a.section());
        putIfThere(node, "author", a.author());
        node.put("body", a.body());
        if (!a.extra().isEmpty()) {
          node.set("extra", JSON.valueToTree(a.extra()));
        }
      }
      case ReadResult.Rejected rejected -> node.put("rejected", rejected.sentence());
      case ReadResult.Skipped skipped -> node.put("skipped", skipped.sentence());
      case ReadResult.Warned warned -> node.put("warning", warned.sentence());
    }
    node.put("line", result.provenance().line());
    node.put("offset", result.provenance().offset());
    return node;
  }

  private static void putIfThere(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
