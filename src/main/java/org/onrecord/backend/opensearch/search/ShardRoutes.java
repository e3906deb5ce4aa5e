package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * For each shard of an index a routing that leads there, by which each can be asked for what it
 * alone knows. How many shards an index has never changes. Safe for use by several threads.
 */
final class ShardRoutes {
  /** How many routings are tried for each shard. */
  private static final int TRIED = 50;

  private final Map<String, List<String>> known = new ConcurrentHashMap<>();

  List<String> of(IndexView view) throws IOException {
    List<String> routes = known.get(view.index());
    if (routes == null) {
      routes = found(view);
      known.put(view.index(), routes);
    }
    return routes;
  }

  private static List<String> found(IndexView view) throws IOException {
    int shards = shards(view, "").size();
    Map<Integer, String> routes = new TreeMap<>();
    for (int i = 0; routes.size() < shards && i < TRIED * shards; i++) {
      JsonNode led = shards(view, "?routing=" + i);
      routes.putIfAbsent(led.path(0).path(0).path("shard").asInt(), String.valueOf(i));
    }
    return new ArrayList<>(routes.values());
  }

  private static JsonNode shards(IndexView view, String routing) throws IOException {
    return view.requests()
        .send("POST", "/" + view.index() + "/_search_shards" + routing, null)
        .path("shards");
  }
}
