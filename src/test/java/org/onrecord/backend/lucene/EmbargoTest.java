package org.onrecord.backend.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Await;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.care.LuceneIndexVerifier;
import org.onrecord.format.ReadOptions;
import org.onrecord.format.SentType;
import org.onrecord.ingest.AnalyzerSource;
import org.onrecord.ingest.ArticleAnalyzer;
import org.onrecord.ingest.ArticleWriter;
import org.onrecord.ingest.EmbargoWatcher;
import org.onrecord.ingest.FakeAnalyzer;
import org.onrecord.ingest.WriteCondition;
import org.onrecord.ingest.WriteLimits;
import org.onrecord.schema.ArchivedArticle;

/** Embargoed articles appear at their time, by a clock that the test sets. */
final class EmbargoTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant DUE = NOW.plusSeconds(3_600);

  @TempDir private Path folder;
  private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);

  private ArticleWriter desk(LuceneArchiveReader reader) {
    return desk(reader, FakeAnalyzer::new);
  }

  private ArticleWriter desk(LuceneArchiveReader reader, AnalyzerSource analysis) {
    return new ArticleWriter(
        () -> {
          LuceneArchive archive =
              LuceneArchive.openExisting(index(), clock::get, Duration.ofSeconds(5));
          reader.refresh();
          return archive;
        },
        analysis,
        reader::workedOut,
        LuceneArchive.preparing(),
        WriteLimits.DEFAULT,
        ReadOptions.DEFAULT,
        fault -> {
          throw new AssertionError(fault);
        });
  }

  private Path index() {
    return folder.resolve("index");
  }

  private void put(ArticleWriter desk, String id, Instant due) throws IOException {
    Path json =
        Files.writeString(
            folder.resolve(id),
            "{\"date\":\"2026-11-23\",\"embargoed\":\""
                + due
                + "\",\"body\":\"“Sails,” he said.\"}");
    desk.put(new ArticleId(id), json, SentType.JSON, WriteCondition.NONE);
  }

  private final AtomicInteger looks = new AtomicInteger();

  private static boolean shown(LuceneArchiveReader reader, String id) throws IOException {
    reader.refresh();
    return reader.backend().article(new ArticleId(id)).isPresent();
  }

  /** Waits until the watcher has looked by the clock as it is now. */
  private void awaitLook() throws Exception {
    int before = looks.get();
    Await.until(() -> looks.get() > before + 1, "nobody looks");
  }

  private static void awaitShown(LuceneArchiveReader reader, String id) throws Exception {
    Await.until(() -> shown(reader, id), id + " is not shown");
  }

  @Test
  void articlesAppearAtTheirTimeByAnyClock() throws Exception {
    LuceneArchive.open(index()).close();
    try (LuceneArchiveReader reader = LuceneArchiveReader.open(index())) {
      try (ArticleWriter desk = desk(reader);
          EmbargoWatcher _ =
              EmbargoWatcher.watch(
                  but -> {
                    looks.incrementAndGet();
                    return reader.nextDue(but);
                  },
                  desk,
                  clock::get,
                  EmbargoTest::fail)) {
        put(desk, "one", DUE);
        put(desk, "two", DUE.plusSeconds(10));
        reader.refresh();
        assertEquals(DUE, reader.nextDue(Set.of()).orElseThrow());
        clock.set(DUE.minusMillis(1));
        awaitLook();
        assertTrue(!shown(reader, "one"), "shown early");
        clock.set(NOW.minusSeconds(100_000));
        awaitLook();
        clock.set(DUE);
        awaitShown(reader, "one");
        assertTrue(!shown(reader, "two"), "shown early");
        clock.set(NOW);
        put(desk, "one", DUE);
        assertTrue(shown(reader, "one"), "hidden again by a clock that went back");
      }
      clock.set(DUE.plusSeconds(10));
      try (ArticleWriter desk = desk(reader);
          EmbargoWatcher _ =
              EmbargoWatcher.watch(reader::nextDue, desk, clock::get, EmbargoTest::fail)) {
        awaitShown(reader, "two");
      }
      reader.refresh();
      assertEquals(2, reader.backend().counts().articles());
      assertEquals(2, reader.backend().counts().quotations());
      assertTrue(reader.nextDue(Set.of()).isEmpty());
    }
    assertEquals(List.of(), new LuceneIndexVerifier(index()).verify().problems());
  }

  @Test
  void oneThatCannotBeShownDoesNotHoldUpTheOthers() throws Exception {
    LuceneArchive.open(index()).close();
    List<String> faults = new CopyOnWriteArrayList<>();
    try (LuceneArchiveReader reader = LuceneArchiveReader.open(index())) {
      try (ArticleWriter desk = desk(reader)) {
        for (int i = 0; i < 70; i++) {
          put(desk, "broken" + i, DUE);
        }
        put(desk, "whole", DUE.plusSeconds(1));
      }
      clock.set(DUE.plusSeconds(10));
      try (ArticleWriter desk = desk(reader, BrokenOn::new);
          EmbargoWatcher _ =
              EmbargoWatcher.watch(
                  reader::nextDue, desk, clock::get, e -> faults.add(String.valueOf(e)))) {
        awaitShown(reader, "whole");
        assertTrue(!shown(reader, "broken0"), "shown without having been read");
      }
    }
    assertEquals(70, faults.size());
    assertTrue(faults.getFirst().contains("article broken"), faults.getFirst());
  }

  /** An analysis that breaks on some articles. */
  private static final class BrokenOn implements ArticleAnalyzer {
    private final FakeAnalyzer whole = new FakeAnalyzer();

    @Override
    public ArchivedArticle analyze(Article article) {
      if (article.id().value().startsWith("broken")) {
        throw new IllegalStateException("cannot be read");
      }
      return whole.analyze(article);
    }
  }

  private static void fail(Exception fault) {
    throw new IllegalStateException(fault);
  }
}
