package org.onrecord.backend.lucene.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Excerpt;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Polarity;
import org.onrecord.article.Provenance;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ArticleLabels;
import org.onrecord.schema.CorrectionMark;
import org.onrecord.schema.FurtherSpeaker;
import org.onrecord.schema.NamedMention;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.schema.StruckQuotation;

class DocumentCodecTest {
  private static final ArticleHeader HEADER =
      new ArticleHeader(
          new ArticleId("dawn/1"),
          "v1",
          "Ein Café \uD83D\uDE00",
          LocalDate.of(2024, 11, 7),
          "Dawn",
          null,
          null,
          new ArticleLabels(List.of("A. Writer"), List.of(), "en"));
  private static final SpeakerRef SPEAKER =
      new SpeakerRef("Ada Ánh", "ada-anh", SpeakerType.PERSON);
  private static final ArchivedQuotation QUOTATION =
      new ArchivedQuotation(
          "dawn/1~p1~q1",
          1,
          "We agree … today",
          List.of(new TextSpan(0, 8), new TextSpan(20, 25)),
          QuotationKind.MIXED,
          true,
          new Excerpt("said", 1, new TextSpan(12, 16)),
          null,
          Polarity.DENIED,
          SPEAKER,
          null,
          new PartyRef("grn", "GRN"),
          List.of(
              new FurtherSpeaker(
                  new SpeakerRef("Bo Ek", "bo-ek", SpeakerType.PERSON),
                  new PartyRef("blue", "Blue"),
                  null)),
          new SpeakerRef("Harbour Board", "harbour-board", SpeakerType.ORGANISATION),
          new Excerpt("asked not to be named", 1, new TextSpan(30, 51)),
          List.of(new SpeakerRef("a spokesman", null, SpeakerType.UNNAMED)),
          List.of(new PartyRef("blue", "Blue")),
          0.93,
          0.81,
          "marks > name",
          new CorrectionMark(
              "R. Editor", Instant.parse("2026-11-23T07:25:23Z"), null, SPEAKER, null, null));

  private final DocumentCodec codec = new DocumentCodec();

  @Test
  void articleComesBackWhole() {
    Map<String, Object> extra = new LinkedHashMap<>();
    extra.put("words", 812);
    extra.put("big", new BigInteger("123456789012345678901234567890"));
    extra.put("score", 0.5);
    extra.put("tags", Arrays.asList("a", null, Map.of("deep", true)));
    extra.put("none", null);
    assertComesBack(
        new ArticleDocument(
            HEADER,
            new Article(
                HEADER.id(),
                HEADER.title(),
                HEADER.date(),
                "https://example.org/?a=b",
                "Dawn",
                "world",
                "A. Writer",
                "First.\r\n\r\nSecond \u0000 and \u2028 \uD83D\uDE00.",
                extra,
                new Provenance("feed.jsonl", 17, 2, "jsonl")),
            3,
            1));
  }

  @Test
  void paragraphComesBackWhole() {
    assertComesBack(
        new ParagraphDocument(
            HEADER,
            HEADER.id().paragraph(1),
            1,
            0,
            "We agree, she said to us, today.",
            List.of(SPEAKER),
            List.of(new PartyRef("grn", "GRN")),
            List.of(new NamedMention(new TextSpan(0, 2), SPEAKER)),
            List.of(new PartyRef("blue", "Blue")),
            List.of(QUOTATION),
            List.of(
                new StruckQuotation(
                    QUOTATION, "R. Editor", Instant.parse("2026-11-23T07:25:23Z"), "a slogan"))));
  }

  @Test
  void quotationComesBackWhole() {
    assertComesBack(new QuoteDocument(HEADER, QUOTATION, "We agree, she said to us, today."));
  }

  @Test
  void loneSurrogateComesBack() {
    assertComesBack(new QuoteDocument(HEADER, QUOTATION, "broken \uD83D here"));
  }

  @Test
  void paragraphStoredBeforeAnythingCouldBeStruckHasNothingStruck() {
    ParagraphDocument paragraph =
        new ParagraphDocument(
            HEADER,
            "dawn/1~p1",
            1,
            0,
            "We agree",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    String json = new String(codec.encode(paragraph), StandardCharsets.UTF_8);
    String older = json.replace(",\"struck\":[]", "");
    assertNotEquals(json, older);
    assertEquals(paragraph, codec.decode(older.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void derivedMembersAreNotStored() {
    String json =
        new String(codec.encode(new QuoteDocument(HEADER, QUOTATION, "x")), StandardCharsets.UTF_8);
    assertEquals(-1, json.indexOf("empty"), json);
  }

  @Test
  void publicationIsReadFromTheMembersThatSayIt() {
    Article held =
        new Article(
            HEADER.id(),
            "Quay",
            LocalDate.of(2024, 11, 7),
            null,
            null,
            null,
            null,
            "It opens.",
            Map.of("embargoed", "2026-11-23T12:00:00Z"),
            new Provenance("a.jsonl", 0, 1, "jsonl"));
    ArticleDocument document = new ArticleDocument(HEADER, held, 1, 0);
    assertEquals(-1, new String(codec.encode(document), StandardCharsets.UTF_8).indexOf("public"));
    assertComesBack(document);
    ArticleDocument back = (ArticleDocument) codec.decode(codec.encode(document));
    assertEquals(Instant.parse("2026-11-23T12:00:00Z"), back.received().publication().embargoed());
  }

  private void assertComesBack(ArchiveDocument document) {
    byte[] json = codec.encode(document);
    assertEquals(document, codec.decode(json), () -> new String(json, StandardCharsets.UTF_8));
  }
}
