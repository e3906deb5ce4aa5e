package org.onrecord.backend.lucene.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Excerpt;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Polarity;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerGender;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ArticleLabels;
import org.onrecord.schema.CorrectionMark;
import org.onrecord.schema.FurtherSpeaker;
import org.onrecord.schema.NamedMention;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.SpeakerFacts;
import org.onrecord.schema.StruckQuotation;

class ParagraphBytesTest {
  private static final ArticleHeader HEADER =
      new ArticleHeader(
          new ArticleId("dawn/1"),
          "v1",
          "Ein Café \uD83D\uDE00",
          LocalDate.of(1899, 11, 7),
          "Dawn",
          null,
          null);
  private static final SpeakerRef ADA = new SpeakerRef("Ada Ánh", "ada-anh", SpeakerType.PERSON);
  private static final PartyRef GREEN = new PartyRef("grn", "GRN");
  private static final Instant WHEN = Instant.parse("2026-11-23T07:25:23.123456789Z");

  /** Its text, of which it quotes two pieces. */
  private static final String TEXT = "“We agree,” she said, “today.”";

  private static ArchivedQuotation quotation(String id, String content, double confidence) {
    return new ArchivedQuotation(
        id,
        4,
        content,
        List.of(new TextSpan(1, 10), new TextSpan(23, 29)),
        QuotationKind.MIXED,
        true,
        new Excerpt("said", 4, new TextSpan(16, 20)),
        new Excerpt("Ada Ánh", 3, new TextSpan(0, 7)),
        Polarity.DENIED,
        ADA,
        null,
        GREEN,
        List.of(
            new FurtherSpeaker(new SpeakerRef("Bo Ek", "bo-ek", SpeakerType.PERSON), GREEN, null)),
        new SpeakerRef("Harbour Board", "harbour-board", SpeakerType.ORGANISATION),
        new Excerpt("asked not to be named", 4, new TextSpan(30, 51)),
        List.of(new SpeakerRef("a spokesman", null, SpeakerType.UNNAMED), ADA),
        List.of(GREEN),
        confidence,
        0.81,
        "marks > name",
        new CorrectionMark("R. Editor", WHEN, null, ADA, null, null),
        List.of(new SpeakerFacts(ADA, SpeakerGender.FEMALE, List.of("Mayor of Elmsea"))));
  }

  private static ParagraphDocument paragraph(String text, ArchivedQuotation... quotations) {
    return paragraph(HEADER, text, quotations);
  }

  private static ParagraphDocument paragraph(
      ArticleHeader header, String text, ArchivedQuotation... quotations) {
    return new ParagraphDocument(
        header,
        HEADER.id().paragraph(4),
        4,
        300,
        text,
        List.of(ADA),
        List.of(GREEN),
        List.of(new NamedMention(new TextSpan(0, 2), ADA)),
        List.of(new PartyRef("blue", "Blue")),
        List.of(quotations),
        List.of(
            new StruckQuotation(
                quotation("dawn/1~q-0123456789", "We", 0.5), "R. Editor", WHEN, "a slogan")));
  }

  private static void assertComesBack(ParagraphDocument paragraph) {
    assertEquals(
        paragraph,
        ParagraphReader.read(ParagraphWriter.bytes(paragraph), 0, ParagraphReader.Form.WITH_FACTS));
  }

  @Test
  void allOfAParagraphComesBack() {
    assertComesBack(
        paragraph(
            TEXT,
            quotation("dawn/1~q-3f9a1c7b2d", "We agree, … today.", 0.93),
            quotation("elsewhere~q-1", "other words", 1 / 3.0)));
  }

  @Test
  void labelsComeBackAndTakeNoRoomWhereThereAreNone() {
    ArticleLabels labels = new ArticleLabels(List.of("Ada Ánh", "Bo Ek"), List.of("ferries"), "en");
    ParagraphDocument labelled = paragraph(HEADER.labelled(labels), TEXT);
    assertComesBack(labelled);
    assertComesBack(
        paragraph(HEADER.labelled(new ArticleLabels(List.of(), List.of("x"), null)), TEXT));
    byte[] without = ParagraphWriter.bytes(paragraph(TEXT));
    byte[] with = ParagraphWriter.bytes(labelled);
    assertArrayEquals(without, Arrays.copyOf(with, without.length));
  }

  @Test
  void whatTheTextSaysIsNotWrittenAgain() {
    byte[] pointed =
        ParagraphWriter.bytes(paragraph(TEXT, quotation("dawn/1~q-1", "We agree, … today.", 1)));
    byte[] written =
        ParagraphWriter.bytes(paragraph(TEXT, quotation("dawn/1~q-1", "We agree, … todaY.", 1)));
    assertTrue(pointed.length <= written.length - "We agree".length(), pointed.length + " bytes");
  }

  @Test
  void wordsThatNoTextHoldsComeBack() {
    assertComesBack(paragraph("Short", quotation("dawn/1~q-1", "", 0)));
    assertComesBack(paragraph("", quotation("dawn/1~q-1", "longer than its paragraph", 1)));
  }

  @Test
  void loneSurrogatesComeBack() {
    assertComesBack(paragraph("broken \uD83D here, \uDE00 there, \uD83D\uDE00 not"));
    assertComesBack(paragraph("at the end \uD83D"));
  }

  @Test
  void whatIsCutOffIsNoParagraph() {
    byte[] bytes = ParagraphWriter.bytes(paragraph(TEXT));
    assertThrows(
        IndexOutOfBoundsException.class,
        () ->
            ParagraphReader.read(
                Arrays.copyOf(bytes, bytes.length - 3), 0, ParagraphReader.Form.WITH_FACTS));
  }

  /** Their places are written: whoever changes them raises the schema's version. */
  @Test
  void constantsStayInTheirPlaces() {
    assertEquals("[DIRECT, INDIRECT, MIXED]", Arrays.toString(QuotationKind.values()));
    assertEquals(
        "[AFFIRMED, DENIED, ASKED, HYPOTHETICAL, REFUSED, UNSAID]",
        Arrays.toString(Polarity.values()));
    assertEquals("[FEMALE, MALE, OTHER, UNKNOWN]", Arrays.toString(SpeakerGender.values()));
    assertEquals("[PERSON, ORGANISATION, UNNAMED]", Arrays.toString(SpeakerType.values()));
  }
}
