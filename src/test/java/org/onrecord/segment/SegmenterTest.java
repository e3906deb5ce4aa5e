package org.onrecord.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;

class SegmenterTest {

  @Test
  void blankLinesPartParagraphs() {
    assertEquals(List.of("One.", "Two.", "Three."), texts("One.\n\nTwo.\n \t\n\n\nThree."));
  }

  @Test
  void windowsLinesAreLines() {
    assertEquals(List.of("One.", "Two."), texts("One.\r\n\r\nTwo."));
    assertEquals(List.of("one\r\ntwo"), texts("one\r\ntwo"));
  }

  @Test
  void oldMacLinesAreLines() {
    assertEquals(List.of("One.", "Two."), texts("One.\r\rTwo."));
  }

  @Test
  void lineWithNoBreakSpaceIsBlank() {
    assertEquals(List.of("One.", "Two."), texts("One.\n\u00A0\nTwo."));
  }

  @Test
  void paragraphSeparatorPartsAlone() {
    assertEquals(List.of("one", "two"), texts("one\u2029two"));
  }

  @Test
  void lineSeparatorIsLineBreak() {
    assertEquals(List.of("One.", "Two."), texts("One.\u2028\u2028Two."));
    assertEquals(List.of("one\u2028two"), texts("one\u2028two"));
  }

  @Test
  void wholeSentencesOnLinesAreParagraphsWhereNoLineIsBlank() {
    assertEquals(List.of("It opens.", "“Good.”", "Why?"), texts("It opens.\n“Good.”\nWhy?"));
  }

  @Test
  void wrappedLinesAreOneParagraph() {
    assertEquals(List.of("The bridge\nopens in\nMay."), texts("The bridge\nopens in\nMay."));
  }

  @Test
  void lineBreaksWithinParagraphsStayWhereBlankLinesPart() {
    assertEquals(List.of("It opens.\nGood.", "Why?"), texts("It opens.\nGood.\n\nWhy?"));
  }

  @Test
  void paragraphsAreWithoutBlanksAtTheirEnds() {
    assertEquals(List.of("One.", "Two."), texts("\uFEFF  One.\u00A0 \n\n\t Two. \n"));
  }

  @Test
  void blankBodyHasNoParagraph() {
    assertEquals(List.of(), texts(""));
    assertEquals(List.of(), texts(" \n\t\u00A0\n\uFEFF"));
  }

  @Test
  void paragraphsKnowTheirPlaceInTheBody() {
    String body = "\n🌉 One.\r\n\r\n  Two.\n\nThree.  ";
    for (Paragraph paragraph : segmented(body, null).paragraphs()) {
      assertTrue(body.startsWith(paragraph.text(), paragraph.offset()), paragraph::text);
    }
  }

  @Test
  void headlineIsParagraphZero() {
    SegmentedArticle article = segmented("One.\n\nTwo.", " Bridge opens ");
    assertEquals("Bridge opens", article.paragraph(0).text());
    assertTrue(article.paragraph(0).isHeadline());
    assertEquals("Two.", article.paragraph(2).text());
    assertFalse(article.paragraph(2).isHeadline());
  }

  @Test
  void withoutHeadlineParagraphsCountFromOne() {
    SegmentedArticle article = segmented("One.\n\nTwo.", "  ");
    assertEquals(1, article.paragraphs().getFirst().ordinal());
    assertEquals("Two.", article.paragraph(2).text());
  }

  @Test
  void overlongParagraphIsCutAfterSentence() {
    String body = "The bridge opens in May. ".repeat(2_000).strip();
    List<String> texts = texts(body);
    assertTrue(texts.size() > 1);
    for (String text : texts) {
      assertTrue(text.length() <= Segmenter.LONGEST_PARAGRAPH, () -> text.length() + "");
      assertTrue(text.startsWith("The ") && text.endsWith("May."), text);
    }
    assertEquals(body, String.join(" ", texts));
  }

  @Test
  void overlongSentenceIsCutAfterWord() {
    List<String> texts = texts("bridge ".repeat(10_000));
    assertTrue(texts.size() > 1);
    texts.forEach(text -> assertTrue(text.startsWith("bridge") && text.endsWith("bridge")));
  }

  @Test
  void overlongWordIsCutBetweenCharacters() {
    String body = "x" + "🌉".repeat(Segmenter.LONGEST_PARAGRAPH);
    List<String> texts = texts(body);
    assertTrue(texts.size() > 1);
    texts.forEach(text -> assertFalse(Character.isLowSurrogate(text.charAt(0))));
    assertEquals(body, String.join("", texts));
  }

  @Test
  void longestParagraphStaysWhole() {
    String longest = "x".repeat(Segmenter.LONGEST_PARAGRAPH);
    assertEquals(List.of(longest), texts(longest));
  }

  @Test
  void tokenAtFindsTokenByOffset() {
    Paragraph paragraph = segmented("One two.", null).paragraph(1);
    assertEquals(0, paragraph.tokenAt(0));
    assertEquals(1, paragraph.tokenAt(3));
    assertEquals(1, paragraph.tokenAt(4));
    assertEquals(3, paragraph.tokenAt(8));
  }

  @Test
  void sentenceOfFindsSentenceByToken() {
    Paragraph paragraph = segmented("One. Two three. Four.", null).paragraph(1);
    assertEquals(0, paragraph.sentenceOf(1));
    assertEquals(1, paragraph.sentenceOf(2));
    assertEquals(1, paragraph.sentenceOf(4));
    assertEquals(2, paragraph.sentenceOf(5));
  }

  private static List<String> texts(String body) {
    return segmented(body, null).paragraphs().stream().map(Paragraph::text).toList();
  }

  private static SegmentedArticle segmented(String body, @Nullable String title) {
    return new Segmenter().segment(Article.of("a", null, body).withTitle(title));
  }
}
