package org.onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.format.ArticleFeed;
import org.onrecord.format.ReadResult;
import org.onrecord.format.ReadResult.Accepted;
import org.onrecord.format.ReadResult.Rejected;

@Timeout(60)
class IngestPipelineTest {
  private static final LocalDate DAY = LocalDate.of(2024, 11, 7);

  private final MemorySink sink = new MemorySink(Integer.MAX_VALUE);

  @Test
  void countsWhatIsTakenIn() throws IOException {
    IngestReport report =
        run(article("a", DAY, "Jane Doe said “one”.\n\nTwo."), article("b", DAY, "Three."));
    assertEquals(2, report.articles());
    assertEquals(3, report.paragraphs());
    assertEquals(1, report.quotations());
    assertEquals(0, report.replaced());
    assertEquals(List.of(), report.refused());
    assertEquals(List.of("a", "b"), List.copyOf(sink.articles().keySet()));
  }

  @Test
  void laterOfTwoWithOneIdStays() throws IOException {
    List<ReadResult> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add(article("same", DAY, "Version " + i + ". " + "x".repeat((500 - i) * 20)));
    }
    IngestReport report = run(many.toArray(ReadResult[]::new));
    assertEquals(500, report.articles());
    assertEquals(499, report.replaced());
    assertTrue(sink.body("same").startsWith("Version 499."));
  }

  @Test
  void articleWithoutDateIsRefused() throws IOException {
    IngestReport report =
        run(article("a", null, "One."), article("b", DAY, "Two."), jsonArticle("c", "Three."));
    assertEquals(
        List.of(
            "in, line 7: no date: add a line `date 2024-11-07`",
            "in, line 7: no date: add a member \"date\" such as \"2024-11-07\""),
        sentences(report));
    assertEquals(1, report.articles());
  }

  @Test
  void bodyWithoutAWordIsRefused() throws IOException {
    IngestReport report = run(article("a", DAY, "… — !"), article("b", DAY, "Two."));
    assertEquals(List.of("in, line 7: the body has no word"), sentences(report));
  }

  @Test
  void brokenAnalysisCostsOneArticle() throws IOException {
    List<AnalysisResult.Failed> failures = new ArrayList<>();
    IngestListener listener =
        new IngestListener() {
          @Override
          public void progress(long articles) {}

          @Override
          public void failed(AnalysisResult.Failed failure) {
            failures.add(failure);
          }
        };
    IngestReport report =
        pipeline(100)
            .run(feed(article("a", DAY, "explode"), article("b", DAY, "Two.")), sink, listener);
    assertEquals(
        List.of(
            "in, line 7: the analysis of article a failed: java.lang.IllegalStateException: it"
                + " exploded"),
        sentences(report));
    assertEquals(1, report.articles());
    assertEquals(1, failures.size());
  }

  @Test
  void fullDiskEndsTheImport() {
    MemorySink full = new MemorySink(1);
    IOException fault =
        assertThrows(
            IOException.class,
            () ->
                pipeline(100)
                    .run(
                        feed(article("a", DAY, "One."), article("b", DAY, "Two.")),
                        full,
                        IngestListener.SILENT));
    assertEquals("no space left on device", fault.getMessage());
    assertEquals(0, full.commits());
  }

  @Test
  void commitsNowAndThenAndAtTheEnd() throws IOException {
    List<ReadResult> many = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      many.add(article("a" + i, DAY, "One."));
    }
    pipeline(10).run(many::forEach, sink, IngestListener.SILENT);
    assertEquals(3, sink.commits());
  }

  @Test
  void refusalsAreAllCountedButNotAllKept() throws IOException {
    ArticleFeed feed =
        results -> {
          for (int i = 1; i <= 50; i++) {
            results.accept(new Rejected(new Provenance("in", 0, i, "jsonl"), "broken"));
          }
        };
    IngestReport report =
        new IngestPipeline(new FakeAnalyzer(), new IngestSettings(2, 10, 3), clock())
            .run(feed, sink, IngestListener.SILENT);
    assertEquals(50, report.refusals());
    assertEquals(
        List.of("in, line 1: broken", "in, line 2: broken", "in, line 3: broken"),
        sentences(report));
  }

  @Test
  void rateIsArticlesASecond() throws IOException {
    IngestReport report = run(article("a", DAY, "One."), article("b", DAY, "Two."));
    assertEquals(2, report.elapsed().toSeconds());
    assertEquals(1.0, report.rate(), 1e-9);
  }

  @Test
  void interruptionStopsTheImport() {
    ArticleFeed endless =
        results -> {
          for (int i = 0; ; i++) {
            if (i == 1000) {
              Thread.currentThread().interrupt();
            }
            results.accept(article("a" + i, DAY, "One."));
          }
        };
    assertThrows(
        InterruptedIOException.class,
        () -> pipeline(100).run(endless, sink, IngestListener.SILENT));
    assertTrue(Thread.interrupted());
  }

  private IngestReport run(ReadResult... results) throws IOException {
    return pipeline(100).run(feed(results), sink, IngestListener.SILENT);
  }

  private static IngestPipeline pipeline(int commitEvery) {
    return new IngestPipeline(new FakeAnalyzer(), new IngestSettings(2, commitEvery, 100), clock());
  }

  /** A clock that goes two seconds ahead each time it is read. */
  private static InstantSource clock() {
    return new InstantSource() {
      private Instant now = Instant.EPOCH;

      @Override
      public Instant instant() {
        now = now.plusSeconds(2);
        return now;
      }
    };
  }

  private static ArticleFeed feed(ReadResult... results) {
    return consumer -> List.of(results).forEach(consumer);
  }

  private static ReadResult article(String id, @Nullable LocalDate date, String body) {
    return article(id, date, body, "text");
  }

  private static ReadResult jsonArticle(String id, String body) {
    return article(id, null, body, "jsonl");
  }

  private static ReadResult article(
      String id, @Nullable LocalDate date, String body, String format) {
    return new Accepted(
        new Article(
            new ArticleId(id),
            null,
            date,
            null,
            null,
            null,
            null,
            body,
            Map.of(),
            new Provenance("in", 0, 7, format)));
  }

  private static List<String> sentences(IngestReport report) {
    return report.refused().stream().map(Rejected::sentence).toList();
  }
}
