package org.onrecord.backend.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.query.QueryParser;
import org.onrecord.query.QuerySyntaxException;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchTimeoutException;

/** A search's time, by a clock that goes on by a millisecond whenever it is looked at. */
class SearchLimitTest {
  private static final int PARAGRAPHS = 3_000;
  private static final Duration LONG = Duration.ofHours(1);

  @TempDir private static Path folder;
  private final AtomicLong clock = new AtomicLong();

  @BeforeAll
  static void fill() throws IOException {
    SampleArticle first = article("a");
    for (int i = 0; i < PARAGRAPHS; i++) {
      first.paragraph(i % 2 == 0 ? i + " ferry sails to the pier. Tides" : "A pier by the tide.");
    }
    try (LuceneArchive archive = LuceneArchive.open(folder)) {
      archive.put(first.archived());
      archive.commit();
    }
  }

  /** How many milliseconds a search takes, looks at the clock that is. */
  private long looks(String q, long total) throws IOException, QuerySyntaxException {
    long before = clock.get();
    assertEquals(total, search(q, LONG));
    return Duration.ofNanos(clock.get() - before).toMillis();
  }

  private long search(String q, Duration limit) throws IOException, QuerySyntaxException {
    try (LuceneArchiveReader reader =
        LuceneArchiveReader.open(folder, limit, () -> clock.addAndGet(1_000_000))) {
      return reader
          .backend()
          .search(SearchRequest.of(q), QueryParser.parse(q), MatchMode.ALL)
          .total();
    }
  }

  @Test
  void clockIsLookedAtWhileNothingMatches() throws IOException, QuerySyntaxException {
    long nothing = looks("nowhere", 0);
    for (String q :
        new String[] {
          "\"pier ferry\"",
          "\"tides pier\"",
          "ferry NEAR/0 tides",
          "tide* NEAR/0 ferr*",
          "\"by the ferry\" OR \"the tides pier\"",
        }) {
      long looks = looks(q, 0);
      assertTrue(looks > nothing + PARAGRAPHS / 2 / 256, q + ": " + looks + " and " + nothing);
      assertThrows(
          SearchTimeoutException.class, () -> search(q, Duration.ofMillis(nothing + 1)), q);
    }
    assertEquals(0, search("nowhere", Duration.ofMillis(nothing + 1)));
  }

  @Test
  void clockIsSeldomLookedAt() throws IOException, QuerySyntaxException {
    assertTrue(looks("ferry", PARAGRAPHS / 2) < 100);
  }
}
