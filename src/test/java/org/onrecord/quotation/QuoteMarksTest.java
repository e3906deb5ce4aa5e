package org.onrecord.quotation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.quotation.QuoteMarks.Marked;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Segmenter;

class QuoteMarksTest {

  @Test
  void curlyMarks() {
    assertMarked("“It is open,” she said. “Go.”", "“It is open,”", "“Go.”");
  }

  @Test
  void straightMarks() {
    assertMarked("\"It is open,\" she said. \"Go.\"", "\"It is open,\"", "\"Go.\"");
  }

  @Test
  void doubledApostrophes() {
    assertMarked("''It is open,'' she said. ''Go.''", "''It is open,''", "''Go.''");
    assertMarked("``It is open,'' she said.", "``It is open,''");
  }

  @Test
  void guillemets() {
    assertMarked("«It is open», she said.", "«It is open»");
  }

  @Test
  void germanMarks() {
    assertMarked("„Sie ist offen“, sagte sie.", "„Sie ist offen“");
    assertMarked("„Sie ist offen”, sagte sie.", "„Sie ist offen”");
  }

  @Test
  void singleMarksHoldDoubleOnes() {
    assertMarked("‘She said “no” to me,’ he said.", "‘She said “no” to me,’");
    assertMarked("He’s “no” man, ‘she said’.", "“no”", "‘she said’");
  }

  @Test
  void inchesCloseNoCurlyMarks() {
    assertMarked("“It is 6\" wide,” she said.", "“It is 6\" wide,”");
    assertMarked("“It is 6\" she said.", "“It is 6\"");
  }

  @Test
  void curlySingleMarks() {
    assertMarked("‘It is open,’ she said.", "‘It is open,’");
  }

  @Test
  void straightSingleMarks() {
    assertMarked("'It is open,' she said.", "'It is open,'");
  }

  @Test
  void apostropheOpensAndClosesNothing() {
    assertMarked("It isn't Quill's, it's the council’s, she'd say.");
  }

  @Test
  void contractionWithinSingleMarksClosesNothing() {
    assertMarked("‘It isn’t open and won’t be,’ she said.", "‘It isn’t open and won’t be,’");
  }

  @Test
  void pluralPossessiveClosesNothingWhereAnotherMarkDoes() {
    assertMarked("‘The teachers’ pay is low,’ she said.", "‘The teachers’ pay is low,’");
  }

  @Test
  void pluralPossessiveOutsideOpensNothing() {
    assertMarked("The teachers’ pay and the nurses’ pay rose.");
  }

  @Test
  void elisionOpensNothing() {
    assertMarked("Give ’em the ’90s, ’cause it’s rock ’n’ roll.");
    assertMarked("Give 'em the '90s, 'cause it's rock 'n' roll.");
  }

  @Test
  void nestedSingleMarksBelongToTheDoubleOnes() {
    assertMarked("“Tom said, ‘Go,’ and I went,” she said.", "“Tom said, ‘Go,’ and I went,”");
  }

  @Test
  void doubleMarksWithinSingleOnesAreTaken() {
    assertMarked("‘He called it “open”,’ she said.", "“open”");
  }

  @Test
  void unclosedMarkEndsAtParagraphEnd() {
    assertMarked("She said: “It is open. And free.", "“It is open. And free.");
  }

  @Test
  void unclosedSingleMarkIsNone() {
    assertMarked("The ‘bridge is open. And free.");
  }

  @Test
  void unclosedSingleMarkThatIsAnnouncedEndsAtParagraphEnd() {
    assertMarked("She said: ‘It is open. And free.", "‘It is open. And free.");
    assertMarked("‘It is open. And free.", "‘It is open. And free.");
  }

  @Test
  void unclosedSingleMarkDoesNotReachOverDoubleOnes() {
    assertMarked("‘It is free. “It is open,” she said.", "“It is open,”");
  }

  @Test
  void secondOpeningMarkDoesNotNest() {
    assertMarked("“It is open. “It is free,” she said.", "“It is open. “It is free,”");
  }

  @Test
  void inchesOpenNothing() {
    assertMarked("The deck is 12\" thick and 40' wide.");
  }

  @Test
  void markBetweenBlanksIsNone() {
    assertMarked("It is \" open now.");
  }

  @Test
  void markAfterBracketOrDashOpens() {
    assertMarked("It is (\"open\") —\"free\"", "\"open\"", "\"free\"");
  }

  @Test
  void emptyMarksAreNone() {
    assertMarked("It is “” and \"\" open.");
  }

  @Test
  void marksOfOneParagraphDoNotReachTheNext() {
    List<Paragraph> paragraphs =
        new Segmenter()
            .segment(Article.of("a", null, "“It is open.\n\n“It is free,” she said."))
            .paragraphs();
    assertEquals(List.of("“It is open."), marked(paragraphs.get(0)));
    assertEquals(List.of("“It is free,”"), marked(paragraphs.get(1)));
  }

  @Test
  void everyTokenKnowsItsStretch() {
    Paragraph paragraph = paragraph("A “b c” d ‘e f g’ h");
    QuoteMarks marks = QuoteMarks.of(paragraph);
    int[] expected = {-1, 0, 0, 0, 0, -1, 1, 1, 1, 1, 1, -1};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], marks.spanOf(i), "token " + i);
    }
  }

  @Test
  void firstStretchToATokenIsFound() {
    QuoteMarks marks = QuoteMarks.of(paragraph("A “b c” d “e f g” h"));
    assertEquals(0, marks.firstTo(0));
    assertEquals(0, marks.firstTo(4));
    assertEquals(1, marks.firstTo(5));
    assertEquals(1, marks.firstTo(10));
    assertEquals(2, marks.firstTo(11));
  }

  private static void assertMarked(String text, String... expected) {
    assertEquals(List.of(expected), marked(paragraph(text)));
  }

  private static List<String> marked(Paragraph paragraph) {
    return QuoteMarks.of(paragraph).spans().stream().map(s -> text(paragraph, s)).toList();
  }

  private static String text(Paragraph paragraph, Marked span) {
    int end = Math.min(span.close() + 1, paragraph.tokens().size());
    return paragraph.span(span.open(), end).in(paragraph.text());
  }

  private static Paragraph paragraph(String text) {
    return new Segmenter().segment(Article.of("a", null, text)).paragraph(1);
  }
}
