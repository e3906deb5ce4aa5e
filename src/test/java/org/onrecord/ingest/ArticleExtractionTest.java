package org.onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.quotation.ModelFile;
import org.onrecord.registry.ShippedRegistry;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.QuoteDocument;

/** The whole walk from an article to who says what in it, with the shipped model and registry. */
class ArticleExtractionTest {
  private static final ArticleExtraction EXTRACTION =
      new ArticleExtraction(ModelFile.shipped(), ShippedRegistry.REGISTRY);

  @Test
  void congressIsAPartyAmongItsPeopleOnly() {
    assertEquals(
        List.of("none"),
        parties(
            "Congress said on Friday that the bill would pass, Joe Biden’s office told"
                + " reporters."));
    assertEquals(
        List.of("Congress"),
        parties("Narendra Modi came late. The Congress said on Friday that the bill would fail."));
  }

  @Test
  void slippedApostropheStillNamesThePerson() {
    assertEquals(
        List.of("PML-N"),
        parties(
            "Qaiser answered Defense Minister Khawaja Asifs' statement.\n\n"
                + "The defense minister had said that the army would stay."));
  }

  private static List<String> parties(String body) {
    Article article =
        new Article(
            new ArticleId("a"),
            null,
            LocalDate.of(2024, 11, 7),
            null,
            null,
            null,
            null,
            body,
            Map.of(),
            new Provenance("a", 0, 1, "text"));
    return EXTRACTION.analyze(article).quotations().stream()
        .map(QuoteDocument::quotation)
        .filter(quotation -> quotation.source() != null)
        .map(ArticleExtractionTest::party)
        .distinct()
        .toList();
  }

  private static String party(ArchivedQuotation quotation) {
    return quotation.party() == null ? "none" : Objects.requireNonNull(quotation.party()).name();
  }
}
