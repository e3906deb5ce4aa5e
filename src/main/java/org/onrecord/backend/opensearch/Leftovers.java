package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import org.onrecord.article.ArticleId;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What has gone and still lies on the cluster for those who read an earlier epoch: deleted after a
 * while, and at once where its words are withheld. Not safe for use by several threads.
 */
final class Leftovers {
  /** For how long what has gone is kept. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Epochs epochs;
  private final Deque<Committed> commits = new ArrayDeque<>();
  private boolean unmerged;

  /** A commit, and when it was by this program's clock. */
  private record Committed(long epoch, long nanos) {}

  Leftovers(Epochs epochs) {
    this.epochs = epochs;
  }

  /**
   * Deletes what it is time for.
   *
   * @param purged articles whose former words are to be nowhere any more
   */
  void committed(Epoch now, Collection<ArticleId> purged) throws IOException {
    long nanos = System.nanoTime();
    long old = -1;
    while (!commits.isEmpty() && nanos - commits.peekFirst().nanos() > KEPT.toNanos()) {
      old = commits.removeFirst().epoch();
    }
    commits.addLast(new Committed(now.committed(), nanos));
    if (old >= 0) {
      epochs.delete(gone(now, old));
    }
    if (!purged.isEmpty()) {
      ObjectNode query = gone(now, now.committed());
      ((ArrayNode) query.path("bool").path("filter")).add(EpochWriter.ofArticles(purged));
      epochs.delete(query);
      epochs.refresh();
      unmerged = true;
    }
  }

  /** Finds what had gone when an epoch was committed. */
  private static ObjectNode gone(Epoch now, long epoch) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    ObjectNode bool = query.putObject("bool");
    bool.putArray("filter").add(Epochs.range(ClusterFields.UNTIL, Map.of("lte", epoch)));
    if (!now.aborted().isEmpty()) {
      bool.putArray("must_not").add(EpochWriter.in(ClusterFields.UNTIL, now.aborted()));
    }
    return query;
  }

  /** Sees to it that words that were withheld are in no file of the cluster any more. */
  void settle() throws IOException {
    if (unmerged) {
      epochs
          .cluster()
          .send("POST", "/" + epochs.documents() + "/_forcemerge?only_expunge_deletes=true", null);
      unmerged = false;
    }
  }
}
