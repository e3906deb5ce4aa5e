package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.opensearch.VersionedDocument.Read;
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
  private final int oldest;
  private final VersionedDocument<Epoch> document;

  ControlDocument(Cluster cluster, String index) {
    this(cluster, index, IndexDefinition.SCHEMA);
  }

  private ControlDocument(Cluster cluster, String index, int oldest) {
    this.cluster = cluster;
    this.index = index;
    this.oldest = oldest;
    this.document =
        new VersionedDocument<>(
            cluster, index, ID, new VersionedDocument.Form<>(Epoch::read, Epoch::written));
  }

  /** The same for who takes archives of older versions as well. */
  ControlDocument olderToo() {
    return new ControlDocument(cluster, index, 1);
  }

  /**
   * Reads it.
   *
   * @throws ArchiveUnavailableException if there is no archive, or one of another version
   */
  Read<Epoch> read() throws IOException {
    Optional<Read<Epoch>> found = document.read();
    if (found.isEmpty()) {
      throw new ArchiveUnavailableException(
          Reason.MISSING,
          "there is no archive %s on the OpenSearch cluster at %s; onrecord index makes it"
              .formatted(index, cluster),
          null);
    }
    int schema = found.get().value().schema();
    int current = IndexDefinition.SCHEMA;
    if (schema < oldest || schema > current) {
      throw new ArchiveUnavailableException(
          Reason.OTHER_VERSION,
          "the archive %s on the OpenSearch cluster at %s has schema %d, this program's is %d; %s"
              .formatted(
                  index,
                  cluster,
                  schema,
                  current,
                  schema < current
                      ? "onrecord reindex brings it over"
                      : "use the version that made it, or another prefix"),
          null);
    }
    return found.get();
  }

  /** Makes it where there is none. */
  void create(Epoch first) throws IOException {
    document.create(first);
  }

  /** Changes it; null where it is no more as it was read. */
  @Nullable Read<Epoch> change(Read<Epoch> before, Epoch after) throws IOException {
    return document.change(before, after);
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
