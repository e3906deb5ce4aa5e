package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.copies.CopyIndex;
import org.onrecord.backend.lucene.copies.NearestCopy;
import org.onrecord.backend.lucene.copies.SketchSearch;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.copies.ComparedArticle;
import org.onrecord.copies.CopyRule;
import org.onrecord.copies.Likeness;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.QuoteDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds copies in a cluster's archive, as of the commit by which articles are decided about; keys
 * that passages get are kept until they are sent. Not safe for use by several threads.
 */
final class ClusterCopies implements CopyIndex {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** How many articles are fetched: some were written anew since. */
  private static final int MOST_FETCHED = 4 * SketchSearch.MOST_COMPARED;

  /** How many quotations are looked at that have one of an article's terms. */
  private static final int MOST_WITH_TERMS = 400;

  /** Where the view comes from. */
  @FunctionalInterface
  interface Views {
    ClusterView get() throws IOException;
  }

  private final Views views;
  private final Map<String, Long> keys = new HashMap<>();
  private final Map<String, List<Known>> asked = new HashMap<>();

  ClusterCopies(Views views) {
    this.views = views;
  }

  /** Keys that passages got, by the passages' ids, until they are taken. */
  Map<String, Long> takeKeys() {
    Map<String, Long> taken = Map.copyOf(keys);
    keys.clear();
    return taken;
  }

  @Override
  public Optional<NearestCopy> nearest(ComparedArticle compared, Predicate<ArticleId> passed)
      throws IOException {
    long[] sketch = compared.runs().sketch();
    if (sketch.length < SketchSearch.LEAST_SHARED) {
      return Optional.empty();
    }
    ObjectNode query = JSON.objectNode();
    ObjectNode either = query.putObject("bool");
    either.put("minimum_should_match", SketchSearch.LEAST_SHARED);
    ArrayNode should = either.putArray("should");
    for (long hash : sketch) {
      should
          .addObject()
          .putObject("constant_score")
          .set("filter", Epochs.term(Fields.SKETCH, JsonDocuments.hex(WrittenArticle.term(hash))));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (JsonNode hit : search(query, MOST_FETCHED, DocumentFields.ARTICLE_TYPE)) {
      if (ClusterRecords.read(hit.path("_source")) instanceof ArticleDocument article
          && !passed.test(article.article().id())
          && candidates.size() < SketchSearch.MOST_COMPARED) {
        CopyRule.likeness(compared, ComparedArticle.of(article.received()))
            .ifPresent(alike -> candidates.add(new Candidate(article.article().id(), alike)));
      }
    }
    Optional<Candidate> best =
        candidates.stream().max(Comparator.comparingInt(one -> one.likeness().shared()));
    return best.isEmpty() ? Optional.empty() : read(best.get());
  }

  private record Candidate(ArticleId id, Likeness likeness) {}

  private Optional<NearestCopy> read(Candidate candidate) throws IOException {
    List<ArchiveDocument> documents = new ArrayList<>();
    Map<String, Long> known = new HashMap<>();
    for (JsonNode hit :
        search(Epochs.term(Fields.ARTICLE, candidate.id().value()), ClusterLookup.MOST, null)) {
      ArchiveDocument document = ClusterRecords.read(hit.path("_source"));
      documents.add(document);
      key(hit)
          .ifPresent(
              key ->
                  WrittenArticle.passage(document)
                      .ifPresent(passage -> known.put(passage.id(), key)));
    }
    return ArchivedArticle.gathered(documents)
        .map(
            article ->
                new NearestCopy(WrittenArticle.of(article).withKeys(known), candidate.likeness()));
  }

  /** The key that a passage has or is about to have. */
  private OptionalLong key(JsonNode hit) {
    JsonNode source = hit.path("_source");
    Long given = keys.get(source.path(Fields.ID).asString(""));
    if (given != null) {
      return OptionalLong.of(given);
    }
    JsonNode key = source.path(Fields.PASSAGE);
    return key.isNumber() ? OptionalLong.of(key.asLong()) : OptionalLong.empty();
  }

  @Override
  public void willAsk(List<String> terms) throws IOException {
    asked.clear();
    if (terms.isEmpty()) {
      return;
    }
    ObjectNode query = JSON.objectNode();
    ArrayNode values = query.putObject("terms").putArray(Fields.SAID);
    terms.forEach(values::add);
    for (JsonNode hit : search(query, MOST_WITH_TERMS, null)) {
      if (ClusterRecords.read(hit.path("_source")) instanceof QuoteDocument quote) {
        asked
            .computeIfAbsent(
                hit.path("_source").path(Fields.SAID).asString(""), _ -> new ArrayList<>())
            .add(new Known(quote, key(hit)));
      }
    }
  }

  @Override
  public Optional<Known> quotation(String term, Predicate<QuoteDocument> wanted) {
    return asked.getOrDefault(term, List.of()).stream()
        .filter(one -> wanted.test(one.quote()))
        .findFirst();
  }

  @Override
  public void giveKey(String passage, long key) {
    keys.put(passage, key);
  }

  /** What was written is in no view before it is committed. */
  @Override
  public int mostRecent() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void refresh() {
    keys.clear();
    asked.clear();
  }

  @Override
  public void close() {}

  private JsonNode search(ObjectNode query, int most, @Nullable String type) throws IOException {
    ClusterView view = views.get();
    if (view.epoch() == 0) {
      return JSON.arrayNode();
    }
    ObjectNode body = JSON.objectNode();
    body.put("size", most).put("track_total_hits", false);
    body.putArray("_source")
        .add(ClusterFields.RECORD)
        .add(Fields.ID)
        .add(Fields.PASSAGE)
        .add(Fields.SAID);
    ObjectNode bool = body.putObject("query").putObject("bool");
    bool.putArray("must").add(query);
    ArrayNode filter = bool.putArray("filter").add(view.live());
    if (type != null) {
      filter.add(Epochs.term(Fields.TYPE, type));
    }
    ArrayNode sort = body.putArray("sort");
    sort.addObject().put("_score", "desc");
    sort.addObject().put(Fields.ARTICLE, "asc");
    sort.addObject().put(ClusterFields.SEQUENCE, "asc");
    return ClusterFaults.whole(view.cluster().send("POST", "/" + view.index() + "/_search", body))
        .path("hits")
        .path("hits");
  }
}
