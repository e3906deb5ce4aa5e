package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.Cursor;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.Copies;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SortOrder;
import tools.jackson.databind.JsonNode;

/** Reads what the cluster gives of hits. */
record HitRows(IndexView view, CompiledQuery.Records records) {

  /** What the cluster gives of each hit that is read. */
  static void addTo(Map<String, Object> body, SortOrder sort, int size) {
    body.put("size", size);
    body.put("sort", RankingDsl.sort(sort));
    body.put("_source", List.of(FieldNames.RECORD));
    body.put("track_scores", true);
    body.put("track_total_hits", true);
  }

  /** What the cluster's {@code search_after} takes to go on behind a cursor. */
  static List<Object> after(Cursor cursor) {
    Object key =
        switch (cursor.order()) {
          case RELEVANCE, RECENT -> Float.intBitsToFloat((int) cursor.key());
          case NEWEST, OLDEST -> cursor.key();
        };
    return List.of(key, cursor.article(), cursor.place());
  }

  /** The cursor behind a hit. */
  static String cursor(SearchRequest request, JsonNode hit) {
    JsonNode sort = hit.path("sort");
    long key =
        switch (request.sort()) {
          case RELEVANCE, RECENT -> Float.floatToIntBits(sort.path(0).floatValue());
          case NEWEST, OLDEST -> sort.path(0).asLong();
        };
    return Cursor.after(request, key, sort.path(1).asString(), sort.path(2).asLong()).text();
  }

  /** What was found, with the copies of each that are shown. */
  List<PageReader.Found> found(List<JsonNode> hits, FoundCopies copies) throws IOException {
    Map<String, ArchiveDocument> shown = shown(hits, copies);
    List<PageReader.Found> found = new ArrayList<>();
    for (JsonNode hit : hits) {
      List<CopyRow> of = copies.of(hit.path("_id").asString());
      List<Copies.Copy> first = new ArrayList<>();
      for (CopyRow row : of.subList(0, Math.min(of.size(), Copies.MOST_SHOWN))) {
        @Nullable ArchiveDocument document = shown.get(row.document());
        if (document != null) {
          first.add(copy(document));
        }
      }
      found.add(
          new PageReader.Found(
              records.of(hit.path("_source")),
              score(hit),
              of.isEmpty() ? Copies.NONE : new Copies(of.size(), first)));
    }
    return found;
  }

  private static float score(JsonNode hit) {
    return hit.path("_score").isNumber() ? hit.path("_score").floatValue() : 0;
  }

  /** The copies that are shown, by the ids of their documents. */
  private Map<String, ArchiveDocument> shown(List<JsonNode> hits, FoundCopies copies)
      throws IOException {
    List<String> wanted = new ArrayList<>();
    for (JsonNode hit : hits) {
      List<CopyRow> of = copies.of(hit.path("_id").asString());
      of.stream().limit(Copies.MOST_SHOWN).map(CopyRow::document).forEach(wanted::add);
    }
    Map<String, ArchiveDocument> shown = new LinkedHashMap<>();
    if (!wanted.isEmpty()) {
      JsonNode answer =
          view.post(
              "_search",
              Map.of(
                  "query",
                  Dsl.ids(wanted),
                  "size",
                  wanted.size(),
                  "_source",
                  List.of(FieldNames.RECORD)));
      for (JsonNode hit : answer.path("hits").path("hits")) {
        shown.put(hit.path("_id").asString(), records.of(hit.path("_source")));
      }
    }
    return shown;
  }

  private static Copies.Copy copy(ArchiveDocument document) {
    return switch (document) {
      case ParagraphDocument paragraph ->
          new Copies.Copy(paragraph.id(), paragraph.ordinal(), paragraph.article());
      case QuoteDocument quote ->
          new Copies.Copy(quote.quotation().id(), quote.quotation().paragraph(), quote.article());
      case ArticleDocument article ->
          throw new IllegalStateException("an article was found: " + article.article().id());
    };
  }
}
