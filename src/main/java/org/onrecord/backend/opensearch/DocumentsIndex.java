package org.onrecord.backend.opensearch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One index with documents of an archive. Safe for use by several threads. */
record DocumentsIndex(Cluster cluster, String name) {

  /** What was written until now is found by searches. */
  void refresh() throws IOException {
    cluster.send("POST", "/" + name + "/_refresh", null);
  }

  /** Deletes documents, at once. */
  void delete(JsonNode query) throws IOException {
    cluster.sendLong("POST", "/" + name + "/_delete_by_query?conflicts=proceed", asking(query));
  }

  /** How many documents match. */
  long count(JsonNode query) throws IOException {
    return ClusterFaults.whole(cluster.send("POST", "/" + name + "/_count", asking(query)))
        .path("count")
        .asLong();
  }

  /** Changes documents by a script, but those that others change at the same time. */
  JsonNode update(JsonNode body) throws IOException {
    return cluster.sendLong("POST", "/" + name + "/_update_by_query?conflicts=proceed", body);
  }

  /** Copies documents into another index, where they are found at once. */
  void copy(JsonNode query, DocumentsIndex to) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("source").put("index", name).set("query", query);
    body.putObject("dest").put("index", to.name());
    cluster.sendLong("POST", "/_reindex?refresh=true", body);
  }

  /** Has the cluster merge away what was deleted, in its own time. */
  void expunge() throws IOException {
    cluster.send(
        "POST",
        "/" + name + "/_forcemerge?only_expunge_deletes=true&wait_for_completion=false",
        null);
  }

  /**
   * Makes it.
   *
   * @return whether there was none of that name
   */
  boolean create(ObjectNode definition) throws IOException {
    try {
      cluster.send("PUT", "/" + name, definition);
      return true;
    } catch (ClusterException e) {
      if (e.type().equals("resource_already_exists_exception")) {
        return false;
      }
      throw e;
    }
  }

  /** Whether there is an index of the name, or an alias. */
  boolean isThere() throws IOException {
    return found("/" + name) != null;
  }

  /** Takes it away, if it is there. */
  void drop() throws IOException {
    cluster.send("DELETE", "/" + name + "?ignore_unavailable=true", null);
  }

  private @Nullable JsonNode found(String path) throws IOException {
    try {
      return cluster.send("GET", path, null);
    } catch (ClusterException e) {
      if (e.status() == 404) {
        return null;
      }
      throw e;
    }
  }

  static ObjectNode asking(JsonNode query) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("query", query);
    return body;
  }
}
