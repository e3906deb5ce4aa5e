package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onrecord.alert.AnnouncedArticle;
import org.onrecord.alert.ArrivalSource;
import org.onrecord.article.ArticleId;

/** Whoever writes to a cluster, what came is read there in order, once it counts. */
class ClusterArrivalsTest {
  private Epochs epochs;
  private OpenSearchArchive one;
  private OpenSearchArchive other;
  private ArrivalSource arrivals;
  private ArrivalSource.Place read = ArrivalSource.Place.START;

  @BeforeEach
  void open() throws IOException {
    epochs = TestClusters.epochs();
    one = OpenSearchArchive.open(epochs, TestClusters.TERMS);
    other = OpenSearchArchive.open(epochs, TestClusters.TERMS);
    arrivals = new ClusterArrivals(epochs);
  }

  @AfterEach
  void close() throws IOException {
    one.close();
    other.close();
    epochs.close();
  }

  private static void put(OpenSearchArchive archive, String id, String text) throws IOException {
    archive.put(article(id).paragraph(text).archived());
  }

  /** What came since the last time, in parts. */
  private List<String> come(int most) throws IOException {
    List<String> come = new ArrayList<>();
    while (true) {
      ArrivalSource.Batch batch = arrivals.read(read, most);
      for (AnnouncedArticle each : batch.arrivals()) {
        come.add(each.kind() + " " + each.article().value());
      }
      if (batch.next().equals(read)) {
        return come;
      }
      read = batch.next();
    }
  }

  @Test
  void whatEachWriterCommitsIsReadOnceAndInOrder() throws IOException {
    put(one, "a", "The first.");
    put(other, "b", "The second.");
    assertEquals(List.of(), come(10), "nothing is committed");
    other.commit();
    one.commit();
    assertEquals(List.of("SHOWN b", "SHOWN a"), come(10));
    assertEquals(List.of(), come(10));
    put(one, "a", "The first, again.");
    put(one, "c", "The third.");
    put(one, "c", "The third, again.");
    other.delete(new ArticleId("b"));
    one.commit();
    other.commit();
    assertEquals(List.of("CHANGED a", "SHOWN c", "GONE b"), come(1));
    assertEquals(List.of(), come(1));
  }

  @Test
  void whatWasNotCommittedNeverCame() throws IOException {
    EpochWriter writer;
    WritingTurn turn =
        WritingTurn.take(
            epochs.control(), TestClusters.TERMS.lease(), TestClusters.TERMS.patience());
    writer = new EpochWriter(epochs.index(turn.before()), turn.epoch());
    writer.announce(
        ClusterArrivals.documents(
            List.of(new AnnouncedArticle(AnnouncedArticle.Kind.SHOWN, new ArticleId("lost"))),
            Instant.now()));
    writer.send();
    turn.abort();
    put(one, "a", "The first.");
    one.commit();
    assertEquals(List.of("SHOWN a"), come(10));
  }

  @Test
  void whoWantsToBeToldLaterIsToldOfWhatComesThen() throws IOException {
    put(one, "a", "The first.");
    one.commit();
    Instant since = Instant.now().plusMillis(1);
    read = arrivals.from(read, since);
    assertEquals(List.of(), come(10));
    put(one, "b", "The second.");
    one.commit();
    assertEquals(read, arrivals.from(read, since), "it goes on where it was");
    read = arrivals.from(read, Instant.MAX);
    assertEquals(List.of(), come(10), "nobody wanted to be told");
    put(one, "c", "The third.");
    one.commit();
    assertEquals(List.of("SHOWN c"), come(10));
  }
}
