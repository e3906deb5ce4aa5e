package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A repository of snapshots that the administrators of a cluster have registered there. Safe for
 * use by several threads.
 *
 * @param name as which it is registered
 */
record SnapshotRepository(Cluster cluster, String name) {

  /**
   * A snapshot in the repository.
   *
   * @param state OpenSearch's name of it: {@code IN_PROGRESS}, {@code SUCCESS}, or how it failed
   * @param fault what the cluster says of a failure; empty without
   */
  record Found(String uuid, String state, List<String> indexes, String fault) {
    boolean isUnderWay() {
      return state.equals("IN_PROGRESS");
    }

    boolean isWhole() {
      return state.equals("SUCCESS");
    }
  }

  private String at() {
    return "/_snapshot/" + Cluster.encoded(name);
  }

  private String at(String snapshot) {
    return at() + "/" + Cluster.encoded(snapshot);
  }

  /**
   * Looks whether the cluster knows it.
   *
   * @throws IOException if it does not; the message says what to do
   */
  void require() throws IOException {
    if (answer("GET", at(), null) == null) {
      throw new IOException(
          ("the OpenSearch cluster at %s has no repository of snapshots %s: its administrators"
                  + " register one by PUT /_snapshot/%s, or name another in %s")
              .formatted(cluster, name, name, ClusterFile.NAME));
    }
  }

  /** Has every node of the cluster write to it for a trial. */
  void verify() throws IOException {
    require();
    cluster.send("POST", at() + "/_verify", null);
  }

  /** Whether a snapshot of an index is being made. */
  boolean isBusyWith(String index) throws IOException {
    for (JsonNode one : cluster.send("GET", at("_current"), null).path("snapshots")) {
      if (found(one).indexes().contains(index)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Has the cluster begin to make a snapshot.
   *
   * @param snapshot a name that no other ever had
   * @param of what is to be read with it by who looks at the repository by hand
   */
  void begin(String snapshot, List<String> indexes, Map<String, String> of) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("indices", String.join(",", indexes))
        .put("include_global_state", false)
        .put("partial", false);
    ObjectNode metadata = body.putObject("metadata");
    of.forEach(metadata::put);
    try {
      cluster.send("PUT", at(snapshot), body);
    } catch (ClusterException e) {
      // The answer to the same request may have been lost on its way, and this be the second.
      if (!e.type().equals("invalid_snapshot_name_exception") || find(snapshot).isEmpty()) {
        throw e;
      }
    }
  }

  /**
   * Whether it is settled of every shard what the snapshot holds: from then on nothing that is
   * written comes into it. A shard that waits its turn is told to be under way, and has no time at
   * which it began.
   */
  boolean holdsAll(String snapshot) throws IOException {
    JsonNode told = answer("GET", at(snapshot) + "/_status", null);
    if (told == null) {
      return false;
    }
    int shards = 0;
    for (JsonNode index : told.path("snapshots").path(0).path("indices")) {
      for (JsonNode shard : index.path("shards")) {
        shards++;
        boolean begun =
            switch (shard.path("stage").asString("")) {
              case "DONE", "FAILURE" -> true;
              case "STARTED", "FINALIZE" ->
                  shard.path("stats").path("start_time_in_millis").asLong() > 0;
              default -> false;
            };
        if (!begun) {
          return false;
        }
      }
    }
    return shards > 0;
  }

  /** How long its files are, in bytes. */
  long bytes(String snapshot) throws IOException {
    return cluster
        .send("GET", at(snapshot) + "/_status", null)
        .path("snapshots")
        .path(0)
        .path("stats")
        .path("total")
        .path("size_in_bytes")
        .asLong();
  }

  /** A snapshot; empty where there is none of that name, or not even the repository. */
  Optional<Found> find(String snapshot) throws IOException {
    JsonNode told = answer("GET", at(snapshot), null);
    return told == null ? Optional.empty() : Optional.of(found(told.path("snapshots").path(0)));
  }

  private static Found found(JsonNode told) {
    String reason = told.path("reason").asString("");
    JsonNode failures = told.path("failures");
    return new Found(
        told.path("uuid").asString(""),
        told.path("state").asString(""),
        told.path("indices").valueStream().map(JsonNode::asString).toList(),
        failures.isEmpty() ? reason : reason + ' ' + failures.path(0));
  }

  /** Takes a snapshot away, made or being made, if it is there. */
  void delete(String snapshot) throws IOException {
    try {
      cluster.sendLong("DELETE", at(snapshot), null);
    } catch (ClusterException e) {
      if (e.status() != 404) {
        throw e;
      }
    }
  }

  /**
   * Has the cluster begin to make indexes of those in a snapshot.
   *
   * @param name a regular expression that matches the names of all
   * @param replacement what they are called, with {@code $1} for the expression's first group
   */
  void restore(
      String snapshot, List<String> indexes, String pattern, String replacement, int replicas)
      throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("indices", String.join(",", indexes))
        .put("include_global_state", false)
        .put("include_aliases", false)
        .put("rename_pattern", pattern)
        .put("rename_replacement", replacement);
    body.putObject("index_settings").put("index.number_of_replicas", replicas);
    cluster.send("POST", at(snapshot) + "/_restore", body);
  }

  /** Whether the cluster is about to make indexes of those in a snapshot. */
  boolean isRestoring(String snapshot) throws IOException {
    JsonNode customs =
        cluster.send("GET", "/_cluster/state/customs?filter_path=restore.snapshots", null);
    for (JsonNode one : customs.path("restore").path("snapshots")) {
      boolean under =
          switch (one.path("state").asString("")) {
            case "INIT", "STARTED" -> true;
            default -> false;
          };
      if (under
          && one.path("snapshot").asString("").equals(snapshot)
          && one.path("repository").asString("").equals(name)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable JsonNode answer(String method, String path, @Nullable JsonNode body)
      throws IOException {
    try {
      return cluster.send(method, path, body);
    } catch (ClusterException e) {
      if (e.status() == 404) {
        return null;
      }
      throw e;
    }
  }
}
