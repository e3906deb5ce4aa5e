package org.onrecord.quotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.quotation.Extracted.extracted;
import static org.onrecord.quotation.Extracted.headlines;
import static org.onrecord.quotation.Extracted.lines;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the shipped model finds: kind, content and source. */
class QuotationExtractorTest {
  @Test
  void quotationThatItsCueSplitsIsOne() {
    List<Quotation> found =
        extracted("“We will open the bridge in May,” Marta Quill said, “and the ferry goes on.”");
    assertEquals(1, found.size());
    assertEquals(2, found.getFirst().segments().size());
    assertEquals(
        List.of("direct: We will open the bridge in May … and the ferry goes on < Marta Quill"),
        lines("“We will open the bridge in May,” Marta Quill said, “and the ferry goes on.”"));
  }

  @Test
  void newSentenceAfterTheCueIsQuotationOfItsOwn() {
    assertEquals(
        List.of(
            "direct: We have waited for ten years < Marta Quill",
            "direct: We will not wait for another one < Marta Quill"),
        lines(
            "“We have waited for ten years,” Marta Quill said. “We will not wait for another"
                + " one.”"));
  }

  @Test
  void sourceInAppositionBeforeFreeContinuation() {
    assertEquals(
        List.of(
            "direct: The budget is sound < Marta Quill, the council leader",
            "direct: Nobody should lose sleep over it < Marta Quill, the council leader"),
        lines(
            "“The budget is sound,” said Marta Quill, the council leader. “Nobody should lose"
                + " sleep over it.”"));
  }

  @Test
  void cueAfterTheContent() {
    assertEquals(List.of("direct: It is open < Tom Hale"), lines("“It is open,” said Tom Hale."));
  }

  @Test
  void questionWithItsCue() {
    assertEquals(
        List.of("direct: Why should we wait? < Marta Quill"),
        lines("“Why should we wait?” asked Marta Quill. It was late."));
  }

  @Test
  void straightMarks() {
    assertEquals(
        List.of("direct: It is open < Tom Hale", "direct: It is free < Tom Hale"),
        lines("\"It is open,\" Tom Hale said. \"It is free.\""));
  }

  @Test
  void doubledApostrophes() {
    assertEquals(
        List.of(
            "direct: The bridge will open in May < Marta Quill",
            "direct: We are on time < Marta Quill"),
        lines("''The bridge will open in May,'' Marta Quill said. ''We are on time.''"));
  }

  @Test
  void singleMarksThatBearTheSpeechOfTheArticle() {
    assertEquals(
        List.of(
            "direct: The bridge will open in May before the summer < Marta Quill",
            "direct: We are on time and within our means < Marta Quill"),
        lines(
            "'The bridge will open in May before the summer,' Marta Quill said. 'We are on time"
                + " and within our means.'"));
  }

  @Test
  void quotationWithinQuotationIsPartOfIt() {
    assertEquals(
        List.of("direct: Tom told me, ‘The bridge is closed’, and I believed him < Marta Quill"),
        lines("“Tom told me, ‘The bridge is closed’, and I believed him,” Marta Quill said."));
  }

  @Test
  void quotationOverParagraphsKeepsItsSource() {
    List<Quotation> found =
        extracted(
            "Marta Quill said: “It is safe. It is cheap.\n\n"
                + "“It will last for a hundred years, as the old one did.\n\n"
                + "“It is ours.”");
    assertEquals(3, found.size());
    for (Quotation quotation : found) {
      assertTrue(quotation.source() != null && quotation.source().paragraph() == 1);
    }
  }

  @Test
  void speechAfterColon() {
    assertEquals(
        List.of("direct: It is open! < Marta Quill"), lines("Marta Quill said: “It is open!”"));
  }

  @Test
  void reportWithThat() {
    assertEquals(
        List.of("indirect: that the bridge would open in May < Marta Quill"),
        lines(
            "Marta Quill said that the bridge would open in May. The mayor was not at the"
                + " meeting."));
  }

  @Test
  void reportWithoutThat() {
    assertEquals(
        List.of("indirect: it regretted the delay < The company"),
        lines("The company said it regretted the delay."));
  }

  @Test
  void reportThatItsCueFollows() {
    assertEquals(
        List.of(
            "direct: We are glad that the bridge is safe < Marta Quill",
            "direct: It is also cheap < she"),
        lines(
            "We are glad that the bridge is safe, Marta Quill said. It is also cheap, she added."));
  }

  @Test
  void accordingToBeforeAndAfter() {
    assertEquals(
        List.of("indirect: the bridge will open in May < Marta Quill"),
        lines("According to Marta Quill, the bridge will open in May."));
    assertEquals(
        List.of("indirect: The bridge will open in May < a report by the council"),
        lines("The bridge will open in May, according to a report by the council."));
  }

  @Test
  void accusation() {
    assertEquals(
        List.of("indirect: the company of hiding the true cost of the bridge < Marta Quill"),
        lines("Marta Quill accused the company of hiding the true cost of the bridge."));
  }

  @Test
  void denialThat() {
    assertEquals(
        List.of("indirect: that she knew of the plan < Marta Quill"),
        lines("Marta Quill has denied that she knew of the plan."));
  }

  @Test
  void vowAndPromise() {
    assertEquals(
        List.of("indirect: to reopen the bridge before the summer < Marta Quill"),
        lines("Marta Quill vowed to reopen the bridge before the summer."));
    assertEquals(
        List.of("indirect: to pay back every penny < Marta Quill"),
        lines("Marta Quill promised to pay back every penny."));
  }

  @Test
  void participleReports() {
    assertEquals(
        List.of("direct: I am proud of it < Quill", "indirect: that it had cost little < Quill"),
        lines("“I am proud of it,” Quill said, adding that it had cost little."));
  }

  @Test
  void pronounReports() {
    assertEquals(
        List.of("direct: It will hold < Marta Quill", "indirect: that it was cheap < She"),
        lines("“It will hold,” said Marta Quill. She added that it was cheap."));
  }

  @Test
  void verbatimPiecesMakeReportMixed() {
    assertEquals(
        List.of(
            "mixed: the plan was “a gift to the north” and that it would “pay for itself” within"
                + " ten years < Marta Quill"),
        lines(
            "Marta Quill said the plan was “a gift to the north” and that it would “pay for"
                + " itself” within ten years."));
  }

  @Test
  void reportGoesOnInTheFirstPerson() {
    assertEquals(
        List.of(
            "indirect: that the bridge was safe < Marta Quill",
            "direct: I am proud of it. We built it with our own hands < Marta Quill"),
        lines(
            "Marta Quill told reporters that the bridge was safe. I am proud of it. We built it"
                + " with our own hands."));
  }

  @Test
  void reportGoesOnInItsVoice() {
    List<Quotation> found =
        extracted(
            "Marta Quill said the bridge was safe. It would open in May and would cost nothing,"
                + " she said. The council would pay for all of it.");
    assertEquals(3, found.size());
    assertEquals(found.get(1).source(), found.get(2).source());
  }

  @Test
  void slogansAndScareQuotesAreNoQuotations() {
    assertEquals(
        List.of(), lines("The slogan “Bridges for all” was on every wall. Marta Quill left."));
    assertEquals(List.of(), lines("The “smart” bridge cost a fortune and opened late."));
  }

  @Test
  void unclosedMarkReachesToTheEndOfItsParagraph() {
    assertEquals(
        List.of("direct: The bridge will open in May, and we are glad < none"),
        lines("“The bridge will open in May, and we are glad."));
  }

  @Test
  void placeOfADatelineSaysNothing() {
    assertEquals(
        List.of("indirect: the council to close the bridge < Secretary Tom Hale"),
        lines(
            "OSLO, Norway (AP) — Secretary Tom Hale on Friday urged the council to close the"
                + " bridge."));
    assertEquals(
        List.of("indirect: that the bridge was safe < the council"),
        lines("HARBOUR — On Friday, the council said that the bridge was safe."));
  }

  @Test
  void unnamedSource() {
    assertEquals(
        List.of("direct: Nobody asked us < a resident"),
        lines("“Nobody asked us,” a resident said."));
  }

  @Test
  void announcementBeforeColonIsNotSaid() {
    assertEquals(
        List.of("direct: The bridge is safe < Marta Quill"),
        lines("Marta Quill put it plainly: “The bridge is safe.”"));
    assertEquals(
        List.of("direct: The bridge is safe < Marta Quill"),
        lines("Marta Quill told The Post’s Anna Holt: “The bridge is safe.”"));
  }

  @Test
  void whoIsAskedDoesNotSayTheQuestion() {
    List<String> lines =
        lines("Asked whether the bridge was safe, Marta Quill replied that it was.");
    assertTrue(lines.contains("indirect: whether the bridge was safe < none"), lines::toString);
    assertTrue(lines.contains("indirect: that it was < Marta Quill"), lines::toString);
  }

  @Test
  void twoSentencesInMarksOfTheirOwnAreTwo() {
    List<String> lines =
        lines("“We wait until the spring.” “If it snows again,” Marta Quill said, “we go home.”");
    assertEquals("direct: We wait until the spring < Marta Quill", lines.getFirst());
    assertTrue(lines.get(1).startsWith("direct: If it snows again"), lines::toString);
  }

  @Test
  void shortParagraphThatTheNextOneContinues() {
    assertEquals(
        List.of("direct: It will last", "direct: It is ours and it stays ours"),
        lines("“It will last.\n\n“It is ours and it stays ours,” Marta Quill said.").stream()
            .map(line -> line.replaceAll(" < .*", ""))
            .toList());
  }

  @Test
  void singleMarksAroundDoubleOnes() {
    assertEquals(
        "direct: She said “no” to me and left the room < Marta Quill",
        lines(
                "‘She said “no” to me and left the room,’ Marta Quill said. ‘I was not surprised"
                    + " at all.’")
            .getFirst());
  }

  @Test
  void inchesAreNoMarks() {
    assertEquals(
        "direct: The plank is 6\" wide < Marta Quill",
        lines("“The plank is 6\" wide,” Marta Quill said. “It is enough.”").getFirst());
  }

  @Test
  void reportThatItsCueInterruptsIsOne() {
    assertEquals(
        List.of("indirect: The bridge … is safe < Marta Quill"),
        lines("The bridge, Marta Quill said, is safe."));
    assertEquals(
        List.of("indirect: The bridge over the river … is safe for everyone < Marta Quill"),
        lines("The bridge over the river, Marta Quill said, is safe for everyone."));
  }

  @Test
  void relativeClauseEndsBeforeTheMainVerb() {
    assertEquals(
        List.of("indirect: the bridge was safe < who"),
        lines("Tom Hale, who said the bridge was safe, resigned on Monday."));
  }

  @Test
  void denialOfDoing() {
    assertEquals(
        List.of("indirect: hiding the true cost of the bridge < Marta Quill"),
        lines("Marta Quill denied hiding the true cost of the bridge."));
  }

  @Test
  void signedQuotation() {
    assertEquals(
        List.of("direct: The bridge is safe for all of us and will last < Marta Quill"),
        lines("\"The bridge is safe for all of us and will last\" - Marta Quill"));
  }

  @Test
  void headlinesWithColon() {
    assertEquals(
        List.of("indirect: Bridge will open in May < Quill"),
        headline("Quill: Bridge will open in May"));
    assertEquals(
        List.of("indirect: Bridge will open in May < Quill"),
        headline("Bridge will open in May: Quill"));
    assertEquals(
        List.of("direct: Bridge will open in May < minister"),
        headline("‘Bridge will open in May’: minister"));
    assertEquals(List.of(), headline("Harbour: Bridge will open in May"));
  }

  private static List<String> headline(String title) {
    return headlines(title, "The bridge has taken ten years, Marta Quill said on Monday.");
  }

  @Test
  void lostMarksBeforeToldReporters() {
    assertEquals(
        List.of(
            "direct: I have never seen such a bridge < she", "direct: We will keep it open < she"),
        lines(
            "Marta Quill spoke for an hour. I have never seen such a bridge, she told reporters."
                + " We will keep it open, she said."));
  }

  @Test
  void lostMarksAfterColonGoOnInTheFirstPerson() {
    assertEquals(
        List.of(
            "direct: We will keep it open and we will not charge for it. I promise you that"
                + " < Marta Quill"),
        lines(
            "Asked about the plan, Marta Quill told reporters: We will keep it open and we will"
                + " not charge for it. I promise you that."));
  }

  @Test
  void quotationWithLostMarksIsNotMarked() {
    List<Quotation> found = extracted("We will keep it open, Marta Quill told reporters.");
    assertEquals(1, found.size());
    assertFalse(found.getFirst().marked());
  }

  @Test
  void headlineInSingleMarks() {
    assertEquals(
        List.of("direct: Bridge will hold < Quill"),
        headlines("‘Bridge will hold’, says Quill", "It was late. Marta Quill slept."));
  }

  @Test
  void pullQuoteIsFoundWithoutSource() {
    List<Quotation> found =
        extracted(
            "“The bridge will stand for a hundred years.”\n\nThe bridge opened in May. Marta"
                + " Quill, who leads the council, cut the ribbon.");
    assertEquals(1, found.size());
    assertTrue(found.getFirst().marked());
  }

  @Test
  void attitudesAreNoQuotations() {
    assertEquals(
        List.of(),
        lines(
            "Marta Quill thinks the bridge is safe. Tom Hale knows that it is not. Both hope for"
                + " rain."));
  }

  @Test
  void narrationIsNoQuotation() {
    assertEquals(
        List.of("direct: It is a bridge < Quill"),
        lines(
            "She walked slowly across the bridge. The wind was cold, and the river had risen"
                + " overnight. “It is a bridge,” said Quill."));
  }

  @Test
  void findingsOfDocumentsAreTheirs() {
    assertEquals(
        List.of("indirect: that the bridge was safe < The report"),
        lines("The report found that the bridge was safe. Nobody had read it."));
  }

  @Test
  void titleIsNoQuotation() {
    assertEquals(
        List.of("direct: It is long < Quill"),
        lines("Her new book, “The Long Bridge”, comes out in spring. “It is long,” Quill said."));
  }

  @Test
  void articleWithoutSpeechHasNoQuotations() {
    assertEquals(List.of(), lines("The bridge opened in May. It is long. The ferry still runs."));
  }

  @Test
  void cueIsTheReportingWords() {
    Quotation found = extracted("Marta Quill vowed to reopen the bridge.").getFirst();
    assertTrue(found.cue() != null && found.cue().text().equals("vowed"));
  }

  @Test
  void confidenceIsShare() {
    for (Quotation quotation : extracted("“It is open,” Tom Hale said. He said it was free.")) {
      assertTrue(quotation.confidence() > 0.5 && quotation.confidence() <= 1);
    }
  }

  @Test
  void emptyOpeningOfSentenceIsPassedOver() {
    assertEquals(
        List.of("indirect: that the bridge was safe < Marta Quill"),
        lines("It is worth mentioning here that Marta Quill said that the bridge was safe."));
  }

  @Test
  void whatReportsIsNoQuotation() {
    assertEquals(
        1,
        extracted(
                "“Our pilots will be up before dawn,” the Elmsea News Agency quoted Mayor Tom Hale"
                    + " as saying.")
            .size());
  }

  @Test
  void numberIsNoNewSentence() {
    assertEquals(
        List.of("indirect: that the world's No. 1 ferry was full < Marta Quill"),
        lines("Marta Quill said that the world's No. 1 ferry was full."));
  }

  @Test
  void whatLeadsInIsNoQuotation() {
    assertEquals(
        List.of("direct: The ferry is full < Marta Quill"),
        lines("Addressing the matter, Marta Quill said, “The ferry is full.”"));
  }
}
