package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
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

  /** How often it is looked for it. */
  private static final Duration LOOKED_EVERY = Duration.ofMinutes(1);

  /** Of so many epochs it is told what arrived, for who has not looked. */
  private static final long MOST_ARRIVALS = 100_000;

  private final Epochs epochs;
  private final InstantSource clock;
  private final ReplacedIndexes replaced;
  private Instant looked = Instant.MIN;
  private @Nullable DocumentsIndex unmerged;

  /**
   * Those of an archive.
   *
   * @param clock tells for how long what has gone was kept
   */
  Leftovers(Epochs epochs, InstantSource clock) {
    this.epochs = epochs;
    this.clock = clock;
    this.replaced = new ReplacedIndexes(epochs);
  }

  /**
   * Deletes what it is time for.
   *
   * @param purged articles whose former words are to be nowhere any more
   */
  void committed(Epoch now, Collection<ArticleId> purged) throws IOException {
    Instant time = clock.instant();
    DocumentsIndex index = epochs.index(now);
    if (looked.isBefore(time.minus(LOOKED_EVERY))) {
      looked = time;
      OptionalLong old = epochs.control().lastBefore(time.minus(KEPT), now.committed(), time);
      index.delete(ClusterArrivals.before(now.committed() - MOST_ARRIVALS));
      if (old.isPresent()) {
        index.delete(gone(now, old.getAsLong()));
      }
      replaced.drop(time.minus(KEPT), now.index());
    }
    if (!purged.isEmpty()) {
      ObjectNode query = gone(now, now.committed());
      ((ArrayNode) query.path("bool").path("filter")).add(EpochWriter.ofArticles(purged));
      index.delete(query);
      index.refresh();
      replaced.purge(purged, now.index());
      unmerged = index;
    }
  }

  /** Finds what had gone when an epoch was committed. */
  static ObjectNode gone(Epoch now, long epoch) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    ObjectNode bool = query.putObject("bool");
    bool.putArray("filter").add(Epochs.range(ClusterFields.UNTIL, Map.of("lte", epoch)));
    if (!now.aborted().isEmpty()) {
      bool.putArray("must_not").add(EpochWriter.in(ClusterFields.UNTIL, now.aborted()));
    }
    return query;
  }

  /** Has the cluster merge words away that were withheld, in its own time. */
  void settle() throws IOException {
    if (unmerged != null) {
      unmerged.expunge();
      unmerged = null;
    }
  }
}
