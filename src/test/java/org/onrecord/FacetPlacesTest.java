package org.onrecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.page.part.Address;
import org.onrecord.query.QueryParser;
import org.onrecord.schema.ArchiveField;
import org.onrecord.schema.Facet;

/** A facet is in every place where a reader looks for it. */
final class FacetPlacesTest {
  private static final Path RESOURCES = Path.of("src/main/resources");

  static List<Facet> filters() {
    return List.copyOf(Facet.FILTERS);
  }

  private static int count(Path file, String regex) throws IOException {
    return (int) Pattern.compile(regex).matcher(Files.readString(file)).results().count();
  }

  @ParameterizedTest
  @MethodSource("filters")
  void descriptionOfTheApiHasIt(Facet facet) throws IOException {
    Path description = RESOURCES.resolve("openapi.yaml");
    String label = facet.label();
    String text = Files.readString(description);
    for (String route : List.of("search", "facets/{name}", "export", "feed.atom")) {
      int start = text.indexOf("\n  /api/v1/" + route + ":\n");
      String own = text.substring(start, text.indexOf("\n  /", start + 1));
      assertTrue(own.contains("- {name: " + label + ", in: query"), route);
    }
    assertTrue(
        count(description, "enum: \\[type, [^\\]]*\\b" + label + "\\b") > 0,
        "a facet to be listed");
    assertTrue(count(description, "\n            " + label + ": \\{\\$ref") > 0, "in the answer");
  }

  @ParameterizedTest
  @MethodSource("filters")
  void pageKeepsItInItsAddress(Facet facet) {
    Address address = new Address(Map.of(facet.label(), List.of("x")));
    assertTrue(address.has(facet.label()));
    assertFalse(address.unfiltered().has(facet.label()), "a filter");
  }

  @ParameterizedTest
  @MethodSource("filters")
  void componentsAndDocumentsHaveIt(Facet facet) throws IOException {
    String label = facet.label();
    assertTrue(
        count(RESOURCES.resolve("page/components.js"), "FILTERS = [^\\]]*\"" + label + "\"") == 1);
    assertTrue(
        count(RESOURCES.resolve("page/help.mustache"), "<code>" + label + "\\b") > 0, "help");
    assertTrue(count(Path.of("src/docs/query-syntax.md"), "`" + label + "`") > 0, "syntax");
  }

  @ParameterizedTest
  @MethodSource("filters")
  void queryCanAskForIt(Facet facet) throws Exception {
    assertTrue(ArchiveField.of(facet.label()).isPresent());
    String value = facet.closed().isEmpty() ? "x" : facet.closed().getFirst();
    assertTrue(
        QueryParser.parse(facet.label() + ":" + value).printed().startsWith(facet.label() + ":"));
  }

  @Test
  void titlesAreThoseThatReadersKnow() {
    assertEquals(
        List.of(
            "Speaker",
            "Party of the speaker",
            "Spoken of",
            "Party mentioned",
            "Outlet",
            "Section",
            "Author",
            "Tag",
            "Language",
            "Kind",
            "Quotation marks",
            "Affirmed or denied",
            "Speaks for",
            "Former party",
            "Office held",
            "Gender, by the registry"),
        filters().stream().map(Facet::title).toList());
  }
}
