package org.onrecord.attribution.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Excerpt;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.AttributedArticle;
import org.onrecord.attribution.Attributor;
import org.onrecord.attribution.HarbourRegistry;
import org.onrecord.attribution.Said;
import org.onrecord.quotation.Quotation;
import org.onrecord.segment.SegmentedArticle;

/** Who speaks where the words found for the source stand in another part of the clause. */
class ReportingClauseTest {
  @Test
  void whoOpensTheClauseSpeaksAndNoPlaceInTheAside() {
    assertSpeaker(
        "Tom Hale",
        "Tom Hale, speaking at a rally in Elmsea, warned that the quay was full.",
        "Elmsea",
        "warned",
        "that the quay was full");
  }

  @Test
  void whoseBracketClosesRightBeforeTheWordThatReportsSpeaksItself() {
    assertSpeaker(
        "Ruth Alder",
        "Tom Hale (R-Ohio) left the room, while Ruth Alder (R-Utah) said that the quay was full.",
        "Ruth Alder (R-Utah)",
        "said",
        "that the quay was full");
  }

  @Test
  void whoOpensTheClauseSpeaksBeforeAnAsideBehindABracket() {
    assertSpeaker(
        "Tom Hale",
        "Tom Hale (R-Ohio), speaking at a rally in Elmsea, warned that the quay was full.",
        "Elmsea",
        "warned",
        "that the quay was full");
  }

  @Test
  void whoOpensTheClauseSpeaksAndNobodyInTheRelativeClause() {
    assertSpeaker(
        "Tom Hale",
        "Ruth Alder came. Tom Hale, who was a clerk when Ruth Alder was mayor, said that the quay"
            + " was full.",
        "Ruth Alder was mayor",
        "said",
        "that the quay was full");
  }

  @Test
  void anotherSubjectBehindAClauseSpeaksItself() {
    assertSpeaker(
        "Tom Hale",
        "When Ruth Alder, the mayor, left, Tom Hale, her deputy, said that the quay was full.",
        "Tom Hale",
        "said",
        "that the quay was full");
  }

  @Test
  void whoStandsBehindTheWordThatReportsSpeaks() {
    assertSpeaker(
        "Tom Hale",
        "“The quay is full,” said Tom Hale, who held a fair for Ruth Alder in May.",
        "Ruth Alder",
        "said",
        "The quay is full");
  }

  @Test
  void whatSomebodyIsBlamedForIsTheirs() {
    assertSpeaker(
        "Tom Hale",
        "Ruth Alder lashed out at Tom Hale for calling the market a cellar.",
        "Ruth Alder",
        "lashed out",
        "the market a cellar");
    assertSpeaker(
        "Ruth Alder",
        "Ruth Alder apologised to Tom Hale for calling the market a cellar.",
        "Ruth Alder",
        "apologised",
        "the market a cellar");
  }

  @Test
  void surnameThatIsAnOrdinaryWordIsSomebodys() {
    assertSpeaker(
        "Ian Read",
        "Chief executive Ian Read came to Elmsea.\n\n“The quay is full,” Read said.",
        "Read said",
        4,
        "said",
        "The quay is full");
  }

  @Test
  void whoDoesSomethingSpeaksAndNotToWhom() {
    assertSpeaker(
        "Tom Hale",
        "Tom Hale supports Mayor Ruth Alder in the contest. “The quay is full.”",
        "Tom Hale supports Mayor Ruth Alder",
        "supports",
        "The quay is full");
  }

  @Test
  void nobodyOfWhomAPrepositionSpeaksFirst() {
    assertSpeaker(
        "Tom Hale",
        "Ruth Alder left. Of Ruth Alder, Tom Hale, the clerk, said that the quay was hers.",
        "Of Ruth Alder, Tom Hale, the clerk,",
        "said",
        "that the quay was hers");
  }

  @Test
  void whoFollowsAnotherNounIsNotTheNameBefore() {
    assertSpeaker(
        "nobody",
        "Tom Hale thanked a sailor who said that the quay was full.",
        "who",
        "said",
        "that the quay was full");
    assertSpeaker(
        "Tom Hale",
        "Tom Hale, a sailor who said that the quay was full.",
        "who",
        "said",
        "that the quay was full");
  }

  @Test
  void whoTellsSpeaksAndNotWhomItIsTold() {
    assertSpeaker(
        "Tom Hale",
        "Tom Hale later told the Harbour Board that the quay was full.",
        "the Harbour Board",
        "told",
        "that the quay was full");
  }

  @Test
  void ownerOfADemandMakesItWhoeverIsAgainstIt() {
    assertSpeaker(
        "Ruth Alder",
        "Tom Hale stood firm against Ruth Alder’s demand that the quay be closed.",
        "Tom Hale",
        "demand",
        "that the quay be closed");
  }

  @Test
  void whoSaysItStandsBehindWhatItIsSaidOf() {
    assertSpeaker(
        "organisation Harbour Board",
        "The Tom Hale poster that the Harbour Board said it would not print was lost.",
        "The Tom Hale poster that the Harbour Board",
        "said",
        "it would not print");
  }

  @Test
  void ownerOfAClaimMakesIt() {
    assertSpeaker(
        "Tom Hale",
        "Tom Hale came. Hale’s claim that the quay is full was heard in Elmsea.",
        "Hale’s",
        "claim",
        "that the quay is full");
  }

  private static void assertSpeaker(
      String speaker, String body, String source, String cue, String content) {
    assertSpeaker(speaker, body, source, source.length(), cue, content);
  }

  private static void assertSpeaker(
      String speaker, String body, String source, int length, String cue, String content) {
    SegmentedArticle article = Said.segmented(body);
    String last = article.paragraphs().getLast().text();
    int paragraph = article.paragraphs().getLast().ordinal();
    TextSpan said = span(last, content, content.length());
    Quotation quotation =
        new Quotation(
            paragraph,
            List.of(said),
            QuotationKind.INDIRECT,
            false,
            mention(paragraph, last, span(last, cue, cue.length())),
            mention(paragraph, last, span(last, source, length)),
            0.9,
            "tagger");
    AttributedArticle read =
        new Attributor(HarbourRegistry.of()).attribute(article, List.of(quotation));
    assertEquals(speaker, Said.speaker(read.quotations().getFirst()), body);
  }

  private static TextSpan span(String text, String words, int length) {
    int start = text.lastIndexOf(words);
    return new TextSpan(start, start + length);
  }

  private static Excerpt mention(int paragraph, String text, TextSpan span) {
    return new Excerpt(span.in(text), paragraph, span);
  }
}
