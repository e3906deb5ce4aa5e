package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backup.ArchiveAudit;
import org.onrecord.backup.IndexReport;
import org.onrecord.backup.IndexVerifier;
import org.onrecord.people.NameSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks what was last committed to an archive on a cluster, while others may write to it: whether
 * all of it is there and has the fields of this version, then what lies in it ({@link
 * ArchiveAudit}, {@link DocumentAudit}), and whether its epochs can be.
 */
public final class ClusterIndexVerifier implements IndexVerifier {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int PAGE = 1_000;
  private static final String KEPT = "5m";

  private final Opening opening;
  private final Decided decided;

  /** Opens the archive. */
  @FunctionalInterface
  public interface Opening {
    Epochs open() throws IOException;
  }

  /** Tells what was decided about an archive's names. */
  @FunctionalInterface
  public interface Decided {
    NameSource of(Epochs epochs) throws IOException;
  }

  public ClusterIndexVerifier(Opening opening, Decided decided) {
    this.opening = opening;
    this.decided = decided;
  }

  @Override
  public IndexReport verify() throws IOException {
    try (Epochs epochs = opening.open()) {
      Epoch epoch = epochs.control().read().value();
      DocumentsIndex index = epochs.index(epoch);
      List<String> faults = damage(index);
      if (!faults.isEmpty()) {
        return IndexReport.damaged(faults);
      }
      ArchiveAudit audit = new ArchiveAudit();
      DocumentAudit documents = new DocumentAudit(audit, decided.of(epochs).names());
      Set<ArticleId> held = Set.of();
      if (!epoch.isEmpty()) {
        each(index, epoch, documents);
        held = documents.end();
      }
      checkHeld(index, epoch, held, audit);
      checkEpochs(epochs, index, audit);
      return audit.report();
    }
  }

  /** Only whether all of it is there; what lies in it is not read. */
  @Override
  public List<String> damage() throws IOException {
    try (Epochs epochs = opening.open()) {
      return damage(epochs.index(epochs.control().olderToo().read().value()));
    }
  }

  private static List<String> damage(DocumentsIndex index) throws IOException {
    List<String> faults = new ArrayList<>();
    if (!index.isThere()) {
      return List.of("the index " + index.name() + " is not there");
    }
    JsonNode health = index.cluster().send("GET", "/_cluster/health/" + index.name(), null);
    if (health.path("status").asString("").equals("red")) {
      return List.of(
          "a shard of the index %s has no copy left; see GET _cluster/allocation/explain"
              .formatted(index.name()));
    }
    JsonNode fields =
        index
            .cluster()
            .send("GET", "/" + index.name() + "/_mapping", null)
            .path(index.name())
            .path("mappings")
            .path("properties");
    JsonNode wanted = IndexDefinition.documents(1, 0).path("mappings").path("properties");
    for (String field : wanted.propertyNames()) {
      JsonNode type = fields.path(field).path("type");
      if (!type.equals(wanted.path(field).path("type"))) {
        faults.add(
            "the index %s has not the field %s as this version has it; onrecord reindex"
                .formatted(index.name(), field));
      }
    }
    return faults;
  }

  /** Takes the documents of one point in time in the order of their articles. */
  private static void each(DocumentsIndex index, Epoch epoch, DocumentAudit documents)
      throws IOException {
    Cluster cluster = index.cluster();
    String point =
        cluster
            .send("POST", "/" + index.name() + "/_search/point_in_time?keep_alive=" + KEPT, null)
            .path("pit_id")
            .asString();
    try {
      JsonNode last = null;
      JsonNode page;
      do {
        ObjectNode body = asked(epoch, last);
        body.putObject("pit").put("id", point).put("keep_alive", KEPT);
        page =
            ClusterFaults.whole(cluster.send("POST", "/_search", body)).path("hits").path("hits");
        for (JsonNode hit : page) {
          documents.read(hit);
          last = hit.path("sort");
        }
      } while (page.size() == PAGE);
    } finally {
      ObjectNode over = JSON.objectNode();
      over.putArray("pit_id").add(point);
      cluster.send("DELETE", "/_search/point_in_time", over);
    }
  }

  private static ObjectNode asked(Epoch epoch, @Nullable JsonNode after) {
    ObjectNode body = DocumentsIndex.asking(epoch.live());
    body.put("size", PAGE).put("track_total_hits", false);
    ArrayNode sort = body.putArray("sort");
    sort.addObject().put(Fields.ARTICLE, "asc");
    sort.addObject().put(ClusterFields.SEQUENCE, "asc");
    if (after != null) {
      body.set("search_after", after);
    }
    return body;
  }

  /** Words that were withheld go with the commit. */
  private static void checkHeld(
      DocumentsIndex index, Epoch epoch, Collection<ArticleId> held, ArchiveAudit audit)
      throws IOException {
    List<ArticleId> all = List.copyOf(held);
    for (int i = 0; i < all.size(); i += PAGE) {
      ObjectNode query = Leftovers.gone(epoch, epoch.committed());
      ((ArrayNode) query.path("bool").path("filter"))
          .add(EpochWriter.ofArticles(all.subList(i, Math.min(all.size(), i + PAGE))));
      long left = index.count(query);
      if (left > 0) {
        audit.problem(
            left
                + " documents of articles that are not shown are there still; they go when an"
                + " article is written ten minutes later");
      }
    }
  }

  private static void checkEpochs(Epochs epochs, DocumentsIndex index, ArchiveAudit audit)
      throws IOException {
    long seen = Math.max(last(index, ClusterFields.FROM), last(index, ClusterFields.UNTIL));
    Epoch now = epochs.control().read().value();
    if (index.name().equals(epochs.index(now).name()) && seen > now.last()) {
      audit.problem("there are documents of epoch %d, which never was".formatted(seen));
    }
    Set<String> named = epochs.named();
    if (!named.equals(Set.of(epochs.index(now).name()))) {
      audit.problem(
          "the alias %s names %s, and the archive lies in %s"
              .formatted(epochs.documents(), named, epochs.index(now).name()));
    }
  }

  private static long last(DocumentsIndex index, String field) throws IOException {
    ObjectNode body = DocumentsIndex.asking(Epochs.range(field, Map.of("lt", ClusterFields.NEVER)));
    body.put("size", 1).putArray("_source").add(field);
    body.putArray("sort").addObject().put(field, "desc");
    return ClusterFaults.whole(index.cluster().send("POST", "/" + index.name() + "/_search", body))
        .path("hits")
        .path("hits")
        .path(0)
        .path("_source")
        .path(field)
        .asLong(0);
  }
}
