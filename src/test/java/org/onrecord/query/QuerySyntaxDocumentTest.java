package org.onrecord.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The parser reads queries as {@code src/docs/query-syntax.md} says. */
class QuerySyntaxDocumentTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `(.+?)` \\| `(.+?)` \\|$", Pattern.MULTILINE);
  private static final Pattern REFUSED =
      Pattern.compile("^\\| `([^`]+)` \\| ([^`|]+) \\|$", Pattern.MULTILINE);
  private static final Path DOCUMENT = Path.of("src/docs/query-syntax.md");

  private static String section(String heading) throws IOException {
    String text = Files.readString(DOCUMENT);
    int start = text.indexOf("\n## " + heading + "\n");
    assertTrue(start >= 0, heading);
    int end = text.indexOf("\n## ", start + 1);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  @Test
  void everyQueryIsReadAsShown() throws IOException, QuerySyntaxException {
    List<MatchResult> rows = ROW.matcher(section("How queries are read")).results().toList();
    assertTrue(rows.size() > 30, "the table was not read");
    Map<String, String> shown = new TreeMap<>();
    Map<String, String> read = new TreeMap<>();
    for (MatchResult row : rows) {
      shown.put(row.group(1), row.group(2));
      read.put(row.group(1), QueryParser.parse(row.group(1)).printed());
      assertEquals(row.group(2), QueryParser.parse(row.group(2)).printed(), "read as it is read");
    }
    assertEquals(shown, read);
  }

  @Test
  void everyQueryInLucenesSyntaxIsReadAsShown() throws IOException, QuerySyntaxException {
    List<MatchResult> rows = ROW.matcher(section("In Lucene's syntax")).results().toList();
    assertTrue(rows.size() > 8, "the table was not read");
    for (MatchResult row : rows) {
      assertEquals(
          QueryParser.parse(row.group(2)).printed(),
          QuerySyntax.LUCENE.parse(row.group(1), QueryLimits.DEFAULT).printed(),
          row.group(1));
    }
  }

  @Test
  void everyRefusalIsAsShown() throws IOException {
    List<MatchResult> rows = REFUSED.matcher(section("What is refused")).results().toList();
    assertTrue(rows.size() > 12, "the table was not read");
    for (MatchResult row : rows) {
      var e = assertThrows(QuerySyntaxException.class, () -> QueryParser.parse(row.group(1)));
      assertTrue(e.getMessage().startsWith(row.group(2)), row.group(1) + ": " + e.getMessage());
    }
  }

  @Test
  void limitsAreThoseOfTheDocument() throws IOException {
    String text = Files.readString(DOCUMENT).replace("\n", " ").replaceAll(" +", " ");
    assertTrue(
        text.contains(
            String.format(
                Locale.ROOT,
                "at most %,d characters and %d words, %d of them with an asterisk or a tilde;"
                    + " parentheses, NEARs and exclusions stand at most %d deep",
                QueryLimits.DEFAULT.characters(),
                QueryLimits.DEFAULT.words(),
                QueryParser.MAX_WILDCARDS,
                QueryParser.MAX_DEPTH)));
  }
}
