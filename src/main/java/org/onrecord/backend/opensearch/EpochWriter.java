package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.index.Fields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes documents in one epoch, in which they appear, and in which others go: nothing of it counts
 * before the epoch does. What is written twice is the same. Not safe for use by several threads.
 */
final class EpochWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** An epoch that came later has decided about the document; one that came to nothing has not. */
  private static final String GOES =
      "if (ctx._source.until == params.never || ctx._source.until < params.epoch)"
          + " { ctx._source.until = params.epoch } else { ctx.op = 'noop' }";

  private static final String STAYS = "ctx._source.until = params.never";

  private static final String HAS_COPIES = "ctx._source.passage = params.keys[ctx._source.id]";

  /** How many passages get their keys by one request. */
  private static final int MOST_KEYS = 1_000;

  private static final int MOST_ROUNDS = 20;

  private final DocumentsIndex index;
  private final long epoch;
  private final BulkBuffer bulk;

  /** How many documents an article has in this epoch. */
  private final Map<ArticleId, Integer> written = new HashMap<>();

  EpochWriter(DocumentsIndex index, long epoch) {
    this.index = index;
    this.epoch = epoch;
    this.bulk = new BulkBuffer(index.cluster(), index.name());
  }

  /** Lets everything go that is there of these articles, and of a view. */
  void remove(Collection<ArticleId> articles, Epoch before) throws IOException {
    if (articles.isEmpty() || before.isEmpty()) {
      return;
    }
    ObjectNode query = JSON.objectNode();
    ArrayNode filter = query.putObject("bool").putArray("filter");
    filter.add(ofArticles(articles)).add(before.live());
    updateAll(query, GOES, Map.of());
  }

  /** Writes an article's documents, in place of those that this epoch has. */
  void write(ArticleId article, List<ObjectNode> documents) throws IOException {
    int before = written.getOrDefault(article, 0);
    for (int i = 0; i < documents.size(); i++) {
      ObjectNode document = documents.get(i).objectNode();
      document.setAll(documents.get(i));
      document.put(ClusterFields.FROM, epoch).put(ClusterFields.UNTIL, ClusterFields.NEVER);
      if (i < before) {
        bulk.index(id(article, i), article.value(), document);
      } else {
        bulk.create(id(article, i), article.value(), document);
      }
    }
    forget(article, documents.size());
  }

  /** Writes what tells of the epoch's articles. */
  void announce(List<ObjectNode> documents) throws IOException {
    for (int i = 0; i < documents.size(); i++) {
      ObjectNode document = documents.get(i).deepCopy().put(ClusterFields.FROM, epoch);
      String id = Long.toString(epoch, Character.MAX_RADIX) + ".arrivals." + i;
      bulk.create(id, ClusterArrivals.TYPE, document);
    }
  }

  /**
   * Gives passages their keys: those of a view, and those that this epoch has. That does no harm
   * where the epoch comes to nothing.
   */
  void key(Map<String, Long> keys, Epoch before) throws IOException {
    if (keys.isEmpty()) {
      return;
    }
    bulk.send();
    index.refresh();
    List<String> passages = List.copyOf(keys.keySet());
    for (int i = 0; i < passages.size(); i += MOST_KEYS) {
      List<String> some = passages.subList(i, Math.min(passages.size(), i + MOST_KEYS));
      ObjectNode query = JSON.objectNode();
      ArrayNode filter = query.putObject("bool").putArray("filter");
      ArrayNode ids = filter.addObject().putObject("terms").putArray(Fields.ID);
      some.forEach(ids::add);
      ArrayNode either = filter.addObject().putObject("bool").putArray("should");
      either.add(before.live()).add(in(ClusterFields.FROM, List.of(epoch)));
      Map<String, Long> part = new HashMap<>(keys);
      part.keySet().retainAll(some);
      updateAll(query, HAS_COPIES, part);
    }
  }

  private void forget(ArticleId article, int left) throws IOException {
    int before = written.getOrDefault(article, 0);
    for (int i = left; i < before; i++) {
      bulk.delete(id(article, i), article.value());
    }
    written.put(article, left);
  }

  /** All of it is on the cluster. */
  void send() throws IOException {
    bulk.send();
  }

  private String id(ArticleId article, int sequence) {
    return Long.toString(epoch, Character.MAX_RADIX) + '.' + sequence + '.' + digest(article);
  }

  private static String digest(ArticleId article) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(article.value().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 15));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Undoes what was done in epochs that came to nothing. */
  void heal(Set<Long> aborted) throws IOException {
    index.refresh();
    index.delete(in(ClusterFields.FROM, aborted));
    updateAll(in(ClusterFields.UNTIL, aborted), STAYS, Map.of());
  }

  static ObjectNode in(String field, Collection<Long> numbers) {
    ObjectNode query = JSON.objectNode();
    ArrayNode values = query.putObject("terms").putArray(field);
    numbers.forEach(values::add);
    return query;
  }

  static ObjectNode ofArticles(Collection<ArticleId> articles) {
    ObjectNode query = JSON.objectNode();
    ArrayNode values = query.putObject("terms").putArray(Fields.ARTICLE);
    articles.forEach(one -> values.add(one.value()));
    return query;
  }

  /** Changes whatever matches; again, where a document was changed by others meanwhile. */
  private void updateAll(ObjectNode query, String script, Map<String, Long> keys)
      throws IOException {
    ObjectNode body = DocumentsIndex.asking(query);
    ObjectNode change = body.putObject("script").put("lang", "painless").put("source", script);
    ObjectNode params = change.putObject("params");
    params.put("epoch", epoch).put("never", ClusterFields.NEVER);
    ObjectNode given = params.putObject("keys");
    keys.forEach(given::put);
    List<String> told = new ArrayList<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      JsonNode done = index.update(body);
      if (done.path("version_conflicts").asLong() == 0 && done.path("failures").isEmpty()) {
        return;
      }
      told.add(done.path("failures").toString());
      index.refresh();
    }
    throw new IOException("the cluster does not mark what goes: " + told.getLast());
  }
}
