package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.ApiKeys;
import org.onrecord.access.AuditLog;
import org.onrecord.access.KeyFile;
import org.onrecord.alert.SenderState;
import org.onrecord.correction.DecisionLog;
import org.onrecord.correction.DecisionLogs;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The index {@code PREFIX-side}: what lies in files beside an index that is in a folder. Its
 * documents are asked for by their ids alone, of the primary shard and as they are at the moment;
 * each is made where there is none, or replaced as it was read. Made with the first of them. Safe
 * for use by several threads.
 */
public final class SideIndex implements DecisionLogs {
  private static final String TOKEN = "token";
  private static final String PRIMARY = "preference=_primary";

  private final Cluster cluster;
  private final String prefix;
  private final int replicas;
  private boolean made;

  /**
   * Names it; nothing is asked of the cluster yet.
   *
   * @param replicas how many more times it is kept, when it is made
   */
  SideIndex(Cluster cluster, String prefix, int replicas) {
    this.cluster = cluster;
    this.prefix = prefix;
    this.replicas = replicas;
  }

  @Override
  public <T> DecisionLog<T> log(String name, Function<String, T> reader) {
    return new ClusterLog<>(this, name, reader);
  }

  /** The keys. */
  public ApiKeys keys(InstantSource clock) {
    return new ClusterKeys(this, clock);
  }

  /** Nobody has a key any more; says whether anybody had. */
  boolean forgetKeys() throws IOException {
    return delete(KeyFile.FILE);
  }

  /** Takes a document away; says whether it was there. */
  boolean delete(String id) throws IOException {
    try {
      String path = "/%s/_doc/%s".formatted(name(), Cluster.encoded(id));
      cluster.send("DELETE", path, null);
      return true;
    } catch (ClusterException e) {
      if (e.status() != 404) {
        throw e;
      }
      return false;
    }
  }

  /** Writes a document, whatever is there. */
  void put(String id, ObjectNode source) throws IOException {
    make();
    cluster.send("PUT", "/%s/_doc/%s".formatted(name(), Cluster.encoded(id)), source);
  }

  /** A document that several programs change. */
  <T> VersionedDocument<T> document(String id, VersionedDocument.Form<T> form) {
    return new VersionedDocument<>(cluster, name(), id, form);
  }

  /**
   * Which of several services sends what saved searches find, and what it leaves to the next.
   *
   * @param silence for how long one may be silent before another sends
   */
  public SenderState sender(Duration silence) {
    return new SenderState(
        new ClusterLease(document("sender", ClusterLease.FORM), this::make, silence),
        new ClusterLines(this, SenderState.LOG),
        new ClusterLines(this, SenderState.TOLD));
  }

  /** The log of writes, which has an index of its own. */
  public AuditLog audit(InstantSource clock) {
    return new ClusterAudit(cluster, auditName(), replicas, clock);
  }

  String auditName() {
    return prefix + "-audit";
  }

  /** Where something is, for messages. */
  String place(String name) {
    return "%s in the index %s of the OpenSearch cluster at %s".formatted(name, name(), cluster);
  }

  String name() {
    return prefix + "-side";
  }

  /** A document as it was read, by which it is known whether it is so still. */
  record Version(long number, long term) {
    static Version of(JsonNode document) {
      return new Version(
          document.path("_seq_no").asLong(), document.path("_primary_term").asLong());
    }
  }

  /** A document; null where there is none. */
  @Nullable JsonNode get(String id) throws IOException {
    return got(id, "");
  }

  /** The version of a document, without what it holds; null where there is none. */
  @Nullable Version version(String id) throws IOException {
    JsonNode found = got(id, "&_source=false");
    return found == null ? null : Version.of(found);
  }

  private @Nullable JsonNode got(String id, String parameters) throws IOException {
    try {
      String path = "/%s/_doc/%s?%s%s".formatted(name(), Cluster.encoded(id), PRIMARY, parameters);
      return cluster.send("GET", path, null);
    } catch (ClusterException e) {
      if (e.status() == 404) {
        return null;
      }
      throw e;
    }
  }

  /**
   * What some documents hold, in the order of their ids, up to the first that is not there.
   *
   * @throws ArchiveUnavailableException if one of them cannot be read now
   */
  List<JsonNode> beginning(List<String> ids) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode asked = body.putArray("ids");
    ids.forEach(asked::add);
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode one :
        cluster.send("POST", "/" + name() + "/_mget?" + PRIMARY, body).path("docs")) {
      JsonNode error = one.path("error");
      String type = error.path("type").asString("");
      if (error.isObject() && !type.equals("index_not_found_exception")) {
        throw new ArchiveUnavailableException(
            Reason.UNREACHABLE, name() + " cannot be read now: " + error, null);
      }
      if (!one.path("found").asBoolean()) {
        break;
      }
      found.add(one.path("_source"));
    }
    return found;
  }

  /** By which it is known again who wrote a document. */
  static String token(JsonNode source) {
    return source.path(TOKEN).asString("");
  }

  /** Makes a document; says whether it did, and nobody else had before. */
  boolean create(String id, ObjectNode source) throws IOException {
    return write(id, "_create", "", source);
  }

  /** Replaces a document; says whether it did, and nobody else had since it was read. */
  boolean replace(String id, Version read, ObjectNode source) throws IOException {
    String condition = "?if_seq_no=%d&if_primary_term=%d".formatted(read.number(), read.term());
    return write(id, "_doc", condition, source);
  }

  private boolean write(String id, String how, String condition, ObjectNode source)
      throws IOException {
    make();
    source.put(TOKEN, UUID.randomUUID().toString());
    String path = "/%s/%s/%s%s".formatted(name(), how, Cluster.encoded(id), condition);
    try {
      cluster.send("PUT", path, source);
      return true;
    } catch (ClusterException e) {
      if (e.status() != 409) {
        throw e;
      }
      // The answer to the same request may have been lost on its way, and this be the second.
      JsonNode now = get(id);
      return now != null && Objects.equals(token(now.path("_source")), token(source));
    }
  }

  /** Makes the index where there is none. */
  synchronized void make() throws IOException {
    if (!made) {
      cluster.createIndex(name(), IndexDefinition.control(replicas));
      made = true;
    }
  }
}
