package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ArticleId;
import org.onrecord.ingest.DocumentSink.Replacement;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.Facet;

/** What every engine does with articles that are written and fetched again. */
public abstract class WritingContract extends BackendContract {
  @Test
  void emptyIndexFindsNothing() throws IOException {
    BackendResult result = search(filtered("x", Facet.PARTY, "grn"));
    assertEquals(0, result.total());
    assertEquals("grn=0* others=0 missing=0", shown(values(result, Facet.PARTY)));
    assertEquals(new ArchiveCounts(0, 0, 0), backend().counts());
  }

  @Test
  void replaceRemovesOldParagraphs() throws IOException {
    index(
        article("a")
            .paragraph("The old bridge.")
            .said("old bridge", "Ada Bell", "GRN")
            .paragraph("Second."));
    index(article("a").paragraph("The new tunnel."));
    assertEquals(List.of(), ids("bridge"));
    assertEquals(0, search(quotes("")).total());
    assertEquals(List.of("a~p1"), ids("tunnel"));
    assertEquals(Optional.empty(), backend().paragraph("a~p2"));
    assertEquals("others=0 missing=1", shown(values(search(""), Facet.PARTY)));
    assertEquals(new ArchiveCounts(1, 1, 0), backend().counts());
  }

  @Test
  void deletingRemovesTheArticle() throws IOException {
    index(article("a").paragraph("The bridge."), article("b").paragraph("The bridge."));
    assertTrue(sink().delete(new ArticleId("a")));
    assertFalse(sink().delete(new ArticleId("a")));
    sink().commit();
    assertEquals(List.of("b~p1"), ids("bridge"));
    assertEquals(Optional.empty(), backend().article(new ArticleId("a")));
  }

  @Test
  void replaceSaysWhetherTheArticleWasNew() throws IOException {
    SampleArticle sample = article("a").paragraph("Text.");
    assertEquals(Replacement.ADDED, sink().put(sample.archived()));
    assertEquals(Replacement.REPLACED, sink().put(sample.archived()));
    sink().commit();
    assertEquals(Replacement.REPLACED, sink().put(sample.archived()));
    SampleArticle other = article("b").paragraph("Text.");
    assertEquals(Replacement.ADDED, sink().put(other.archived()));
  }

  @Test
  void nothingIsSeenBeforeCommit() throws IOException {
    SampleArticle sample = article("a").paragraph("Text.");
    sink().put(sample.archived());
    assertEquals(0, search("").total());
    sink().commit();
    assertEquals(1, search("").total());
  }

  @Test
  void paragraphsOfAnotherArticleAreRefused() {
    ArchivedArticle a = article("a").paragraph("Text.").archived();
    ArchivedArticle b = article("b").paragraph("Text.").archived();
    assertThrows(
        IllegalArgumentException.class, () -> new ArchivedArticle(a.document(), b.paragraphs()));
  }

  @Test
  void articleComesBackWithItsParagraphsInOrder() throws IOException {
    SampleArticle sample =
        article("a").title("Head").paragraph("One.").said("One", "Ada Bell", "").paragraph("Two.");
    index(sample, article("b").paragraph("Other."));
    ArchivedArticle found = backend().article(sample.id()).orElseThrow();
    assertEquals(sample.archived(), found);
  }

  @Test
  void permalinksLeadToParagraphAndQuotation() throws IOException {
    SampleArticle sample = article("a").paragraph("One.").said("One", "Ada Bell", "GRN");
    index(sample);
    assertEquals(Optional.of(sample.documents().get(1)), backend().paragraph("a~p1").map(p -> p));
    assertEquals(Optional.of(sample.documents().get(2)), backend().quote("a~p1~q1").map(q -> q));
    assertEquals(Optional.empty(), backend().quote("a~p1"));
    assertEquals(Optional.empty(), backend().paragraph("a~p1~q1"));
    assertEquals(Optional.empty(), backend().paragraph("a"));
  }

  @Test
  void countsAreByType() throws IOException {
    index(
        article("a").title("Head").paragraph("One.").said("One", "Ada Bell", ""),
        article("b").paragraph("Two."));
    assertEquals(new ArchiveCounts(2, 3, 1), backend().counts());
  }

  @Test
  void anyTextGoesInAndComesBack() throws IOException {
    for (String text :
        List.of(
            "",
            " ",
            "\uD83D lone",
            "x".repeat(100_000),
            "a\u0000b",
            "\u202Eabc",
            "'s",
            ".",
            "...",
            "U.S.'s")) {
      SampleArticle sample = article("odd").paragraph(text);
      index(sample);
      assertEquals(
          Optional.of(sample.documents().get(1)), backend().paragraph("odd~p1").map(p -> p));
    }
  }
}
