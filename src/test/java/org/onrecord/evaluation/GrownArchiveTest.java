package org.onrecord.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;

class GrownArchiveTest {
  private static final Article QUAY =
      Article.of("quay", LocalDate.of(2024, 11, 7), "Quay opens.\n\nIt is long.\n\nIt is wide.");
  private static final Article FERRY =
      Article.of("ferry", LocalDate.of(2023, 1, 2), "Ferry sinks.\n\nNobody drowns.");

  @Test
  void firstComeThoseThatThereAre() {
    GrownArchive grown = new GrownArchive(List.of(QUAY, FERRY), 1);
    assertEquals(QUAY, grown.article(0));
    assertEquals(FERRY, grown.article(1));
  }

  @Test
  void othersHaveIdsOfTheirOwnAndParagraphsThatThereAre() {
    GrownArchive grown = new GrownArchive(List.of(QUAY, FERRY), 1);
    Set<String> ids = new HashSet<>();
    Set<String> known = new HashSet<>(List.of((QUAY.body() + "\n\n" + FERRY.body()).split("\n\n")));
    for (int number = 0; number < 40; number++) {
      Article article = grown.article(number);
      ids.add(article.id().value());
      List<String> paragraphs = List.of(article.body().split("\n\n"));
      assertTrue(known.containsAll(paragraphs), article::body);
      assertEquals(number % 2 == 0 ? "Quay opens." : "Ferry sinks.", paragraphs.getFirst());
    }
    assertEquals(40, ids.size());
  }

  @Test
  void daysLieNearAndTheSameSeedMakesTheSame() {
    GrownArchive grown = new GrownArchive(List.of(QUAY, FERRY), 1);
    Article article = grown.article(6);
    assertEquals(article, new GrownArchive(List.of(QUAY, FERRY), 1).article(6));
    assertNotEquals(QUAY.date(), article.date());
    assertTrue(Math.abs(ChronoUnit.DAYS.between(QUAY.date(), article.date())) <= 1_000);
  }

  @Test
  void aLineIsWhatOnRecordReads() {
    assertEquals(
        "{\"id\":\"ferry\",\"date\":\"2023-01-02\",\"body\":\"Ferry sinks.\\n\\nNobody drowns.\"}",
        GrownArchive.line(FERRY));
  }

  @Test
  void nothingCannotGrow() {
    assertThrows(IllegalArgumentException.class, () -> new GrownArchive(List.of(), 1));
  }
}
