package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Publication.Hold;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.ingest.DocumentSink.Replacement;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.SampleArticle;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Any number of programs write to an archive on a cluster at the same time. */
class SeveralWritersTest {
  private static final int EACH = 30;

  private static ArchivedArticle version(String id, String version, String text) {
    return SampleArticle.article(id).paragraph(text).member("version", version).archived();
  }

  private static ClusterLookup now(Epochs epochs) throws IOException {
    return new ClusterLookup(epochs.view());
  }

  private static String text(Epochs epochs, String id) throws IOException {
    return now(epochs).article(new ArticleId(id)).orElseThrow().paragraphs().getFirst().text();
  }

  @Test
  void whatOthersCommittedMeanwhileIsDecidedAbout() throws IOException {
    Epochs epochs = TestClusters.epochs();
    try (OpenSearchArchive one = OpenSearchArchive.open(epochs, TestClusters.TERMS);
        OpenSearchArchive other = OpenSearchArchive.open(epochs, TestClusters.TERMS)) {
      assertEquals(Replacement.ADDED, one.put(version("a", "2", "The second.")));
      assertEquals(Replacement.ADDED, other.put(version("a", "3", "The third.")));
      other.commit();
      one.commit();
      assertEquals("The third.", text(epochs, "a"), "an older version takes no newer one's place");
      assertEquals(new ArchiveCounts(1, 1, 0), now(epochs).counts());
      one.put(version("a", "4", "The fourth."));
      assertTrue(other.delete(new ArticleId("a")));
      other.commit();
      one.commit();
      assertEquals("The fourth.", text(epochs, "a"));
      assertEquals(new ArchiveCounts(1, 1, 0), now(epochs).counts());
    }
  }

  @Test
  void whatIsWithheldLeavesNoWord() throws IOException {
    Epochs epochs = TestClusters.epochs();
    try (OpenSearchArchive archive = OpenSearchArchive.open(epochs, TestClusters.TERMS)) {
      archive.put(version("a", "1", "The secret bridge."));
      archive.put(version("b", "1", "Another."));
      archive.commit();
      ArchivedArticle held =
          SampleArticle.article("a")
              .paragraph("The secret bridge.")
              .member("version", "2")
              .member("pubStatus", "withheld")
              .archived();
      assertEquals(Replacement.HELD, archive.put(held));
      archive.commit();
      assertEquals(Optional.of(Hold.WITHHELD), now(epochs).hold(new ArticleId("a")));
      assertEquals(Optional.empty(), now(epochs).article(new ArticleId("a")));
      assertEquals(new ArchiveCounts(1, 1, 0), now(epochs).counts());
      assertEquals(3, documents(epochs), "what was withheld has gone for good");
      assertEquals(Replacement.WITHDRAWN, archive.put(version("a", "2", "The secret bridge.")));
    }
  }

  @Test
  void whatWasReplacedGoesAfterAWhileWhoeverWrites() throws IOException {
    Epochs epochs = TestClusters.epochs();
    Instant begin = Instant.parse("2026-01-01T00:00:00Z");
    AtomicReference<Instant> clock = new AtomicReference<>(begin);
    commit(epochs, clock, "a");
    commit(epochs, clock, "a");
    assertEquals(4, documents(epochs), "for who still reads the first");
    clock.set(begin.plus(Duration.ofMinutes(11)));
    commit(epochs, clock, "b");
    epochs.index(1).refresh();
    assertEquals(4, documents(epochs));
    assertEquals(new ArchiveCounts(2, 2, 0), now(epochs).counts());
  }

  private static void commit(Epochs epochs, AtomicReference<Instant> clock, String id)
      throws IOException {
    OpenSearchArchive.Terms usual = TestClusters.TERMS;
    OpenSearchArchive.Terms terms =
        new OpenSearchArchive.Terms(
            1, 0, usual.lease(), usual.patience(), () -> Objects.requireNonNull(clock.get()));
    try (OpenSearchArchive archive = OpenSearchArchive.open(epochs, terms)) {
      archive.put(SampleArticle.article(id).paragraph("One.").archived());
      archive.commit();
    }
  }

  /** How many documents of articles lie there. */
  private static long documents(Epochs epochs) throws IOException {
    ObjectNode articles = JsonNodeFactory.instance.objectNode();
    articles
        .putObject("bool")
        .putArray("must_not")
        .add(Epochs.term(Fields.TYPE, ClusterArrivals.TYPE));
    return epochs
        .cluster()
        .send("POST", "/" + epochs.documents() + "/_count", DocumentsIndex.asking(articles))
        .path("count")
        .asLong();
  }

  @Test
  void writersTakeTurns() throws Exception {
    Epochs epochs = TestClusters.epochs();
    epochs.create(2, 0);
    try (ExecutorService writers = Executors.newFixedThreadPool(3)) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int number = i;
        all.add(writers.submit((Callable<Integer>) () -> write(epochs, number)));
      }
      for (Future<Integer> one : all) {
        one.get();
      }
    }
    assertEquals(new ArchiveCounts(3 * EACH + 1, 2L * 3 * EACH + 2, 0), now(epochs).counts());
  }

  /** Articles of its own, and one that all replace. */
  private static int write(Epochs epochs, int number) throws IOException {
    try (OpenSearchArchive archive = OpenSearchArchive.open(epochs, TestClusters.TERMS)) {
      for (int i = 0; i < EACH; i++) {
        String id = number + "-" + i;
        archive.put(SampleArticle.article(id).paragraph("One " + id).paragraph("Two").archived());
        archive.put(SampleArticle.article("all").paragraph("By " + id).paragraph("Two").archived());
        if (i % 5 == 4) {
          archive.commit();
        }
      }
      return number;
    }
  }
}
