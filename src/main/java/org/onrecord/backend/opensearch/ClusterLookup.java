package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Publication.Hold;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.FormerAddress;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.Readings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads articles, paragraphs and quotations by their ids, articles by when they may be shown, and
 * counts what there is, all in one view.
 */
final class ClusterLookup {
  /** How many documents one answer has at the most. */
  static final int MOST = 5_000;

  /** How many different things articles were read with are told apart. */
  private static final int MOST_READINGS = 1_000;

  private final ClusterView view;

  ClusterLookup(ClusterView view) {
    this.view = view;
  }

  /** A hit: its record and what it was sorted by. */
  private record Found(ArchiveDocument document, JsonNode sorted) {}

  /** The article with its paragraphs, if it is shown. */
  Optional<ArchivedArticle> article(ArticleId id) throws IOException {
    List<ArchiveDocument> documents = new ArrayList<>();
    JsonNode after = null;
    List<Found> page;
    do {
      page =
          found(
              List.of(Epochs.term(Fields.ARTICLE, id.value())),
              new Sorting(ClusterFields.SEQUENCE, "asc", after),
              MOST,
              id);
      page.forEach(one -> documents.add(one.document()));
      after = page.isEmpty() ? null : page.getLast().sorted();
    } while (page.size() == MOST);
    return ArchivedArticle.gathered(documents).filter(whole -> whole.document().held() == null);
  }

  /** The article's document, be it shown or not. */
  Optional<ArticleDocument> kept(ArticleId id) throws IOException {
    return found(
            List.of(Epochs.term(Fields.ARTICLE, id.value()), type(DocumentFields.ARTICLE_TYPE)),
            Sorting.NONE,
            1,
            id)
        .stream()
        .map(Found::document)
        .filter(ArticleDocument.class::isInstance)
        .map(ArticleDocument.class::cast)
        .findFirst();
  }

  Optional<Hold> hold(ArticleId id) throws IOException {
    return kept(id).map(ArticleDocument::held);
  }

  Optional<ParagraphDocument> paragraph(String id) throws IOException {
    return byId(id, ParagraphDocument.class);
  }

  Optional<QuoteDocument> quote(String id) throws IOException {
    return byId(id, QuoteDocument.class);
  }

  private <T extends ArchiveDocument> Optional<T> byId(String id, Class<T> type)
      throws IOException {
    return found(List.of(Epochs.term(Fields.ID, id)), Sorting.NONE, 1, null).stream()
        .map(Found::document)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  /** Addresses whose words are gone, of the articles that lost some last. */
  List<FormerAddress> lost(int most) throws IOException {
    List<FormerAddress> lost = new ArrayList<>();
    for (Found one :
        found(List.of(exists(Fields.GONE)), new Sorting(Fields.GONE, "desc", null), most, null)) {
      if (one.document() instanceof ArticleDocument article) {
        article.former().reversed().stream().filter(FormerAddress::isGone).forEach(lost::add);
      }
    }
    return lost;
  }

  /** The embargoed articles that may be shown from a time before, the earliest first. */
  List<Article> due(Instant now, int most, Set<ArticleId> but) throws IOException {
    return embargoed(
            List.of(embargoed(), Epochs.range(Fields.DUE, Map.of("lte", now.toEpochMilli()))),
            most,
            but)
        .stream()
        .map(one -> ((ArticleDocument) one.document()).received())
        .toList();
  }

  /** When the next embargo ends. */
  Optional<Instant> nextDue(Set<ArticleId> but) throws IOException {
    return embargoed(List.of(embargoed(), exists(Fields.DUE)), 1, but).stream()
        .map(one -> Instant.ofEpochMilli(one.sorted().path(0).asLong()))
        .findFirst();
  }

  private static ObjectNode embargoed() {
    return Epochs.term(Fields.HELD, Hold.EMBARGOED.label());
  }

  private List<Found> embargoed(List<ObjectNode> filters, int most, Set<ArticleId> but)
      throws IOException {
    return found(filters, new Sorting(Fields.DUE, "asc", null), most + but.size(), null).stream()
        .filter(one -> !but.contains(one.document().article().id()))
        .limit(most)
        .toList();
  }

  ArchiveCounts counts() throws IOException {
    ObjectNode types = terms(Fields.TYPE, 10);
    types.putObject("aggs").putObject("held").putObject("filter").set("exists", field(Fields.HELD));
    Map<String, Long> counts = new java.util.HashMap<>();
    for (JsonNode bucket : buckets(types)) {
      counts.put(
          bucket.path("key").asString(),
          bucket.path("doc_count").asLong() - bucket.path("held").path("doc_count").asLong());
    }
    return new ArchiveCounts(
        counts.getOrDefault(DocumentFields.ARTICLE_TYPE, 0L),
        counts.getOrDefault(DocumentType.PARAGRAPH.label(), 0L),
        counts.getOrDefault(DocumentType.QUOTE.label(), 0L));
  }

  /** How many articles there are, shown or not. */
  long articles() throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("query")
        .putObject("bool")
        .putArray("filter")
        .add(view.live())
        .add(type(DocumentFields.ARTICLE_TYPE));
    return ClusterFaults.whole(view.cluster().send("POST", "/" + view.index() + "/_count", body))
        .path("count")
        .asLong();
  }

  /**
   * A page of articles in the order of their ids.
   *
   * @param after what was given back of the page before; null for the first
   * @return null where there are no more
   */
  @Nullable JsonNode articles(
      int most, @Nullable JsonNode after, Consumer<? super ArticleDocument> action)
      throws IOException {
    List<Found> page =
        found(
            List.of(type(DocumentFields.ARTICLE_TYPE)),
            new Sorting(Fields.ARTICLE, "asc", after),
            most,
            null);
    for (Found one : page) {
      if (one.document() instanceof ArticleDocument article) {
        action.accept(article);
      }
    }
    return page.size() < most ? null : page.getLast().sorted();
  }

  /** With what the articles were read. */
  Readings readings() throws IOException {
    Map<String, Long> articles = new java.util.TreeMap<>();
    for (JsonNode bucket : buckets(terms(Fields.READ_WITH, MOST_READINGS))) {
      articles.put(bucket.path("key").asString(), bucket.path("doc_count").asLong());
    }
    long known = articles.values().stream().mapToLong(Long::longValue).sum();
    return new Readings(articles, counts().articles() - known);
  }

  /** Which of these articles there are in another form than in an earlier epoch. */
  Set<ArticleId> changedSince(long epoch, Collection<ArticleId> ids) throws IOException {
    Set<ArticleId> changed = new java.util.HashSet<>();
    List<ArticleId> all = List.copyOf(ids);
    for (int i = 0; i < all.size(); i += MOST) {
      ObjectNode wanted = JsonNodeFactory.instance.objectNode();
      ArrayNode values = wanted.putObject("terms").putArray(Fields.ARTICLE);
      all.subList(i, Math.min(all.size(), i + MOST)).forEach(one -> values.add(one.value()));
      ObjectNode touched = JsonNodeFactory.instance.objectNode();
      ArrayNode either = touched.putObject("bool").putArray("should");
      either.add(Epochs.range(ClusterFields.FROM, Map.of("gt", epoch)));
      either.add(Epochs.range(ClusterFields.UNTIL, Map.of("gt", epoch, "lt", ClusterFields.NEVER)));
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("size", 0);
      ArrayNode filter = body.putObject("query").putObject("bool").putArray("filter");
      filter.add(wanted).add(touched).add(type(DocumentFields.ARTICLE_TYPE));
      body.putObject("aggs").set("a", terms(Fields.ARTICLE, MOST));
      JsonNode answer = search(body, null);
      answer
          .path("aggregations")
          .path("a")
          .path("buckets")
          .forEach(bucket -> changed.add(new ArticleId(bucket.path("key").asString())));
    }
    return changed;
  }

  private static ObjectNode terms(String field, int most) {
    ObjectNode aggregation = JsonNodeFactory.instance.objectNode();
    aggregation.putObject("terms").put("field", field).put("size", most);
    return aggregation;
  }

  private JsonNode buckets(ObjectNode aggregation) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("size", 0);
    body.putObject("query").putObject("bool").putArray("filter").add(view.live());
    body.putObject("aggs").set("a", aggregation);
    return search(body, null).path("aggregations").path("a").path("buckets");
  }

  /** What hits are sorted by, and after which the page begins. */
  private record Sorting(@Nullable String field, String order, @Nullable JsonNode after) {
    static final Sorting NONE = new Sorting(null, "", null);

    void addTo(ObjectNode body) {
      if (field != null) {
        body.putArray("sort").addObject().put(field, order);
      }
      if (after != null) {
        body.set("search_after", after);
      }
    }
  }

  private List<Found> found(
      List<ObjectNode> filters, Sorting sorting, int most, @Nullable ArticleId routing)
      throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("size", most).put("track_total_hits", false);
    body.putArray("_source").add(ClusterFields.RECORD);
    ArrayNode filter = body.putObject("query").putObject("bool").putArray("filter");
    filter.add(view.live());
    filters.forEach(filter::add);
    sorting.addTo(body);
    List<Found> found = new ArrayList<>();
    for (JsonNode hit : search(body, routing).path("hits").path("hits")) {
      found.add(new Found(ClusterRecords.read(hit.path("_source")), hit.path("sort")));
    }
    return found;
  }

  private JsonNode search(ObjectNode body, @Nullable ArticleId routing) throws IOException {
    String where = routing == null ? "" : "?routing=" + Cluster.encoded(routing.value());
    return ClusterFaults.whole(
        view.cluster().send("POST", "/" + view.index() + "/_search" + where, body));
  }

  private static ObjectNode type(String type) {
    return Epochs.term(Fields.TYPE, type);
  }

  private static ObjectNode exists(String name) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    query.set("exists", field(name));
    return query;
  }

  private static ObjectNode field(String name) {
    return JsonNodeFactory.instance.objectNode().put("field", name);
  }
}
