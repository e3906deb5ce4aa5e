package org.onrecord.quotation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.quotation.ParagraphView.CueRates;
import org.onrecord.segment.PosTagger;
import org.onrecord.segment.Segmenter;

class PostposedReportsTest {
  /** What stands before the report that follows the first token, and the report's shape. */
  private static String before(String sentence) {
    ParagraphView view =
        new ParagraphView(
            new Segmenter().segment(Article.of("a", null, sentence)).paragraphs().getFirst(),
            new PosTagger(),
            CueRates.NONE);
    int boundary = view.reports.next(0);
    String text = boundary < 0 ? "" : view.paragraph.span(0, boundary).in(view.paragraph.text());
    return view.reports.shape(0) + " " + text;
  }

  @Test
  void reportThatEndsASentence() {
    assertEquals(
        "3 The bridge will open in May", before("The bridge will open in May, the mayor said."));
  }

  @Test
  void distanceDoesNotMatter() {
    String long_ = "The bridge over the river will open in May" + " or June".repeat(30);
    assertEquals("3 " + long_, before(long_ + ", the mayor said."));
  }

  @Test
  void reportWithAPhraseAfterIt() {
    assertEquals(
        "2 The bridge will open in May",
        before("The bridge will open in May, the mayor said in a statement on Monday."));
  }

  @Test
  void subjectAfterTheCue() {
    assertEquals(
        "4 The bridge will open in May", before("The bridge will open in May, said Ruth Alder."));
    assertEquals(
        "8 The bridge will open in May",
        before("The bridge will open in May, according to the council."));
  }

  @Test
  void appositionBelongsToTheSubject() {
    assertEquals(
        "3 The bridge is safe", before("The bridge is safe, Ruth Alder, the mayor, said."));
  }

  @Test
  void clauseAfterTheCueIsWhatIsSaid() {
    assertEquals("0 ", before("On Monday, the mayor said that the bridge was safe."));
    assertEquals("0 ", before("On Monday, the mayor said the bridge was safe."));
  }

  @Test
  void commaOfAnotherClauseIsNoBoundary() {
    assertEquals("0 ", before("It rained, and those who came late were angry that nobody said."));
  }
}
