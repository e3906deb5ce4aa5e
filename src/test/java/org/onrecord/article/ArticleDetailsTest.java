package org.onrecord.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleDetailsTest {
  @ParameterizedTest
  @CsvSource({
    "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED, true, true",
    "plusvocab:DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING, true, true",
    "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING, false, true",
    "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-GENAIMLTRAINING, false, true",
    "http://ns.useplus.org/ldf/vocab/DMI-ALLOWED, false, false",
    "DMI-UNSPECIFIED, false, false",
    "1, true, true",
    "0, false, false",
  })
  void publisherSaysWhatProgramsMayDo(String said, boolean mining, boolean learning) {
    ArticleDetails details = new ArticleDetails(Map.of("dataMining", said));
    assertEquals(mining, details.forbidsMining());
    assertEquals(learning, details.forbidsLearning());
  }

  @Test
  void whatNobodySaysIsAllowed() {
    assertEquals(false, new ArticleDetails(Map.of()).forbidsLearning());
  }

  @Test
  void membersOfAnotherShapeAreNone() {
    ArticleDetails details =
        new ArticleDetails(
            Map.of("tags", "ferry", "publishedAt", "yesterday", "authors", List.of(1, "R. Elm")));
    assertEquals(List.of(), details.tags());
    assertEquals(Optional.empty(), details.published());
    assertEquals(List.of("R. Elm"), details.authors());
  }
}
