package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.people.Decided;
import org.onrecord.people.NameDecision;
import org.onrecord.people.Names;
import org.onrecord.people.PeopleHistory;
import org.onrecord.people.PeopleLog;
import org.onrecord.people.RefusedDecisionException;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.Facet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decisions about the names of an archive on a cluster: each goes to the log, and then everything
 * that has the name is written anew, in one epoch, as it is found under it. Whoever is killed in
 * between leaves that to the next who decides, or serves. Safe for use by several threads.
 */
public final class ClusterPeople implements PeopleLog {
  private static final int PAGE = 500;

  private final PeopleLog log;
  private final Epochs epochs;
  private final OpenSearchArchive.Terms terms;
  private final JsonDocuments documents = new JsonDocuments();

  /**
   * Decisions.
   *
   * @param log where they are kept
   */
  public ClusterPeople(PeopleLog log, Epochs epochs, OpenSearchArchive.Terms terms) {
    this.log = log;
    this.epochs = epochs;
    this.terms = terms;
  }

  @Override
  public String place() {
    return log.place();
  }

  /** It is safe once the log has it; where the cluster fails then, it is found so later. */
  @Override
  public Decided decide(
      NameDecision decision, String by, @Nullable String note, InstantSource clock)
      throws IOException, RefusedDecisionException {
    Decided decided = log.decide(decision, by, note, clock);
    apply();
    return decided;
  }

  @Override
  public PeopleHistory history() throws IOException {
    return log.history();
  }

  @Override
  public Names names() throws IOException {
    return log.names();
  }

  /** Has everything found as it was decided; nothing is done where it is already. */
  public synchronized void apply() throws IOException {
    if (epochs.control().named() >= log.history().last()) {
      return;
    }
    WritingTurn turn = WritingTurn.take(epochs.control(), terms.lease(), terms.patience());
    try {
      PeopleHistory history = log.history();
      Set<String> changed = history.changedSince(epochs.control().named());
      Epoch before = turn.before();
      EpochWriter writer = new EpochWriter(epochs.index(before), turn.epoch());
      List<ArticleId> articles =
          before.isEmpty() || changed.isEmpty() ? List.of() : articles(before, changed);
      for (int i = 0; i < articles.size(); i += PAGE) {
        List<ArticleId> some = articles.subList(i, Math.min(articles.size(), i + PAGE));
        for (ArticleId id : some) {
          rewrite(id, before, history.names(), writer);
        }
        writer.remove(some, before);
      }
      writer.send();
      epochs.index(before).refresh();
      if (articles.isEmpty()) {
        turn.abort();
      } else {
        turn.commit();
      }
      epochs.control().named(history.last());
    } catch (IOException | RuntimeException e) {
      end(turn, e);
      throw e;
    }
  }

  private static void end(WritingTurn turn, Exception fault) {
    try {
      turn.abort();
    } catch (IOException again) {
      fault.addSuppressed(again);
    }
  }

  private void rewrite(ArticleId id, Epoch before, Names names, EpochWriter writer)
      throws IOException {
    ArchivedArticle article = new ClusterLookup(epochs.view(before)).article(id).orElse(null);
    if (article != null) {
      ClusterBlock lying = new ClusterBlock.Preparation(() -> Names.NONE).of(article);
      Map<String, JsonNode> keys = keys(id, before);
      List<ObjectNode> all = new ArrayList<>();
      for (ObjectNode one : documents.of(article, lying.written(), names)) {
        JsonNode key = keys.get(one.path(Fields.ID).asString(""));
        ObjectNode document = one.deepCopy();
        if (key != null) {
          document.set(Fields.PASSAGE, key);
        }
        all.add(document);
      }
      writer.write(id, all);
    }
  }

  /** The keys of an article's passages that have copies, by their ids. */
  private Map<String, JsonNode> keys(ArticleId id, Epoch before) throws IOException {
    ObjectNode having = JsonNodeFactory.instance.objectNode();
    having.putObject("exists").put("field", Fields.PASSAGE);
    ObjectNode body = asking(before, List.of(Epochs.term(Fields.ARTICLE, id.value()), having));
    body.put("size", ClusterLookup.MOST);
    body.putArray("_source").add(Fields.ID).add(Fields.PASSAGE);
    Map<String, JsonNode> keys = new HashMap<>();
    for (JsonNode hit : search(body).path("hits").path("hits")) {
      JsonNode source = hit.path("_source");
      keys.put(source.path(Fields.ID).asString(""), source.path(Fields.PASSAGE));
    }
    return keys;
  }

  /** The articles that have one of the ids. */
  private List<ArticleId> articles(Epoch before, Set<String> ids) throws IOException {
    ObjectNode any = JsonNodeFactory.instance.objectNode();
    ArrayNode either = any.putObject("bool").putArray("should");
    for (Facet facet : Facet.OF_PEOPLE) {
      for (String id : ids) {
        either
            .addObject()
            .putObject("prefix")
            .put(ClusterFields.of(FacetFields.idField(facet)), id + FacetFields.SEPARATOR);
      }
    }
    ObjectNode body = asking(before, List.of(any));
    body.put("size", 0);
    ObjectNode composite =
        body.putObject("aggs").putObject("of").putObject("composite").put("size", PAGE);
    composite
        .putArray("sources")
        .addObject()
        .putObject("article")
        .putObject("terms")
        .put("field", Fields.ARTICLE);
    List<ArticleId> articles = new ArrayList<>();
    JsonNode told;
    do {
      told = search(body).path("aggregations").path("of");
      for (JsonNode bucket : told.path("buckets")) {
        articles.add(new ArticleId(bucket.path("key").path("article").asString()));
      }
      composite.set("after", told.path("after_key"));
    } while (told.path("buckets").size() == PAGE);
    return articles;
  }

  private static ObjectNode asking(Epoch before, List<ObjectNode> filters) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    ArrayNode filter = query.putObject("bool").putArray("filter");
    filter.add(before.live());
    filters.forEach(filter::add);
    return DocumentsIndex.asking(query);
  }

  private JsonNode search(ObjectNode body) throws IOException {
    return ClusterFaults.whole(
        epochs.cluster().send("POST", "/" + epochs.documents() + "/_search", body));
  }
}
