package org.onrecord.backend.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.ArticleId;
import org.onrecord.ingest.ArticleDesk;
import org.onrecord.ingest.Embargoes;
import org.onrecord.ingest.FakeAnalyzer;

/** Embargoed articles appear at their time, by a clock that the test sets. */
final class EmbargoTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant DUE = NOW.plusSeconds(3_600);

  @TempDir private Path folder;
  private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);

  private ArticleDesk desk(LuceneArchiveReader reader) {
    return new ArticleDesk(
        () -> {
          LuceneArchive archive =
              LuceneArchive.openExisting(index(), clock::get, Duration.ofSeconds(5));
          reader.refresh();
          return archive;
        },
        FakeAnalyzer::new,
        ArticleDesk.Limits.DEFAULT,
        fault -> {
          throw new AssertionError(fault);
        });
  }

  private Path index() {
    return folder.resolve("index");
  }

  private void put(ArticleDesk desk, String id, Instant due) throws IOException {
    Path json =
        Files.writeString(
            folder.resolve(id),
            "{\"date\":\"2026-11-23\",\"embargoed\":\""
                + due
                + "\",\"body\":\"“Sails,” he said.\"}");
    desk.put(new ArticleId(id), json, ArticleDesk.Condition.NONE);
  }

  private static boolean shown(LuceneArchiveReader reader, String id) throws IOException {
    reader.refresh();
    return reader.article(new ArticleId(id)).isPresent();
  }

  private static boolean appears(LuceneArchiveReader reader, String id)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < until) {
      if (shown(reader, id)) {
        return true;
      }
      Thread.sleep(20);
    }
    return false;
  }

  @Test
  void articlesAppearAtTheirTimeByAnyClock() throws Exception {
    LuceneArchive.open(index()).close();
    try (LuceneArchiveReader reader = LuceneArchiveReader.open(index())) {
      try (ArticleDesk desk = desk(reader);
          Embargoes _ = Embargoes.watch(reader::nextDue, desk, clock::get, EmbargoTest::fail)) {
        put(desk, "one", DUE);
        put(desk, "two", DUE.plusSeconds(10));
        reader.refresh();
        assertEquals(DUE, reader.nextDue().orElseThrow());
        clock.set(DUE.minusMillis(1));
        Thread.sleep(800);
        assertTrue(!shown(reader, "one"), "shown early");
        clock.set(NOW.minusSeconds(100_000));
        Thread.sleep(400);
        clock.set(DUE);
        assertTrue(appears(reader, "one"), "not shown");
        assertTrue(!shown(reader, "two"), "shown early");
        clock.set(NOW);
        put(desk, "one", DUE);
        assertTrue(shown(reader, "one"), "hidden again by a clock that went back");
      }
      clock.set(DUE.plusSeconds(10));
      try (ArticleDesk desk = desk(reader);
          Embargoes _ = Embargoes.watch(reader::nextDue, desk, clock::get, EmbargoTest::fail)) {
        assertTrue(appears(reader, "two"), "lost by the restart");
      }
      reader.refresh();
      assertEquals(2, reader.counts().articles());
      assertEquals(2, reader.counts().quotations());
      assertTrue(reader.nextDue().isEmpty());
    }
    assertEquals(List.of(), new LuceneIndexVerifier(index()).verify().problems());
  }

  private static void fail(Exception fault) {
    throw new IllegalStateException(fault);
  }
}
