package org.onrecord.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The parser reads queries as {@code src/docs/query-syntax.md} says. */
class QuerySyntaxDocumentTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `(.+?)` \\| `(.+?)` \\|$", Pattern.MULTILINE);
  private static final Path DOCUMENT = Path.of("src/docs/query-syntax.md");

  @Test
  void everyQueryIsReadAsShown() throws IOException, QuerySyntaxException {
    List<MatchResult> rows = ROW.matcher(Files.readString(DOCUMENT)).results().toList();
    assertTrue(rows.size() > 10, "the table was not read");
    Map<String, String> shown = new TreeMap<>();
    Map<String, String> read = new TreeMap<>();
    for (MatchResult row : rows) {
      shown.put(row.group(1), row.group(2));
      read.put(row.group(1), QueryParser.parse(row.group(1)).printed());
    }
    assertEquals(shown, read);
  }

  @Test
  void limitsAreThoseOfTheDocument() throws IOException {
    String text = Files.readString(DOCUMENT).replace("\n", " ").replaceAll(" +", " ");
    assertTrue(
        text.contains(
            String.format(
                java.util.Locale.ROOT,
                "at most %,d characters and %d words; parentheses, NEARs and exclusions stand at most %d"
                    + " deep",
                QueryParser.MAX_LENGTH,
                QueryParser.MAX_WORDS,
                QueryParser.MAX_DEPTH)));
  }
}
