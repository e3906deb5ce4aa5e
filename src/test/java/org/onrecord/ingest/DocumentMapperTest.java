package org.onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Permalinks;
import org.onrecord.article.Provenance;
import org.onrecord.article.SpeakerGender;
import org.onrecord.article.SpeakerRef;
import org.onrecord.quotation.ModelFile;
import org.onrecord.registry.ShippedRegistry;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.schema.SpeakerFacts;

/** Which documents an article becomes. */
class DocumentMapperTest {
  private static final ArticleExtraction EXTRACTION =
      new ArticleExtraction(ModelFile.shipped(), ShippedRegistry.REGISTRY);
  private static final String BODY =
      "The quay opened on Friday.\n\n"
          + "“It is ours,” Marta Quill said. “It is free,” said Tom Birch of the Labour Party in"
          + " London. “It is late,” a spokesman said.";

  @Test
  void articleComesFirstThenEachParagraphBeforeItsQuotations() {
    assertEquals(
        List.of("article a", "p0", "p1", "p2", "q It is ours", "q It is free", "q It is late"),
        archived("Quay opens", BODY).documents().stream().map(DocumentMapperTest::name).toList());
  }

  @Test
  void articleCountsItsParagraphsAndQuotations() {
    ArticleDocument article = archived("Quay opens", BODY).document();
    assertEquals(3, article.paragraphs());
    assertEquals(3, article.quotations());
  }

  private static List<SpeakerFacts> facts(String date, String body) {
    return archived("Vote", LocalDate.parse(date), body).paragraphs().stream()
        .flatMap(paragraph -> paragraph.quotations().stream())
        .flatMap(quotation -> quotation.facts().stream())
        .toList();
  }

  @Test
  void officesAreThoseOfTheDay() {
    String body = "“We will act,” Prime Minister Theresa May told the House of Commons in London.";
    SpeakerFacts may = facts("2017-03-07", body).getFirst();
    assertEquals(SpeakerGender.FEMALE, may.gender());
    assertTrue(may.offices().contains("Prime Minister of the United Kingdom"), may.toString());
    SpeakerFacts before =
        facts("2012-03-07", body.replace("Prime Minister", "Home Secretary")).getFirst();
    assertTrue(
        before.offices().contains("Home Secretary of the United Kingdom"), before.toString());
    assertFalse(
        before.offices().contains("Prime Minister of the United Kingdom"), before.toString());
  }

  @Test
  void nothingIsKnownOfWhomTheRegistryDoesNotHave() {
    assertEquals(List.of(), facts("2017-03-07", "“The oven is hot,” said Marta Quill."));
  }

  @Test
  void paragraphStandsWhereItSays() {
    List<ParagraphDocument> paragraphs = archived("Quay opens", BODY).paragraphs();
    assertEquals(3, paragraphs.size());
    for (ParagraphDocument paragraph : paragraphs.subList(1, 3)) {
      assertEquals(
          paragraph.text(),
          BODY.substring(paragraph.offset(), paragraph.offset() + paragraph.text().length()));
    }
  }

  @Test
  void quotationStandsInItsParagraph() {
    List<QuoteDocument> quotations = archived("Quay opens", BODY).quotations();
    assertEquals(3, quotations.size());
    for (QuoteDocument quote : quotations) {
      assertEquals(
          quote.quotation().content(), quote.quotation().segments().getFirst().in(quote.context()));
    }
  }

  @Test
  void paragraphHasItsNamedSpeakersAndTheirParties() {
    ParagraphDocument paragraph = archived(null, BODY).paragraphs().get(1);
    assertEquals(
        List.of("Marta Quill", "Tom Birch"),
        paragraph.speakers().stream().map(SpeakerRef::name).toList());
    assertEquals(List.of("Labour"), paragraph.parties().stream().map(PartyRef::name).toList());
  }

  @Test
  void partyThatIsOnlyNamedIsNoSpeakers() {
    String body =
        "Boris Johnson said that Labour had lost. Labour was silent.\n\n"
            + "The Conservative Party met. “We shall win,” Boris Johnson said.";
    ArchivedArticle article = archived(null, body);
    ParagraphDocument first = article.paragraphs().getFirst();
    assertEquals(List.of("uk-conservative"), ids(first.parties()));
    assertEquals(List.of("uk-labour"), ids(first.mentionedParties()));
    QuoteDocument lost = article.quotations().getFirst();
    assertEquals(List.of("uk-labour"), ids(lost.quotation().mentionedParties()));
    ParagraphDocument second = article.paragraphs().getLast();
    assertEquals(List.of("uk-conservative"), ids(second.mentionedParties()));
    QuoteDocument win = article.quotations().getLast();
    assertEquals(List.of(), ids(win.quotation().mentionedParties()));
  }

  private static List<String> ids(List<PartyRef> parties) {
    return parties.stream().map(PartyRef::id).toList();
  }

  @Test
  void versionChangesWithWhatAReaderCanSee() {
    String version = version(archived("Quay opens", BODY));
    assertEquals(version, version(archived("Quay opens", BODY)));
    assertNotEquals(version, version(archived("Quay shuts", BODY)));
    assertNotEquals(version, version(archived("Quay opens", BODY + " It rained.")));
  }

  private static String version(ArchivedArticle article) {
    return article.document().article().version();
  }

  private static String name(ArchiveDocument document) {
    return switch (document) {
      case ArticleDocument article -> "article " + article.article().id();
      case ParagraphDocument paragraph -> paragraph.id().replace("a~", "");
      case QuoteDocument(var _, ArchivedQuotation said, var _) -> {
        assertEquals(Permalinks.quotation("a", said.content()), said.id());
        yield "q " + said.content();
      }
    };
  }

  private static ArchivedArticle archived(@Nullable String title, String body) {
    return archived(title, LocalDate.of(2024, 11, 7), body);
  }

  private static ArchivedArticle archived(@Nullable String title, LocalDate date, String body) {
    return EXTRACTION.analyze(
        new Article(
            new ArticleId("a"),
            title,
            date,
            null,
            null,
            null,
            null,
            body,
            Map.of(),
            new Provenance("a", 0, 1, "text")));
  }
}
