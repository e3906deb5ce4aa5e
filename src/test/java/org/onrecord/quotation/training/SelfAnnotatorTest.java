package org.onrecord.quotation.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.article.QuotationKind;
import org.onrecord.quotation.ModelFile;
import org.onrecord.quotation.training.AnnotatedArticle.AnnotatedQuotation;

class SelfAnnotatorTest {
  private static Article article(String body) {
    return new Article(
        new ArticleId("a"),
        "“A headline”",
        null,
        null,
        null,
        null,
        null,
        body,
        Map.of(),
        new Provenance("a", 0, 0, "test"));
  }

  private static AnnotatedArticle annotate(String body) {
    return new SelfAnnotator(ModelFile.shipped()).annotate(article(body));
  }

  @Test
  void marksGoAndQuotationsMoveWithTheText() {
    AnnotatedArticle lost =
        annotate(
            "🙂 “We waited ten years for this bridge,” said Ruth Alder.\n\n"
                + "The mayor said that it would cost “next to nothing”.");
    String body = lost.article().body();
    assertEquals(
        "🙂 We waited ten years for this bridge, said Ruth Alder.\n\n"
            + "The mayor said that it would cost next to nothing.",
        body);
    assertEquals(
        List.of("We waited ten years for this bridge", "that it would cost next to nothing"),
        lost.quotations().stream().map(q -> q.content().in(body).replaceAll("[,.]$", "")).toList());
    AnnotatedQuotation first = lost.quotations().getFirst();
    assertEquals(QuotationKind.DIRECT, first.kind());
    assertEquals("said", first.cue());
    assertEquals("Ruth Alder", Objects.requireNonNull(first.source()).in(body));
    assertEquals(QuotationKind.MIXED, lost.quotations().getLast().kind());
  }

  @Test
  void singleMarksGoTooButNoApostrophe() {
    AnnotatedArticle lost =
        annotate(
            "‘The council’s wall won’t hold another winter,’ said Tom Birch.\n\n"
                + "‘Nobody has asked the people who live there,’ he said.");
    assertEquals(
        "The council’s wall won’t hold another winter, said Tom Birch.\n\n"
            + "Nobody has asked the people who live there, he said.",
        lost.article().body());
    assertEquals(2, lost.quotations().size());
  }

  @Test
  void articleNeedsTwoStretchesOfMarkedSpeech() {
    String speech = "“We waited ten years for this,” said Ruth Alder.";
    assertFalse(SelfAnnotator.hasMarkedSpeech(article(speech)));
    assertTrue(SelfAnnotator.hasMarkedSpeech(article(speech + "\n\n" + speech)));
    assertFalse(SelfAnnotator.hasMarkedSpeech(article("The “old” and the “new” “big bridge”.")));
    assertFalse(SelfAnnotator.hasMarkedSpeech(article("")));
  }
}
