package org.onrecord.backend.opensearch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes that go to the cluster together, in parts that it can bear: what it refuses for now is
 * sent again, and the next part waits meanwhile. Every write may be sent twice and does the same.
 * Not safe for use by several threads.
 */
final class BulkBuffer {
  /** A part of as many bytes is sent. */
  private static final int PART = 4 << 20;

  private static final int MOST_ATTEMPTS = 8;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private final Cluster cluster;
  private final String index;
  private final List<byte[]> lines = new ArrayList<>();
  private long bytes;

  BulkBuffer(Cluster cluster, String index) {
    this.cluster = cluster;
    this.index = index;
  }

  /** Writes a document under an id, in place of what has it. */
  void index(String id, String routing, ObjectNode document) throws IOException {
    add("index", id, routing, document);
  }

  /**
   * Makes a document; what is there under its id is the same, and stays as it is. What arrives
   * late, after others have changed the document, does it no harm.
   */
  void create(String id, String routing, ObjectNode document) throws IOException {
    add("create", id, routing, document);
  }

  /** Deletes a document, which need not be there. */
  void delete(String id, String routing) throws IOException {
    add("delete", id, routing, null);
  }

  private void add(String action, String id, String routing, @Nullable ObjectNode body)
      throws IOException {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.putObject(action).put("_id", id).put("routing", routing);
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(JsonMapper.shared().writeValueAsBytes(line));
    both.write('\n');
    if (body != null) {
      both.writeBytes(JsonMapper.shared().writeValueAsBytes(body));
      both.write('\n');
    }
    lines.add(both.toByteArray());
    bytes += both.size();
    if (bytes >= PART) {
      send();
    }
  }

  /** Sends what is left; all of it is safe when this returns. */
  void send() throws IOException {
    List<byte[]> left = List.copyOf(lines);
    lines.clear();
    bytes = 0;
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      left = sent(left, attempt == MOST_ATTEMPTS);
      if (!left.isEmpty()) {
        Cluster.pause(pause);
        pause = pause.multipliedBy(2);
      }
    }
  }

  /** Sends a part; gives what has to be sent again. */
  private List<byte[]> sent(List<byte[]> part, boolean last) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    part.forEach(all::writeBytes);
    JsonNode answer = cluster.sendLines("/" + index + "/_bulk?timeout=10s", all.toByteArray());
    JsonNode items = answer.path("items");
    if (items.size() != part.size()) {
      throw new ArchiveUnavailableException(
          Reason.UNREACHABLE,
          "the OpenSearch cluster at %s does not tell of each document what became of it"
              .formatted(cluster),
          null);
    }
    List<byte[]> again = new ArrayList<>();
    for (int i = 0; i < part.size(); i++) {
      JsonNode item = items.path(i).iterator().next();
      int status = item.path("status").asInt();
      boolean gone = status == 404 && items.path(i).has("delete");
      boolean made = status == 409 && items.path(i).has("create");
      if (status < 300 || gone || made) {
        continue;
      }
      JsonNode error = item.path("error");
      String type = error.path("type").asString("");
      boolean forNow = (status == 429 || status >= 500) && !type.equals(ClusterFaults.BLOCKED);
      if (last || !forNow) {
        throw ClusterFaults.told(cluster.address(), status, type, error.toString());
      }
      again.add(part.get(i));
    }
    return again;
  }
}
