package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.SchemaVersion;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An archive's {@link Epoch} on the cluster: read as it is at the moment, and changed only from
 * what it was read as. Safe for use by several threads.
 */
final class ControlDocument {
  private static final String ID = "epochs";
  private static final String COMMITS = "commits";
  private static final String NAMES = "names";

  private final Cluster cluster;
  private final String index;

  ControlDocument(Cluster cluster, String index) {
    this.cluster = cluster;
    this.index = index;
  }

  /** It as it was read, by which it is known whether it is so still. */
  record Read(Epoch epoch, long number, long term) {}

  /**
   * Reads it.
   *
   * @throws ArchiveUnavailableException if there is no archive, or one of another version
   */
  Read read() throws IOException {
    JsonNode found;
    try {
      found = cluster.send("GET", "/" + index + "/_doc/" + ID, null);
    } catch (ClusterException e) {
      if (e.status() == 404) {
        throw new ArchiveUnavailableException(
            Reason.MISSING,
            "there is no archive %s on the OpenSearch cluster at %s; onrecord index makes it"
                .formatted(index, cluster),
            e);
      }
      throw e;
    }
    Epoch epoch = Epoch.read(found.path("_source"));
    if (epoch.schema() != SchemaVersion.CURRENT.number()) {
      throw new ArchiveUnavailableException(
          Reason.OTHER_VERSION,
          ("the archive %s on the OpenSearch cluster at %s has schema %d, this program writes %d;"
                  + " index it anew under another prefix, or use the program that made it")
              .formatted(index, cluster, epoch.schema(), SchemaVersion.CURRENT.number()),
          null);
    }
    return new Read(epoch, found.path("_seq_no").asLong(), found.path("_primary_term").asLong());
  }

  /** Makes it where there is none. */
  void create(Epoch first) throws IOException {
    try {
      cluster.send("PUT", "/" + index + "/_create/" + ID, first.written());
    } catch (ClusterException e) {
      if (e.status() != 409) {
        throw e;
      }
    }
  }

  /** Changes it; null where it is no more as it was read. */
  @Nullable Read change(Read before, Epoch after) throws IOException {
    String path =
        "/%s/_doc/%s?if_seq_no=%d&if_primary_term=%d"
            .formatted(index, ID, before.number(), before.term());
    try {
      JsonNode done = cluster.send("PUT", path, after.written());
      return new Read(after, done.path("_seq_no").asLong(), done.path("_primary_term").asLong());
    } catch (ClusterException e) {
      if (e.status() != 409) {
        throw e;
      }
      // The answer to the same request may have been lost on its way, and this be the second.
      Read now = read();
      return now.epoch().equals(after) ? now : null;
    }
  }

  /**
   * Notes when an epoch was committed, and forgets those from before a time. Of two that do so at
   * once one may be forgotten: what went in it is then kept for longer.
   *
   * @param epoch what was committed last
   * @return the last epoch that was committed before the time; empty where none is noted
   */
  OptionalLong lastBefore(Instant before, long epoch, Instant now) throws IOException {
    ObjectNode noted = JsonNodeFactory.instance.objectNode();
    ArrayNode all = noted.putArray(COMMITS);
    OptionalLong last = OptionalLong.empty();
    for (JsonNode one : commits()) {
      if (one.path("at").asLong() < before.toEpochMilli()) {
        last = OptionalLong.of(Math.max(last.orElse(0), one.path("epoch").asLong()));
      } else {
        all.add(one);
      }
    }
    all.addObject().put("epoch", epoch).put("at", now.toEpochMilli());
    cluster.send("PUT", "/" + index + "/_doc/" + COMMITS, noted);
    return last;
  }

  /** Up to which decision about names documents are found under them. */
  int named() throws IOException {
    try {
      return cluster
          .send("GET", "/" + index + "/_doc/" + NAMES, null)
          .path("_source")
          .path(NAMES)
          .asInt();
    } catch (ClusterException e) {
      if (e.status() == 404) {
        return 0;
      }
      throw e;
    }
  }

  /** Notes that documents are found under the names of a decision and those before. */
  void named(int decision) throws IOException {
    ObjectNode noted = JsonNodeFactory.instance.objectNode().put(NAMES, decision);
    cluster.send("PUT", "/" + index + "/_doc/" + NAMES, noted);
  }

  private JsonNode commits() throws IOException {
    try {
      return cluster
          .send("GET", "/" + index + "/_doc/" + COMMITS, null)
          .path("_source")
          .path(COMMITS);
    } catch (ClusterException e) {
      if (e.status() == 404) {
        return JsonNodeFactory.instance.arrayNode();
      }
      throw e;
    }
  }
}
