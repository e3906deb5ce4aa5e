package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.people.NameSource;
import org.onrecord.schema.ArchivedArticle;

/**
 * Programs that write to a cluster are killed again and again in the midst of replacing articles: a
 * reader sees at any time all articles as one and the same round wrote them, whole, and never an
 * earlier round than one that was told to be committed. {@code -Donrecord.kills=N} sets how many.
 */
class KilledWriterTest {
  private final Random random = new Random(7);
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicBoolean ended = new AtomicBoolean();

  @Test
  void noReaderSeesWhatAKilledWriterLeft() throws Exception {
    Epochs epochs = TestClusters.epochs();
    try (OpenSearchArchive archive = OpenSearchArchive.open(epochs, KilledWriter.TERMS)) {
      KilledWriter.write(archive, 0);
    }
    int kills = Integer.getInteger("onrecord.kills", 3);
    try (ExecutorService reading = Executors.newSingleThreadExecutor()) {
      Future<Long> reads = reading.submit((Callable<Long>) () -> read(epochs));
      try {
        for (int i = 0; i < kills && !reads.isDone(); i++) {
          kill(epochs);
        }
      } finally {
        ended.set(true);
      }
      long views = reads.get(60, TimeUnit.SECONDS);
      assertTrue(views > 0);
      System.out.println(
          kills + " kills, " + acknowledged + " rounds committed, " + views + " views read");
    }
    long last = seen(epochs);
    try (OpenSearchArchive archive =
        OpenSearchArchive.openExisting(epochs, KilledWriter.TERMS, NameSource.NONE)) {
      KilledWriter.write(archive, last + 1);
    }
    assertEquals(last + 1, seen(epochs), "whoever comes next goes on");
  }

  /** Lets a program write for a while, and kills it. */
  private void kill(Epochs epochs) throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                OpenSearchNode.address().toString(),
                epochs.documents(),
                Long.toString(seen(epochs) + 1))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int rounds = 1 + random.nextInt(3);
    int begun = 0;
    try (BufferedReader output = writer.inputReader()) {
      String line = output.readLine();
      while (line != null) {
        if (line.startsWith("COMMITTED")) {
          acknowledged.set(Long.parseLong(line.split(" ")[1]));
        } else if (++begun == rounds) {
          writer.waitFor(random.nextInt(250), TimeUnit.MILLISECONDS);
          writer.destroyForcibly().waitFor();
        }
        line = next(output);
      }
    }
    assertTrue(begun >= rounds, "the writer was killed while it wrote");
  }

  /** What it told until it was killed. */
  private static @Nullable String next(BufferedReader output) {
    try {
      return output.readLine();
    } catch (IOException e) {
      return null;
    }
  }

  /** Reads view after view; how many it read. */
  private long read(Epochs epochs) throws IOException {
    long views = 0;
    while (!ended.get()) {
      seen(epochs);
      views++;
    }
    return views;
  }

  /** The round that wrote what is seen now. */
  private long seen(Epochs epochs) throws IOException {
    long atLeast = acknowledged.get();
    ClusterLookup lookup = new ClusterLookup(epochs.view());
    List<Long> rounds = new ArrayList<>();
    for (int i = 0; i < KilledWriter.ARTICLES; i++) {
      Optional<ArchivedArticle> found = lookup.article(KilledWriter.id(i));
      assertTrue(found.isPresent(), "no article is lost");
      ArchivedArticle article = found.orElseThrow();
      String title = String.valueOf(article.document().article().title());
      long round = Long.parseLong(title.split(" ")[1]);
      assertEquals(KilledWriter.article(i, round).paragraphs(), article.paragraphs());
      rounds.add(round);
    }
    assertEquals(1, rounds.stream().distinct().count(), "all are of one round: " + rounds);
    assertTrue(rounds.getFirst() >= atLeast, rounds + " after " + atLeast);
    return rounds.getFirst();
  }
}
