package org.onrecord.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Excerpt;
import org.onrecord.article.PartyRef;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchiveField;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.Facet;
import org.onrecord.schema.NamedMention;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.Copies;
import org.onrecord.search.DateInterval;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.Hit;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.Snippet;

final class ApiJsonTest {
  /** Two code points of two UTF-16 units each stand before the words. */
  private static final String TEXT = "🌊🌊 We float, she said.";

  private static final SpeakerRef SHE =
      new SpeakerRef("Noor Adeel", "noor-adeel", SpeakerType.PERSON);
  private static final ArticleHeader HEADER =
      new ArticleHeader(
          new ArticleId("a/b #1"), "v1", null, LocalDate.of(2024, 11, 7), null, null, null);
  private static final ArchivedQuotation QUOTATION =
      new ArchivedQuotation(
          "a/b #1~p4~q1",
          4,
          "We float",
          List.of(new TextSpan(5, 13)),
          QuotationKind.DIRECT,
          false,
          new Excerpt("said", 4, new TextSpan(19, 23)),
          new Excerpt("Adeel", 3, new TextSpan(0, 5)),
          SHE,
          new PartyRef("pti", "PTI"),
          null,
          List.of(),
          0.93,
          "by hand");

  private static final String QUOTATION_JSON =
      "{\"id\":\"a/b #1~p4~q1\",\"kind\":\"direct\",\"marked\":false,\"content\":\"We float\","
          + "\"start\":3,\"end\":11,\"segments\":[{\"start\":3,\"end\":11}],"
          + "\"cue\":\"said\",\"cueSpan\":{\"start\":17,\"end\":21},"
          + "\"source\":\"Adeel\",\"sourceParagraph\":3,\"sourceSpan\":null,"
          + "\"polarity\":\"affirmed\",\"speaker\":{\"name\":\"Noor"
          + " Adeel\",\"id\":\"noor-adeel\",\"type\":\"person\"},"
          + "\"party\":{\"id\":\"pti\",\"name\":\"PTI\"},\"formerParty\":null,\"speakers\":[{\"name\":\"Noor"
          + " Adeel\",\"id\":\"noor-adeel\",\"type\":\"person\","
          + "\"party\":{\"id\":\"pti\",\"name\":\"PTI\"},\"formerParty\":null}],"
          + "\"speaksFor\":null,\"anonymity\":null,\"mentions\":[],\"confidence\":0.93,\"speakerConfidence\":0.93,\"rule\":\"by"
          + " hand\",\"correction\":null}";

  private static final String ARTICLE_JSON =
      "\"article\":{\"id\":\"a/b"
          + " #1\",\"title\":null,\"date\":\"2024-11-07\",\"publishedAt\":null,\"outlet\":null,"
          + "\"section\":null,\"authors\":[],\"tags\":[],\"language\":null,\"url\":null}";

  @Test
  void searchHasTheMembersOfTheContractInTheirOrder() {
    ParagraphDocument paragraph =
        new ParagraphDocument(
            HEADER,
            "a/b #1~p4",
            4,
            0,
            TEXT,
            List.of(SHE),
            List.of(),
            List.of(
                new NamedMention(new TextSpan(15, 18), SHE),
                new NamedMention(new TextSpan(15, 18), SHE)),
            List.of(QUOTATION));
    Snippet snippet = new Snippet(ArchiveField.TEXT, TEXT, 0, List.of(new TextSpan(5, 7)));
    SearchResult result =
        new SearchResult(
            "we",
            MatchMode.ALL,
            false,
            7,
            3,
            List.of(new Hit.ParagraphHit(paragraph, 4.2f, List.of(snippet))),
            List.of(
                new FacetCounts.Values(
                    Facet.PARTY, List.of(new FacetCounts.Value("PTI", "pti", 7, true)), 0, 1),
                new FacetCounts.Dates(
                    DateInterval.MONTH,
                    List.of(new FacetCounts.Bucket(LocalDate.of(2024, 11, 1), 7)))),
            null);
    assertEquals(
        "{\"query\":{\"q\":\"We\",\"match\":\"all\",\"relaxed\":false,\"copies\":\"fold\","
            + "\"explained\":\"we\","
            + "\"spellings\":[],\"suggestions\":[],\"unknown\":[]},\"total\":7,\"totalUnfolded\":7,\"tookMillis\":3,\"hits\":[{\"id\":\"a/b"
            + " #1~p4\",\"type\":\"paragraph\",\"score\":4.2,"
            + ARTICLE_JSON
            + ",\"paragraph\":4,\"text\":\"🌊🌊 We float, she said.\","
            + "\"snippets\":[{\"field\":\"text\",\"text\":\"🌊🌊 We float, she said.\","
            + "\"highlights\":[{\"start\":3,\"end\":5}]}],\"mentions\":[\"Noor Adeel\"],"
            + "\"quotations\":["
            + QUOTATION_JSON
            + "],\"links\":{\"self\":\"/api/v1/paragraphs/a%2Fb%20%231~p4\","
            + "\"article\":\"/api/v1/articles/a%2Fb%20%231#p4\"},\"copyCount\":0,\"copies\":[]}],"
            + "\"facets\":{\"party\":{\"values\":[{\"value\":\"PTI\",\"id\":\"pti\",\"count\":7,"
            + "\"selected\":true}],\"others\":0,\"missing\":1},"
            + "\"date\":{\"interval\":\"month\",\"buckets\":[{\"from\":\"2024-11-01\","
            + "\"count\":7}]}},\"next\":null,\"receipt\":null}",
        ApiJson.text(SearchBody.of(SearchRequest.of("We"), result)));
  }

  @Test
  void quoteHitHasItsContentItsContextAndOneQuotation() {
    ArticleHeader other =
        new ArticleHeader(
            new ArticleId("b"), "v", null, LocalDate.of(2024, 11, 8), "Ferry News", null, null);
    Copies copies = new Copies(30, List.of(new Copies.Copy("b~p2~q1", 2, other)));
    Hit hit = new Hit.QuoteHit(new QuoteDocument(HEADER, QUOTATION, TEXT), 1, List.of(), copies);
    assertEquals(
        "{\"id\":\"a/b #1~p4~q1\",\"type\":\"quote\",\"score\":1.0,"
            + ARTICLE_JSON
            + ",\"paragraph\":4,\"text\":\"We float\",\"snippets\":[],\"mentions\":[],"
            + "\"quotation\":"
            + QUOTATION_JSON
            + ",\"context\":\"🌊🌊 We float, she said.\","
            + "\"links\":{\"self\":\"/api/v1/quotes/a%2Fb%20%231~p4~q1\","
            + "\"article\":\"/api/v1/articles/a%2Fb%20%231#p4\"},"
            + "\"copyCount\":30,\"copies\":[{\"id\":\"b~p2~q1\",\"article\":{\"id\":\"b\",\"title\":null,\"date\":\"2024-11-08\",\"publishedAt\":null,\"outlet\":\"Ferry"
            + " News\",\"section\":null,\"authors\":[],\"tags\":[],\"language\":null,\"url\":null},\"paragraph\":2,"
            + "\"links\":{\"self\":\"/api/v1/quotes/b~p2~q1\",\"article\":\"/api/v1/articles/b#p2\"}}]}",
        ApiJson.text(HitBody.of(hit)));
  }

  @Test
  void sourceInAnotherParagraphHasItsPlaceWhereThatIsAtHand() {
    QuotationBody body =
        QuotationBody.of(
            QUOTATION,
            TEXT,
            ordinal -> ordinal == 3 ? Optional.of("Adeel spoke.") : Optional.of(TEXT));
    assertEquals(new SpanBody(0, 5), body.sourceSpan());
    assertEquals(3, body.sourceParagraph());
  }

  @Test
  void halfASurrogatePairDoesNotStopTheAnswer() {
    byte[] bytes = ApiJson.bytes(Map.of("text", "a\ud83db"));
    assertEquals("{\"text\":\"a?b\"}", new String(bytes, StandardCharsets.UTF_8));
  }

  @Test
  void everythingButUnreservedCharactersIsEncodedInLinks() {
    assertEquals(
        "/api/v1/articles/%22%25%2B%3F%26%3B%2A~-._%C3%BC%F0%9F%8C%8A",
        Links.article(new ArticleId("\"%+?&;*~-._ü🌊")));
  }
}
