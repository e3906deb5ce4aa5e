package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.backup.ArchiveAudit;
import org.onrecord.people.Names;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.ArchiveUnavailableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes every document of an archive on a cluster, those of an article one after the other, and
 * compares what each is found, sorted and counted by with its record.
 */
final class DocumentAudit {
  /** What is given by when others came, and the record itself. */
  private static final List<String> OWN_WAY =
      List.of(ClusterFields.FROM, ClusterFields.UNTIL, ClusterFields.RECORD, Fields.PASSAGE);

  private final JsonDocuments made = new JsonDocuments();
  private final ArchiveAudit audit;
  private final Names names;
  private final Set<ArticleId> held = new HashSet<>();
  private final List<ArchiveDocument> documents = new ArrayList<>();
  private final List<JsonNode> sources = new ArrayList<>();

  /**
   * An audit.
   *
   * @param names under which articles are found
   */
  DocumentAudit(ArchiveAudit audit, Names names) {
    this.audit = audit;
    this.names = names;
  }

  /** Takes the next one, a hit of a search. */
  void read(JsonNode hit) throws IOException {
    JsonNode source = hit.path("_source");
    String article = source.path(Fields.ARTICLE).asString("");
    if (!hit.path("_routing").asString("").equals(article)) {
      audit.problem("a document of " + article + " lies where it is not looked for");
    }
    ArchiveDocument document;
    try {
      document = ClusterRecords.read(source);
    } catch (ArchiveUnavailableException e) {
      audit.problem(
          "document %s of %s: %s"
              .formatted(source.path(ClusterFields.SEQUENCE), article, e.getMessage()));
      return;
    }
    if (!documents.isEmpty()
        && !documents.getFirst().article().id().equals(document.article().id())) {
      end();
    }
    audit.read(document);
    documents.add(document);
    sources.add(source);
  }

  /** All were read; the articles of which nothing is shown. */
  Set<ArticleId> end() throws IOException {
    Optional<ArchivedArticle> article = ArchivedArticle.gathered(documents);
    if (article.isPresent()) {
      compare(article.get());
    }
    documents.clear();
    sources.clear();
    return held;
  }

  private void compare(ArchivedArticle article) throws IOException {
    if (article.document().held() != null) {
      held.add(article.id());
    }
    List<ObjectNode> wanted = made.of(article, WrittenArticle.unkeyed(article), names);
    if (wanted.size() != sources.size()) {
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      JsonNode is = sources.get(i);
      // Read as what came from the cluster was, so that numbers are of the same kinds.
      JsonNode be =
          JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsBytes(wanted.get(i)));
      Set<String> fields = new TreeSet<>(is.propertyNames());
      fields.addAll(be.propertyNames());
      OWN_WAY.forEach(fields::remove);
      for (String field : fields) {
        if (!is.path(field).equals(be.path(field))) {
          audit.problem(
              "%s is searched by another %s than it has"
                  .formatted(is.path(Fields.ID).asString(article.id().value()), field));
        }
      }
    }
  }
}
