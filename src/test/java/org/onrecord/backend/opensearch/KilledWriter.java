package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.SampleArticle;

/**
 * A program that replaces articles round after round, until it is killed, and tells of every round
 * that is committed. Arguments: the cluster, the prefix, the first round.
 */
final class KilledWriter {
  /** How many articles each round replaces. */
  static final int ARTICLES = 12;

  static final OpenSearchArchive.Terms TERMS =
      new OpenSearchArchive.Terms(
          2, 0, Duration.ofMillis(1_200), Duration.ofSeconds(60), InstantSource.system());

  private KilledWriter() {}

  public static void main(String[] arguments) throws IOException {
    Epochs epochs =
        new Epochs(new Cluster(ClusterAddress.of(URI.create(arguments[0]))), arguments[1]);
    try (OpenSearchArchive archive = OpenSearchArchive.open(epochs, TERMS)) {
      for (long round = Long.parseLong(arguments[2]); ; round++) {
        write(archive, round);
        System.out.println("COMMITTED " + round);
      }
    }
  }

  static void write(OpenSearchArchive archive, long round) throws IOException {
    System.out.println("BEGUN " + round);
    for (int i = 0; i < ARTICLES; i++) {
      archive.put(article(i, round));
    }
    archive.commit();
  }

  static ArticleId id(int number) {
    return new ArticleId("killed " + number);
  }

  /** Now longer, now shorter, and every word of one round. */
  static ArchivedArticle article(int number, long round) {
    SampleArticle article = SampleArticle.article(id(number).value()).title("Round " + round);
    for (int i = 0; i < 2 + (round + number) % 5; i++) {
      article =
          article
              .paragraph("round " + round + " of the bridge")
              .said("the bridge", "Ada Bell", "GRN");
    }
    return article.archived();
  }
}
