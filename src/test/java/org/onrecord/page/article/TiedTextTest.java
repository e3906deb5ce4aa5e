package org.onrecord.page.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.onrecord.search.SampleArticle.article;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onrecord.article.TextSpan;
import org.onrecord.page.part.Slots;
import org.onrecord.schema.ParagraphDocument;

/** Words and what they are tied to. */
final class TiedTextTest {
  private static final String TEXT = "🌊 Ruth Alder said سیلاب we are ready, and Tom Birch left.";

  private static ParagraphDocument paragraph() {
    return article("one")
        .paragraph(TEXT)
        .mention("Tom Birch", "Tom Birch")
        .said("سیلاب we are ready", "Ruth Alder", "Harbour Party")
        .archived()
        .paragraphs()
        .getFirst();
  }

  private static String joined(TiedText text) {
    return text.runs().stream()
        .flatMap(run -> run.pieces().stream())
        .map(TiedText.Piece::text)
        .collect(Collectors.joining());
  }

  @Test
  void piecesJoinToTheText() {
    ParagraphDocument paragraph = paragraph();
    for (int from = 0; from < TEXT.length(); from++) {
      for (int to = from; to <= TEXT.length(); to += 7) {
        List<TextSpan> marks = List.of(new TextSpan(from, to));
        assertEquals(
            TEXT, joined(TiedText.of(paragraph, paragraph.quotations(), marks, Slots.BY_HASH)));
      }
    }
  }

  @Test
  void quotationBeginsOnceAndMentionsKeepTheirName() {
    ParagraphDocument paragraph = paragraph();
    TiedText text = TiedText.of(paragraph, paragraph.quotations(), List.of(), Slots.BY_HASH);
    List<TiedText.Said> said =
        text.runs().stream().filter(run -> run.said() != null).map(TiedText.Run::said).toList();
    assertEquals(1, said.size());
    assertEquals("one~p1~q1", said.getFirst().target());
    assertEquals(
        List.of("Tom Birch"),
        text.runs().stream()
            .flatMap(run -> run.pieces().stream())
            .filter(piece -> piece.who().equals("tom-birch"))
            .map(TiedText.Piece::text)
            .toList());
  }

  @Test
  void marksOfAnInterruptedQuotationFindTheirPlaceInTheParagraph() {
    ContentPlace place = new ContentPlace(List.of(new TextSpan(10, 15), new TextSpan(20, 30)), 3);
    assertEquals(
        List.of(new TextSpan(13, 15), new TextSpan(20, 22)),
        place.toParagraph(List.of(new TextSpan(3, 10))));
  }
}
