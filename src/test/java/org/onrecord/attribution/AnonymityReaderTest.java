package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.article.Excerpt;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.Quotation;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;

class AnonymityReaderTest {
  private static final String CONTENT = "the quay would be sold";

  /** Why the source of the words {@link #CONTENT} is not named. */
  private static String reason(String source, String body) {
    SegmentedArticle article = new Segmenter().segment(Article.of("a", null, body));
    for (Paragraph paragraph : article.paragraphs()) {
      int content = paragraph.text().indexOf(CONTENT);
      if (content >= 0) {
        return new AnonymityReader(article)
            .of(
                new Quotation(
                    paragraph.ordinal(),
                    List.of(new TextSpan(content, content + CONTENT.length())),
                    QuotationKind.INDIRECT,
                    false,
                    mention(paragraph, "said").orElseThrow(),
                    mention(paragraph, source).orElseThrow(),
                    1,
                    "test"),
                "a senior official")
            .map(Excerpt::text)
            .orElse("none");
      }
    }
    throw new IllegalArgumentException(body);
  }

  private static Optional<Excerpt> mention(Paragraph paragraph, String words) {
    int start = paragraph.text().indexOf(words);
    return start < 0
        ? Optional.empty()
        : Optional.of(
            new Excerpt(words, paragraph.ordinal(), new TextSpan(start, start + words.length())));
  }

  @Test
  void conditionIsToldWithItsReason() {
    assertEquals(
        "on condition of anonymity because the talks are private",
        reason(
            "A senior official",
            "A senior official, speaking on condition of anonymity because the talks are private,"
                + " said the quay would be sold."));
  }

  @Test
  void wishNotToBeNamedIsToldWithItsReason() {
    assertEquals(
        "asked not to be named for fear of losing her job",
        reason(
            "a clerk",
            "“No,” she added; a clerk who asked not to be named for fear of losing her job said"
                + " the quay would be sold."));
    assertEquals(
        "declined to be identified",
        reason("A docker", "A docker who declined to be identified said the quay would be sold."));
    assertEquals(
        "did not want to be identified",
        reason("A cook", "A cook who did not want to be identified said the quay would be sold."));
  }

  @Test
  void whoMayNotSpeakHasAReason() {
    assertEquals(
        "not authorised to speak to the press",
        reason(
            "An officer",
            "An officer who was not authorised to speak to the press said the quay would be"
                + " sold."));
  }

  @Test
  void sentenceAfterwardsTellsOfTheSameNoun() {
    assertEquals(
        "on condition of anonymity because of the law",
        reason(
            "an official",
            "On Friday an official said the quay would be sold. The official spoke on condition of"
                + " anonymity because of the law."));
  }

  @Test
  void sameSourceLaterInTheArticleKeepsTheReason() {
    assertEquals(
        "requested anonymity",
        reason(
            "the official",
            "A port official, who requested anonymity, was sure.\n\nLater the official said the"
                + " quay would be sold."));
    assertEquals(
        "requested anonymity",
        reason(
            "he",
            "A senior official, who requested anonymity, was sure.\n\nLater he said the quay would"
                + " be sold."));
  }

  @Test
  void anotherSourcesReasonIsNotTaken() {
    assertEquals(
        "none",
        reason(
            "a lawyer",
            "A port official, who requested anonymity, was sure.\n\nLater a lawyer said the quay"
                + " would be sold."));
    assertEquals(
        "none",
        reason("A clerk", "A clerk said the quay would be sold. She wore a badge with her name."));
  }
}
