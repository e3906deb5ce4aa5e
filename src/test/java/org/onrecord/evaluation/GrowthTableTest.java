package org.onrecord.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.SampleArticle;

class GrowthTableTest {
  private static final Pattern ROW =
      Pattern.compile(
          "\\| (\\d+) \\| (\\d+) \\| (\\d+) \\| \\d+ \\| \\d+ \\| \\d+ \\| (\\d+) \\| (\\d+) \\|");

  private static ArchivedArticle article() {
    return SampleArticle.article("a")
        .paragraph("The bridge is shut, she said.")
        .said("The bridge is shut", "Ada Bell", "GRN")
        .archived();
  }

  @Test
  void rowTellsOfAllFromTheBeginning() throws IOException {
    long[] worked = {5_000};
    GrowthTable table =
        new GrowthTable(
            () -> Map.of("n1", Duration.ofMillis(worked[0]), "n2", Duration.ofMillis(1_000)),
            () -> 90_000_000);
    ArchivedArticle article = article();
    for (int i = 0; i < 60_000; i++) {
      table.add(article);
    }
    assertTrue(table.committed().isEmpty(), "too few for a row");
    for (int i = 0; i < 60_000; i++) {
      table.add(article);
    }
    worked[0] += 12_000;
    Matcher row = ROW.matcher(table.committed().orElseThrow());
    assertTrue(row.matches());
    assertEquals("120000", row.group(1));
    assertEquals("120000", row.group(2));
    assertEquals("120000", row.group(3));
    assertEquals("100", row.group(4), "12 s for 120,000 paragraphs");
    assertEquals("750", row.group(5), "90 MB for 120,000 paragraphs");
    assertTrue(table.committed().isEmpty(), "one row for as many");
  }
}
