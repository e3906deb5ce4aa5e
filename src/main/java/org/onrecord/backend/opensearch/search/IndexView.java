package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.ArchiveUnavailableException;
import tools.jackson.databind.JsonNode;

/**
 * An archive on a cluster as it is for one question.
 *
 * @param index the name of its index, or an alias
 * @param live finds the documents that the view holds
 * @param held the point in time that the cluster keeps for it; null where none is needed, since
 *     what goes is kept for a while
 */
public record IndexView(
    Requests requests, String index, Map<String, Object> live, @Nullable String held) {
  /** How long the cluster keeps a point in time that nobody asks. */
  private static final String KEPT = "5m";

  /** Asks the cluster. */
  @FunctionalInterface
  public interface Requests {
    /**
     * The cluster's answer.
     *
     * @param method {@code POST}, {@code DELETE}
     * @param path with its parameters, from the cluster's root
     * @param body null for none
     * @throws IOException if the cluster does not answer, or cannot
     */
    JsonNode send(String method, String path, @Nullable Map<String, ?> body) throws IOException;
  }

  /** A view that no point in time is kept for. */
  public IndexView(Requests requests, String index, Map<String, Object> live) {
    this(requests, index, live, null);
  }

  /** What no cluster does yet. */
  static ArchiveUnavailableException missing(String what) {
    return new ArchiveUnavailableException(
        ArchiveUnavailableException.Reason.NOT_ON_A_CLUSTER,
        "not on a cluster yet: " + what + "; an archive in a folder has it",
        null);
  }

  /** The same, kept by the cluster until it is given back. */
  IndexView hold() throws IOException {
    JsonNode point =
        requests.send("POST", "/" + index + "/_search/point_in_time?keep_alive=" + KEPT, null);
    return new IndexView(requests, index, live, point.path("pit_id").asString());
  }

  /** Gives back what was held. */
  void giveBack() throws IOException {
    if (held != null) {
      requests.send("DELETE", "/_search/point_in_time", Map.of("pit_id", List.of(held)));
    }
  }

  /** Asks the index for something: {@code _search}. */
  JsonNode post(String what, Map<String, ?> body) throws IOException {
    if (held == null || !what.startsWith("_search")) {
      return requests.send("POST", "/" + index + "/" + what, body);
    }
    Map<String, Object> at = new LinkedHashMap<>(body);
    at.put("pit", Map.of("id", held, "keep_alive", KEPT));
    return requests.send("POST", "/" + what, at);
  }

  /** Searches it, every word's statistics being those of all shards. */
  JsonNode search(Map<String, ?> body) throws IOException {
    return post("_search?search_type=dfs_query_then_fetch", body);
  }
}
