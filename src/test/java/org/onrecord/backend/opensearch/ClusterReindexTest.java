package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Publication.Hold;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.ingest.ArticleAnalyzer;
import org.onrecord.ingest.Rebuilding;
import org.onrecord.ingest.Reindex;
import org.onrecord.people.Names;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;
import org.onrecord.search.SampleArticle;
import tools.jackson.databind.node.ObjectNode;

/** An archive on a cluster is made anew in another index, while it is read and written. */
class ClusterReindexTest {
  private static final ArticleAnalyzer ANEW =
      article ->
          SampleArticle.article(article.id().value())
              .paragraph("Anew: " + article.body())
              .archived();

  private final Epochs epochs;

  ClusterReindexTest() throws IOException {
    this.epochs = TestClusters.epochs();
  }

  private static SampleArticle article(String id) {
    return SampleArticle.article(id).paragraph("The bridge " + id + ".");
  }

  private void write(SampleArticle... articles) throws IOException {
    try (OpenSearchArchive archive = OpenSearchArchive.open(epochs, TestClusters.TERMS)) {
      for (SampleArticle one : articles) {
        archive.put(one.archived());
      }
      archive.commit();
    }
  }

  private static Epochs again(Epochs epochs) throws IOException {
    return new Epochs(TestClusters.cluster(), epochs.documents());
  }

  private Reindex.Report reindex(ArticleAnalyzer analyzer) throws IOException {
    try (Rebuilding rebuilding =
        ClusterRebuilding.open(again(epochs), TestClusters.TERMS, () -> Names.NONE)) {
      return new Reindex(analyzer, 2, InstantSource.system()).run(rebuilding, _ -> {});
    }
  }

  private Optional<String> text(String id) throws IOException {
    return new ClusterLookup(epochs.view())
        .article(new ArticleId(id))
        .map(found -> found.paragraphs().getFirst().text());
  }

  private Optional<Hold> hold(String id) throws IOException {
    return new ClusterLookup(epochs.view()).hold(new ArticleId(id));
  }

  @Test
  void whatOthersWriteMeanwhileFollows() throws IOException {
    write(article("a"), article("b"), article("c"), article("d"));
    write(article("e").member("pubStatus", "withheld"));
    AtomicBoolean first = new AtomicBoolean(true);
    Reindex.Report report =
        reindex(
            article -> {
              if (first.getAndSet(false)) {
                writeMeanwhile();
              }
              return ANEW.analyze(article);
            });
    assertEquals(5, report.before().articles());
    assertEquals(3, report.meanwhile(), "one was changed, one withheld, one is new");
    assertEquals(Optional.of("Anew: The bridge a."), text("a"));
    assertEquals(Optional.of("Anew: The ferry."), text("b"));
    assertEquals(Optional.empty(), text("c"), "it was taken out");
    assertEquals(Optional.empty(), text("d"), "it was withheld");
    assertEquals(Optional.of(Hold.WITHHELD), hold("d"));
    assertEquals(Optional.of(Hold.WITHHELD), hold("e"));
    assertEquals(Optional.of("Anew: The bridge f."), text("f"));
    assertEquals(Set.of(epochs.index(2).name()), epochs.named());
    ObjectNode arrivals = Epochs.term(Fields.TYPE, ClusterArrivals.TYPE);
    assertEquals(3, epochs.index(1).count(arrivals));
    assertEquals(3, epochs.index(2).count(arrivals), "what came is told of still");
    write(article("g"));
    assertEquals(Optional.of("The bridge g."), text("g"));
    assertEquals(6, new ClusterLookup(epochs.view()).articles());
  }

  private void writeMeanwhile() {
    try (OpenSearchArchive archive = OpenSearchArchive.open(epochs, TestClusters.TERMS)) {
      archive.put(SampleArticle.article("b").paragraph("The ferry.").archived());
      archive.delete(new ArticleId("c"));
      archive.put(article("d").member("version", "2").member("pubStatus", "withheld").archived());
      archive.put(article("f").archived());
      archive.commit();
      assertEquals(Optional.of("The bridge a."), text("a"), "the old one is there until the end");
      assertEquals(Optional.of("The ferry."), text("b"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsKilledLeavesNothingThatCounts() throws IOException {
    write(article("a"));
    OpenSearchArchive.Terms hurried =
        new OpenSearchArchive.Terms(
            1, 0, Duration.ofMillis(400), Duration.ofSeconds(20), InstantSource.system());
    Rebuilding killed = ClusterRebuilding.open(again(epochs), hurried, () -> Names.NONE);
    killed.put(ANEW.analyze(article("a").archived().received()));
    assertTrue(killed.made() > 0);
    assertEquals(Optional.of("The bridge a."), text("a"));
    try (Rebuilding next = ClusterRebuilding.open(again(epochs), hurried, () -> Names.NONE)) {
      assertFalse(epochs.index(2).isThere(), "what it left is gone");
      ArchiveUnavailableException told =
          assertThrows(ArchiveUnavailableException.class, killed::meanwhile);
      assertEquals(Reason.LOCKED, told.reason());
      killed.close();
      new Reindex(ANEW, 1, InstantSource.system()).run(next, _ -> {});
    }
    assertEquals(Optional.of("Anew: The bridge a."), text("a"));
    assertTrue(epochs.index(3).isThere());
  }

  @Test
  void whatCannotBeReadAnewLeavesEverythingAsItWas() throws IOException {
    write(article("a"));
    assertThrows(
        IOException.class,
        () ->
            reindex(
                article -> {
                  throw new IllegalStateException("no " + article.id());
                }));
    assertEquals(Optional.of("The bridge a."), text("a"));
    assertFalse(epochs.index(2).isThere());
  }

  @Test
  void anArchiveOfAnOlderVersionIsBroughtOver() throws IOException {
    write(article("a"));
    ControlDocument control = epochs.control();
    var now = control.read();
    Epoch known = now.value();
    int older = IndexDefinition.SCHEMA - 1;
    control.change(now, new Epoch(older, 1, known.committed(), known.aborted(), null));
    String told =
        String.valueOf(assertThrows(ArchiveUnavailableException.class, epochs::view).getMessage());
    assertTrue(told.contains("onrecord reindex"), told);
    reindex(ANEW);
    assertEquals(Optional.of("Anew: The bridge a."), text("a"));
  }

  @Test
  void theOldIndexGoesWhenNobodyReadsItAnyMore() throws IOException {
    Instant begin = Instant.now();
    AtomicReference<Instant> clock = new AtomicReference<>(begin);
    OpenSearchArchive.Terms terms =
        new OpenSearchArchive.Terms(
            1,
            0,
            TestClusters.TERMS.lease(),
            TestClusters.TERMS.patience(),
            () -> Objects.requireNonNull(clock.get()));
    write(article("a"));
    ClusterView before = epochs.view();
    reindex(ANEW);
    assertTrue(new ClusterLookup(before).article(new ArticleId("a")).isPresent());
    clock.set(begin.plus(Duration.ofMinutes(11)));
    try (OpenSearchArchive archive = OpenSearchArchive.open(epochs, terms)) {
      archive.put(article("b").archived());
      archive.commit();
    }
    assertFalse(epochs.index(1).isThere());
    assertEquals(2, new ClusterLookup(epochs.view()).articles());
  }
}
