package org.onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.article.TextSpan;
import org.onrecord.backend.lucene.IndexDigest;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.correction.Correction;
import org.onrecord.correction.QuotationAnchor;
import org.onrecord.correction.QuotationDecision;
import org.onrecord.format.ReadResult;
import org.onrecord.quotation.ModelFile;
import org.onrecord.registry.ShippedRegistry;

/** However many threads take articles in, the index holds the same, in the same order. */
final class IngestThreadsTest {
  private static final int ARTICLES = 90;
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  @TempDir private Path home;

  @Test
  void numberOfThreadsChangesNothing() throws IOException {
    Map<String, String> one = index(1);
    assertEquals(one, index(4));
    assertTrue(one.containsKey("passage: column"), one::toString);
  }

  @Test
  void whatWasReadWithTheSameIsNotReadAgain() throws IOException {
    List<ReadResult> articles = articles().subList(0, 40);
    Path folder = home.resolve("again");
    assertEquals(0, run(folder, 2, articles, reading("one")).unchanged());
    Map<String, String> before = IndexDigest.of(folder);
    IngestReport again = run(folder, 2, articles, reading("one"));
    assertEquals(40, again.unchanged());
    assertEquals(40, again.articles());
    assertEquals(0, again.replaced());
    assertEquals(before, IndexDigest.of(folder));
    List<ReadResult> mixed =
        List.of(articles.get(3), article("a3", "", "Tom Hale left."), articles.get(3));
    IngestReport changed = run(folder, 2, mixed, reading("one"));
    assertEquals(1, changed.unchanged());
    assertEquals(2, changed.replaced());
    assertEquals(0, run(folder, 2, articles, reading("two")).unchanged());
  }

  @Test
  void whatAnEditorCorrectedIsReadAgain() throws IOException {
    List<ReadResult> articles = articles().subList(0, 5);
    Path folder = home.resolve("corrected");
    run(folder, 1, articles, reading("one"));
    Correction correction =
        new Correction(
            new ArticleId("a2"),
            "a2~p1~q1",
            new QuotationAnchor(1, "digest", List.of(new TextSpan(0, 4)), List.of("Ruth")),
            new QuotationDecision.NotAQuotation(),
            "R. Elm",
            Instant.EPOCH,
            null);
    Corrections corrections = id -> id.value().equals("a2") ? List.of(correction) : List.of();
    assertEquals(4, run(folder, 1, articles, reading("one").with(corrections)).unchanged());
  }

  private static ArticleExtraction reading(String with) {
    return new ArticleExtraction(ModelFile.shipped(), ShippedRegistry.REGISTRY).saying(with);
  }

  /** Articles of all lengths, copies of others, some of one id. */
  private static List<ReadResult> articles() {
    NewsGenerator news = new NewsGenerator(7);
    List<ReadResult> articles = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      bodies.add(i % 9 == 8 ? bodies.get(i - 5) : (news.body() + "\n\n").repeat(1 + i % 7));
      articles.add(article("a" + i % (ARTICLES - 10), news.title(), bodies.getLast()));
    }
    return articles;
  }

  private Map<String, String> index(int threads) throws IOException {
    Path folder = home.resolve("of" + threads);
    assertEquals(ARTICLES, run(folder, threads, articles(), reading("one")).articles());
    return IndexDigest.of(folder);
  }

  private static IngestReport run(
      Path folder, int threads, List<ReadResult> articles, ArticleExtraction extraction)
      throws IOException {
    try (LuceneArchive archive = LuceneArchive.open(folder, CLOCK, Duration.ZERO)) {
      return new IngestPipeline(extraction, new IngestSettings(threads, 30, 10), CLOCK)
          .run(results -> articles.forEach(results::accept), archive, IngestListener.SILENT);
    }
  }

  private static ReadResult article(String id, String title, String body) {
    return new ReadResult.Accepted(
        new Article(
            new ArticleId(id),
            title.isEmpty() ? null : title,
            LocalDate.of(2024, 11, 7),
            null,
            "Harbour Post",
            null,
            null,
            "Ruth Alder spoke.\n\n" + body,
            Map.of(),
            new Provenance("in", 0, 1, "jsonl")));
  }
}
