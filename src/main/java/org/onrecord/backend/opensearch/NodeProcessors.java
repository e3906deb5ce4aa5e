package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The nodes of a cluster, as what they work is measured. Not safe for use by several threads. */
public final class NodeProcessors {
  /** A node tells the same again until its figures are as old. */
  private static final Duration KEPT = Duration.ofMillis(1_100);

  private final Cluster cluster;
  private @Nullable Long read;

  NodeProcessors(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * What the processors have worked for each node since it was started, by the node's name; waits a
   * second where that was asked just before.
   */
  public Map<String, Duration> processorTimes() throws IOException {
    if (read != null) {
      long since = System.nanoTime() - read;
      Cluster.pause(KEPT.minusNanos(Math.min(KEPT.toNanos(), since)));
    }
    Map<String, Duration> times = new TreeMap<>();
    for (JsonNode node : cluster.send("GET", "/_nodes/stats/process", null).path("nodes")) {
      long millis = node.path("process").path("cpu").path("total_in_millis").asLong();
      times.put(node.path("name").asString(), Duration.ofMillis(millis));
    }
    read = System.nanoTime();
    return times;
  }
}
