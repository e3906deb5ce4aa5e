package org.onrecord.attribution.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** Who says what no source was found for. */
class LeadInsTest {
  private static final String CAME = "Tom Hale and Ruth Alder came.\n\n";

  @Test
  void whoIsAnnouncedBeforeAColonSpeaks() {
    assertSpeaker("Tom Hale", CAME + "Hale made the following remark:\n\n“The quay is full.”");
    assertSpeaker("Tom Hale", CAME + "It was late — Hale told them so:\n\n“The quay is full.”");
    assertSpeaker("Tom Hale", CAME + "In May, Hale took it up:\n\n“The quay is full.”");
    assertSpeaker("Tom Hale", CAME + "Hale: “The quay is full.”");
  }

  @Test
  void whoIsOnlySpokenOfBeforeAColonIsNot() {
    assertSpeaker("nobody", CAME + "Hale was told this:\n\n“The quay is full.”");
    assertSpeaker("nobody", CAME + "The board told Hale this:\n\n“The quay is full.”");
    assertSpeaker("nobody", CAME + "Hale’s board has a motto:\n\n“The quay is full.”");
    assertSpeaker("nobody", CAME + "Hale left.\n\n“The quay is full.”");
  }

  @Test
  void subjectOfTheWordThatReportsSpeaks() {
    assertSpeaker(
        "Tom Hale", CAME + "Hale praised the board, saying that “The quay is full.”", "saying");
    assertSpeaker(
        "Ruth Alder",
        CAME + "Alder, in the wake of Hale’s visit, told the board “The quay is full.”",
        "told");
  }

  @Test
  void whoIsAskedOrToldDoesNotSpeak() {
    assertSpeaker("nobody", CAME + "Hale was asked if “The quay is full.”", "asked");
    assertSpeaker("nobody", CAME + "Hale was asked if “The quay is full.”", "was asked");
    assertSpeaker("nobody", CAME + "The board asked if “The quay is full.”", "asked");
  }

  @Test
  void subjectBehindAnOpeningParticipleSpeaks() {
    assertSource("Tom Hale", "Noting “The quay is full,” Hale left.", "Noting", "Noting");
    assertSource("Tom Hale", "Noting “The quay is full”, Hale left.", "Noting", "Noting");
    assertSource("nobody", "Noting “The quay is full,” the board saw Hale.", "Noting", "Noting");
    assertSource(
        "organisation Wyoming", "Wyoming said “The quay is full,” Hale left.", "Wyoming", "said");
  }

  @Test
  void timesDatelinesAndWordsOfTheQuotationDoNotSpeak() {
    assertSource("Tom Hale", "Hale in May this year said “The quay is full.”", "this year", "said");
    assertSource("nobody", "A report this year noted “The quay is full.”", "this year", "noted");
    assertSource(
        "organisation Harbour Board",
        "LONDON: Harbour Board has demanded “The quay is full.”",
        "LONDON",
        "demanded");
    assertSource("nobody", "“The quay is full.”", "quay", null);
  }

  @Test
  void everyItemOfAListIsTheirsWhoIsAnnouncedAboveIt() {
    String list = "\n\n- “The piers are old.” (3 May)\n- “The quay is full.” (4 May)";
    assertSpeaker("Tom Hale", CAME + "Hale has said it time and again:" + list);
    assertSpeaker("Tom Hale", CAME + "Hale has said it:\n\n- “It rained.”" + list);
    assertSpeaker("nobody", CAME + "The quay was looked at:" + list);
    assertSpeaker("nobody", CAME + "Hale said it:\n\n- It rained, and “The quay is full.”");
  }

  @Test
  void thingThatNoVerbLetsSpeakIsNoSource() {
    assertSource("Tom Hale", "Hale saw a new crane: “The quay is full.”", "a new crane", null);
    assertSource("nobody", "There was a new crane. “The quay is full.”", "a new crane", null);
    assertSource("unnamed a clerk", "There was a clerk. “The quay is full.”", "a clerk", null);
  }

  private static void assertSpeaker(String speaker, String body) {
    assertSpeaker(speaker, body, null);
  }

  private static void assertSpeaker(String speaker, String body, @Nullable String cue) {
    assertSpeaker(speaker, body, null, cue);
  }

  private static void assertSource(
      String speaker, String last, String source, @Nullable String cue) {
    assertSpeaker(speaker, CAME + last, source, cue);
  }

  private static void assertSpeaker(
      String speaker, String body, @Nullable String source, @Nullable String cue) {
    SegmentedArticle article = Said.segmented(body);
    String last = article.paragraphs().getLast().text();
    int paragraph = article.paragraphs().getLast().ordinal();
    Quotation quotation =
        new Quotation(
            paragraph,
            List.of(span(last, "The quay is full")),
            QuotationKind.DIRECT,
            true,
            excerpt(paragraph, last, cue),
            excerpt(paragraph, last, source),
            0.9,
            "tagger");
    AttributedArticle read =
        new Attributor(HarbourRegistry.of()).attribute(article, List.of(quotation));
    assertEquals(speaker, Said.speaker(read.quotations().getFirst()), body);
  }

  private static @Nullable Excerpt excerpt(int paragraph, String text, @Nullable String words) {
    return words == null ? null : new Excerpt(words, paragraph, span(text, words));
  }

  private static TextSpan span(String text, String words) {
    int start = text.lastIndexOf(words);
    return new TextSpan(start, start + words.length());
  }
}
