package org.onrecord.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.TextSpan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the scores to figures that the definitions' first program, in another language, gave for
 * the same pair of files.
 */
class QuotationScoresTest {
  @TempDir private Path folder;

  @Test
  void everyFigureIsThatOfTheFirstProgram() throws IOException {
    EvaluationReport report = evaluation().found(resource("system.jsonl"));
    JsonNode expected = JsonMapper.shared().readTree(Files.readString(resource("expected.json")));
    JsonNode scores = ScoresJson.exact(Objects.requireNonNull(report.scores().get("marks")));
    List<String> compared = new ArrayList<>();
    compare("", expected, scores, compared);
    assertTrue(compared.size() > 100, "only " + compared.size() + " figures");
  }

  private static void compare(
      String path, JsonNode expected, JsonNode actual, List<String> compared) {
    for (var member : expected.properties()) {
      String name = path + "/" + member.getKey();
      JsonNode value = actual.get(member.getKey());
      if (member.getValue().isObject()) {
        compare(name, member.getValue(), value, compared);
      } else if (member.getValue().isNull()) {
        assertTrue(value.isNull(), name);
      } else {
        assertEquals(member.getValue().doubleValue(), value.doubleValue(), 1e-12, name);
        compared.add(name);
      }
    }
  }

  @Test
  void whatIsWrittenScoresAsWhatWasRead() throws IOException {
    EvaluationReport report = evaluation().found(resource("system.jsonl"));
    Path copy = folder.resolve("copy.jsonl");
    Files.write(copy, report.lines());
    assertEquals(report.json("x"), evaluation().found(copy).json("x"));
  }

  @Test
  void lostTwinHasItsQuotationsInPlace() throws IOException {
    for (GoldArticle article : gold()) {
      GoldArticle lost = article.withoutMarks();
      assertFalse(lost.body().contains("“"));
      assertEquals(article.baseId(), lost.baseId());
      for (int i = 0; i < lost.quotations().size(); i++) {
        assertEquals(
            words(article.quotations().get(i).content(), article),
            words(lost.quotations().get(i).content(), lost));
      }
    }
  }

  private static String words(TextSpan span, GoldArticle article) {
    return span.in(article.body()).replaceAll("[“”]", "");
  }

  @Test
  void foldsNeverScoreWhatTheyLearnt() throws IOException {
    List<GoldArticle> articles = gold();
    List<GoldArticle> twins = articles.stream().map(GoldArticle::withoutMarks).toList();
    EvaluationReport report = new QuotationEvaluation(articles, twins).crossValidated(2, List.of());
    assertEquals(2 * articles.size(), report.lines().size());
    assertEquals(List.of("marks", "marks_lost"), List.copyOf(report.scores().keySet()));
  }

  @Test
  void articleIsNotBothLearntAndScored() throws IOException {
    QuotationEvaluation evaluation = evaluation();
    IllegalArgumentException fault =
        assertThrows(
            IllegalArgumentException.class,
            () -> evaluation.crossValidated(2, List.of(resource("gold.jsonl"))));
    assertTrue(String.valueOf(fault.getMessage()).contains("is to be scored"));
  }

  @Test
  void twinOfNoArticleIsRefused() throws IOException {
    List<GoldArticle> articles = gold();
    List<GoldArticle> first = articles.subList(0, 1);
    assertThrows(IllegalArgumentException.class, () -> new QuotationEvaluation(first, articles));
  }

  @Test
  void brokenLineIsNamed() throws IOException {
    Path file = folder.resolve("gold.jsonl");
    Files.writeString(file, "\n{\"id\":\"a\",\"text\":\"b\"}\n");
    IOException fault = assertThrows(IOException.class, () -> GoldReader.articles(file));
    assertTrue(String.valueOf(fault.getMessage()).contains("gold.jsonl, line 2"));
  }

  private static QuotationEvaluation evaluation() throws IOException {
    return new QuotationEvaluation(gold(), List.of());
  }

  private static List<GoldArticle> gold() throws IOException {
    return GoldReader.articles(resource("gold.jsonl"));
  }

  private static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(QuotationScoresTest.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }
}
