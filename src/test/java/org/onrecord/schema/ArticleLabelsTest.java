package org.onrecord.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleBuilder;

class ArticleLabelsTest {
  private static Optional<ArticleLabels> labels(String byline, Map<String, Object> extra) {
    ArticleBuilder article = Article.builder("a", "Text.").author(byline);
    extra.forEach(article::member);
    return ArticleLabels.of(article.build());
  }

  @Test
  void listedAuthorsStandForTheByline() {
    assertEquals(
        Optional.of(new ArticleLabels(List.of("Marta Quill", "Tom Hale"), List.of(), null)),
        labels(
            "Marta Quill, Tom Hale", Map.of("authors", List.of("Marta Quill", " Tom Hale ", ""))));
    assertEquals(
        Optional.of(new ArticleLabels(List.of("Marta Quill"), List.of(), null)),
        labels("Marta Quill", Map.of("authors", List.of())));
  }

  @Test
  void whatSaysNothingHasNone() {
    assertEquals(
        Optional.empty(),
        ArticleLabels.of(
            Article.builder("a", "Text.")
                .member("tags", "ferry")
                .member("language", " ")
                .member("words", 12)
                .build()));
  }

  @Test
  void noMoreAreKeptThanMayBe() {
    List<String> many = IntStream.range(0, 2_000).mapToObj(i -> "tag " + i % 1_000).toList();
    List<String> kept = labels("x", Map.of("tags", many)).orElseThrow().tags();
    assertEquals(many.subList(0, ArticleLabels.MOST), kept);
  }
}
