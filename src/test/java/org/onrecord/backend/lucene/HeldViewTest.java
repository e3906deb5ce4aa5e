package org.onrecord.backend.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.Facet;
import org.onrecord.search.ExportedHits;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.FacetListing;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;
import org.onrecord.search.SearchTimeoutException;

/** A question is answered over one view and by one deadline, whatever it is asked. */
final class HeldViewTest {
  private static final SearchRequest FERRY = SearchRequest.of("ferry");
  private static final FacetListing OUTLETS = new FacetListing(Facet.OUTLET, "", 10, null);

  @TempDir private Path folder;

  private static void put(LuceneArchive archive, String id) throws IOException {
    SampleArticle article = article(id).in(id, "news").paragraph("The ferry left Harbour.");
    archive.put(article.archived());
    archive.commit();
  }

  @Test
  void whatIsWrittenMeanwhileDoesNotShow() throws IOException {
    try (LuceneArchive archive = LuceneArchive.open(folder)) {
      put(archive, "one");
      SearchService service = new SearchService(archive.backend(), FacetAliases.NONE);
      ExportedHits export;
      try (SearchQuestion question = service.understand(FERRY)) {
        put(archive, "two");
        archive.delete(new ArticleId("one"));
        archive.commit();
        assertEquals(1, question.result().total());
        assertEquals(1, question.articles(MatchMode.ALL, 0).total());
        assertEquals("one", question.facet(OUTLETS).values().getFirst().value());
        assertEquals(1, question.within(new ArticleId("one")).size());
        assertEquals(1, question.again(FERRY.withQuery("harbour", MatchMode.ALL)).result().total());
        export = question.export();
      }
      assertEquals("one", export.hits().next().orElseThrow().article().id().value());
      export.hits().close();
      assertEquals("two", service.search(FERRY).hits().getFirst().article().id().value());
    }
  }

  @Test
  void everythingHasToBeAnsweredByOneDeadline() throws IOException {
    try (LuceneArchive archive = LuceneArchive.open(folder)) {
      put(archive, "one");
    }
    AtomicLong clock = new AtomicLong();
    try (LuceneArchiveReader reader =
        LuceneArchiveReader.open(folder, Duration.ofSeconds(10), clock::get)) {
      SearchService service = new SearchService(reader.backend(), FacetAliases.NONE);
      try (SearchQuestion question = service.understand(FERRY)) {
        clock.addAndGet(Duration.ofSeconds(9).toNanos());
        assertEquals(1, question.result().total());
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThrows(SearchTimeoutException.class, () -> question.facet(OUTLETS));
        SearchRequest other = FERRY.withFacets(Set.of(), 1);
        assertThrows(SearchTimeoutException.class, () -> question.again(other).result());
      }
      assertEquals(1, service.search(FERRY).total());
    }
  }
}
