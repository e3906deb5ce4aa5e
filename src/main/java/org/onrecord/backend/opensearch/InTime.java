package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.opensearch.search.IndexView;
import org.onrecord.search.SearchTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a cluster what one question needs, which must have been answered by a time: every search of
 * it may take what is left.
 *
 * @param limit how long the question may take in all; null for any time
 * @param end when that is over, by {@link System#nanoTime}
 */
record InTime(Cluster cluster, @Nullable Duration limit, long end) implements IndexView.Requests {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Asks for a question that is put now. */
  static InTime of(Cluster cluster, @Nullable Duration limit) {
    return new InTime(cluster, limit, limit == null ? 0 : System.nanoTime() + limit.toNanos());
  }

  @Override
  public JsonNode send(String method, String path, @Nullable Map<String, ?> body)
      throws IOException {
    JsonNode answer =
        cluster.send(method, path, body == null ? null : JSON.valueToTree(timed(path, body)));
    if (limit != null && answer.path("timed_out").asBoolean()) {
      throw new SearchTimeoutException(limit);
    }
    return ClusterFaults.whole(answer);
  }

  /**
   * With the time that is left, in whole seconds: the cluster keeps counts by all that it was
   * asked.
   */
  private Map<String, ?> timed(String path, Map<String, ?> body) throws IOException {
    if (limit == null) {
      return body;
    }
    long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new SearchTimeoutException(limit);
    }
    if (!path.contains("/_search") || path.endsWith("point_in_time")) {
      return body;
    }
    Map<String, Object> timed = new LinkedHashMap<>(body);
    timed.put("timeout", (left + 999) / 1000 + "s");
    return timed;
  }
}
