package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document on the cluster that several programs change: read as it is at the moment, and changed
 * only from what it was read as. Safe for use by several threads.
 *
 * @param <T> what it says
 */
final class VersionedDocument<T> {
  private final Cluster cluster;
  private final String index;
  private final String id;
  private final Form<T> form;

  /** How what it says is written. */
  record Form<T>(Function<JsonNode, T> reading, Function<T, ObjectNode> writing) {}

  /** What it said when it was read, by which it is known whether it says so still. */
  record Read<T>(T value, long number, long term) {}

  VersionedDocument(Cluster cluster, String index, String id, Form<T> form) {
    this.cluster = cluster;
    this.index = index;
    this.id = id;
    this.form = form;
  }

  /** Reads it; empty where there is none, or not even its index. */
  Optional<Read<T>> read() throws IOException {
    JsonNode found;
    try {
      found = cluster.send("GET", "/" + index + "/_doc/" + id, null);
    } catch (ClusterException e) {
      if (e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
    return Optional.of(
        new Read<>(
            form.reading().apply(found.path("_source")),
            found.path("_seq_no").asLong(),
            found.path("_primary_term").asLong()));
  }

  /** Makes it where there is none. */
  void create(T first) throws IOException {
    try {
      cluster.send("PUT", "/" + index + "/_create/" + id, form.writing().apply(first));
    } catch (ClusterException e) {
      if (e.status() != 409) {
        throw e;
      }
    }
  }

  /** Changes it; null where it is no more as it was read. */
  @Nullable Read<T> change(Read<T> before, T after) throws IOException {
    String path =
        "/%s/_doc/%s?if_seq_no=%d&if_primary_term=%d"
            .formatted(index, id, before.number(), before.term());
    try {
      JsonNode done = cluster.send("PUT", path, form.writing().apply(after));
      return new Read<>(after, done.path("_seq_no").asLong(), done.path("_primary_term").asLong());
    } catch (ClusterException e) {
      if (e.status() != 409) {
        throw e;
      }
      // The answer to the same request may have been lost on its way, and this be the second.
      Read<T> now = read().orElseThrow(() -> e);
      return now.value().equals(after) ? now : null;
    }
  }
}
