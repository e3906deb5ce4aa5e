package org.onrecord.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.onrecord.article.TextSpan;

final class QuotationAnchorTest {
  private static final String TEXT =
      "“We have waited ten long years for this bridge,” she said, “and no longer.”";
  private static final OptionalInt NONE = OptionalInt.empty();

  @Test
  void sameWordsInTheSameParagraphAreFoundWhateverTheirNumber() {
    QuotationAnchor anchor = at(4, TEXT, "We have waited ten long years");
    List<QuotationAnchor> now =
        List.of(
            at(3, "Another paragraph.", "Another"),
            at(4, TEXT, "and no longer."),
            at(4, TEXT, "We have waited ten long years"));
    assertEquals(OptionalInt.of(2), anchor.find(now));
  }

  @Test
  void movedEdgesAreFoundByMoreThanHalfOfTheWords() {
    QuotationAnchor anchor = at(4, TEXT, "We have waited ten long years");
    assertEquals(
        OptionalInt.of(1),
        anchor.find(
            List.of(
                at(4, TEXT, "and no longer."),
                at(4, TEXT, "waited ten long years for this bridge"))));
    assertEquals(NONE, anchor.find(List.of(at(4, TEXT, "long years for this bridge"))));
  }

  @Test
  void longQuotationIsNotCorrectedByAFewOfItsWords() {
    assertEquals(
        NONE,
        at(4, TEXT, "ten long years")
            .find(List.of(at(4, TEXT, "We have waited ten long years for this bridge"))));
  }

  @Test
  void piecesOfAnInterruptedQuotationCountTogether() {
    QuotationAnchor whole =
        at(4, TEXT, "We have waited ten long years for this bridge", "and no longer.");
    assertEquals(
        OptionalInt.of(0),
        whole.find(List.of(at(4, TEXT, "We have waited ten long years for this bridge"))));
    assertEquals(NONE, whole.find(List.of(at(4, TEXT, "and no longer."))));
    assertEquals("We have waited ten long years for this bridge … and no longer.", whole.content());
  }

  @Test
  void sameWordsAreFoundInAChangedParagraphWhereverItWent() {
    QuotationAnchor anchor = at(4, TEXT, "We have waited ten long years");
    String changed = "On Friday she said: “We have waited ten long years.”";
    assertEquals(
        OptionalInt.of(0), anchor.find(List.of(at(7, changed, "We have waited ten long years"))));
    assertEquals(NONE, anchor.find(List.of(at(4, changed, "waited ten long years"))));
  }

  @Test
  void fewWordsAreNotTakenForThoseOfAnotherParagraph() {
    QuotationAnchor yes = at(4, "“Yes,” she said.", "Yes");
    assertEquals(NONE, yes.find(List.of(at(9, "“Yes,” he said.", "Yes"))));
    assertEquals(OptionalInt.of(0), yes.find(List.of(at(4, "“Yes,” she said again.", "Yes"))));
  }

  @Test
  void wordsThatWereTakenForNothingAreNotLookedForElsewhere() {
    QuotationAnchor anchor = at(4, TEXT, "We have waited ten long years");
    assertEquals(
        NONE,
        anchor.find(
            List.of(
                at(4, TEXT, "and no longer."),
                at(
                    9,
                    "We have waited ten long years, he said.",
                    "We have waited ten long years"))));
  }

  @Test
  void ofTheSameWordsTheNearestAreMeant() {
    String twice = "“Not now,” he said. “Not now,” she said.";
    QuotationAnchor first = new ParagraphAnchors(2, twice).anchor(List.of(new TextSpan(1, 8)));
    QuotationAnchor second = new ParagraphAnchors(2, twice).anchor(List.of(new TextSpan(21, 28)));
    assertEquals(OptionalInt.of(1), second.find(List.of(first, second)));
    assertEquals(OptionalInt.of(0), first.find(List.of(first, second)));
    QuotationAnchor later = new ParagraphAnchors(5, twice).anchor(List.of(new TextSpan(1, 8)));
    assertEquals(OptionalInt.of(1), later.find(List.of(first, later)));
  }

  @Test
  void placesHoldTheirWords() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new QuotationAnchor(1, "x", List.of(new TextSpan(0, 3)), List.of("four")));
  }

  static QuotationAnchor at(int paragraph, String text, String... pieces) {
    List<TextSpan> segments =
        List.of(pieces).stream()
            .map(words -> new TextSpan(text.indexOf(words), text.indexOf(words) + words.length()))
            .toList();
    return new ParagraphAnchors(paragraph, text).anchor(segments);
  }
}
