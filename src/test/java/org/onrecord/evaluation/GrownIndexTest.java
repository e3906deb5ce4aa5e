package org.onrecord.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.ingest.FakeAnalyzer;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ParagraphDocument;

/** Articles made of others are whole articles, with what was found in their paragraphs. */
final class GrownIndexTest {
  private static ArchivedArticle article(int number) {
    List<String> paragraphs =
        IntStream.range(0, 12)
            .mapToObj(p -> "Jane Doe said “pier %d of %d is shut”.".formatted(p, number))
            .toList();
    return new FakeAnalyzer()
        .analyze(
            Article.builder("a" + number, String.join("\n\n", paragraphs))
                .title("The piers of " + number)
                .build());
  }

  @Test
  void paragraphsStandWhereTheBodyHasThem() {
    GrownIndex grown = new GrownIndex(1);
    Set<String> ids = new HashSet<>();
    for (int number = 0; number < 20; number++) {
      ArchivedArticle before = article(number);
      ArchivedArticle after = grown.grown(before, 1);
      assertEquals("a" + number + "-grown-1", after.id().value());
      assertEquals(before.received().title(), after.received().title());
      assertEquals(before.paragraphs().size(), after.document().paragraphs());
      assertEquals(12, after.document().quotations());
      assertEquals(
          before.paragraphs().get(1).text(), after.paragraphs().get(1).text(), "the first stays");
      for (ParagraphDocument paragraph : after.paragraphs()) {
        assertTrue(ids.add(paragraph.id()), paragraph.id());
        if (paragraph.ordinal() > 0) {
          assertTrue(after.received().body().startsWith(paragraph.text(), paragraph.offset()));
        }
        for (ArchivedQuotation quotation : paragraph.quotations()) {
          assertTrue(ids.add(quotation.id()), quotation.id());
          assertEquals(paragraph.ordinal(), quotation.paragraph());
          assertTrue(paragraph.text().contains(quotation.content()));
        }
      }
    }
  }

  @Test
  void anotherSeedMakesOthers() {
    assertEquals(
        new GrownIndex(1).grown(article(1), 1).received(),
        new GrownIndex(1).grown(article(1), 1).received());
    assertNotEquals(
        new GrownIndex(1).grown(article(1), 1).received(),
        new GrownIndex(2).grown(article(1), 1).received());
  }
}
