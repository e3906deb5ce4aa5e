package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Repositories of snapshots on the tests' OpenSearch. */
public final class TestRepositories {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TestRepositories() {}

  /** Registers one, in a folder of its own, into which and from which so much goes a second. */
  public static String register(String most) throws IOException {
    String name = OpenSearchNode.prefix() + "-repository";
    return register(
        name,
        Map.of(
            "location",
            JSON.stringNode(name),
            "max_snapshot_bytes_per_sec",
            JSON.stringNode(most),
            "max_restore_bytes_per_sec",
            JSON.stringNode(most)));
  }

  /** Registers another in the same folder, into which nothing goes. */
  static String registerReading(String repository, String most) throws IOException {
    return register(
        repository + "-reading",
        Map.of(
            "location",
            JSON.stringNode(repository),
            "readonly",
            JSON.booleanNode(true),
            "max_restore_bytes_per_sec",
            JSON.stringNode(most)));
  }

  private static String register(String name, Map<String, JsonNode> settings) throws IOException {
    ObjectNode body = JSON.objectNode().put("type", "fs");
    body.putObject("settings").setAll(settings);
    try (Cluster cluster = TestClusters.cluster()) {
      cluster.send("PUT", "/_snapshot/" + name, body);
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("path.repo")) {
        abort("the node that runs already has no folder for repositories: " + e.getMessage());
      }
      throw e;
    }
    return name;
  }

  /** The names of the snapshots in it, made or being made. */
  public static List<String> snapshots(String repository) throws IOException {
    try (Cluster cluster = TestClusters.cluster()) {
      JsonNode all = cluster.send("GET", "/_snapshot/" + repository + "/_all", null);
      return all.path("snapshots")
          .valueStream()
          .map(one -> one.path("snapshot").asString())
          .toList();
    }
  }
}
