package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.alert.AnnouncedArticle;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.ingest.ArticleSuccession;
import org.onrecord.ingest.PreparedArticle;
import org.onrecord.schema.ArchivedArticle;
import tools.jackson.databind.node.ObjectNode;

/**
 * Articles that came and are not yet on the cluster, and what came to be decided about them, so
 * that it can be decided anew when others have written meanwhile. Not safe for use by several
 * threads.
 */
final class StagedArticles {
  /** What is done with an article in the end; no documents where it is taken out. */
  record Outcome(AnnouncedArticle.Kind kind, List<ObjectNode> documents, Map<String, Long> keys) {
    /** The documents with the keys that passages have by now. */
    List<ObjectNode> keyed() {
      List<ObjectNode> keyed = new ArrayList<>();
      for (ObjectNode document : documents) {
        Long key = keys.get(document.path(Fields.ID).asString(""));
        keyed.add(key == null ? document : document.deepCopy().put(Fields.PASSAGE, key));
      }
      return keyed;
    }
  }

  /** What was asked: an article, or null, which asks that the one with this id be taken out. */
  private record Asked(ArticleId id, @Nullable PreparedArticle article) {}

  private final Map<ArticleId, Outcome> outcomes = new LinkedHashMap<>();
  private final List<Asked> asked = new ArrayList<>();
  private final Set<ArticleId> purged = new HashSet<>();
  private int size;

  void asked(PreparedArticle article) {
    asked.add(new Asked(article.article().id(), article));
  }

  void askedToDelete(ArticleId id) {
    asked.add(new Asked(id, null));
  }

  /**
   * Writes an article.
   *
   * @param kind what came of it
   * @param keys by their ids, those of its passages that have copies; it may grow
   */
  void write(
      ArticleId id,
      AnnouncedArticle.Kind kind,
      List<ObjectNode> documents,
      Map<String, Long> keys) {
    outcomes.put(id, new Outcome(kind, documents, keys));
    size += documents.size();
  }

  void remove(ArticleId id) {
    outcomes.put(id, new Outcome(AnnouncedArticle.Kind.GONE, List.of(), Map.of()));
    size++;
  }

  /** The words that the archive has of the article are to go for good. */
  void purge(ArticleId id) {
    purged.add(id);
  }

  /** How many documents there are. */
  int size() {
    return size;
  }

  Map<ArticleId, Outcome> outcomes() {
    return outcomes;
  }

  Set<ArticleId> purged() {
    return purged;
  }

  boolean isEmpty() {
    return outcomes.isEmpty();
  }

  /** Decides about everything anew. */
  void again(ArticleSuccession succession) throws IOException {
    outcomes.clear();
    size = 0;
    for (Asked one : List.copyOf(asked)) {
      if (one.article() != null) {
        succession.put(one.article());
      } else {
        succession.delete(one.id());
      }
    }
  }

  /** Everything is on the cluster. */
  void written() {
    outcomes.clear();
    asked.clear();
    size = 0;
  }

  /** Everything is committed, or gone. */
  void clear() {
    written();
    purged.clear();
  }

  /** An article's block, made anew where it is of another, or under other names. */
  static ClusterBlock block(
      ArchivedArticle article, PreparedArticle prepared, ClusterBlock.Preparation preparation)
      throws IOException {
    return prepared instanceof ClusterBlock ready
            && ready.article() == article
            && ready.names() == preparation.names()
        ? ready
        : preparation.of(article);
  }
}
