package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.backend.lucene.query.ProximityPattern;
import org.onrecord.backend.lucene.query.ProximityQuery;
import org.onrecord.schema.ArchiveDocument;
import tools.jackson.databind.JsonNode;

/**
 * Finds places within places, which no query of OpenSearch's own finds all of: what has every word
 * is read, and looked through by the Lucene backend in memory.
 */
record PlacedHits(IndexView view, CompiledQuery.Records records) {
  /** How many documents are looked through; above that the search is refused. */
  private static final int MOST = 20_000;

  private static final int READ = 1_000;

  /** Finds them by the ids that the cluster keeps them by. */
  Map<String, Object> query(ProximityQuery proximity) throws IOException {
    List<String> found = new ArrayList<>();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("query", Dsl.filtered(List.of(view.live(), candidates(proximity.places()))));
    body.put("size", READ);
    body.put("_source", List.of(FieldNames.RECORD));
    body.put("sort", List.of(Map.of(Fields.ARTICLE, "asc"), Map.of(Fields.PLACE, "asc")));
    JsonNode hits;
    do {
      hits = view.post("_search", body).path("hits");
      if (hits.path("total").path("value").asLong() > MOST) {
        throw IndexView.missing(
            "NEAR within NEAR, of words that more than " + MOST + " passages have");
      }
      hits = hits.path("hits");
      addPlaced(hits, proximity, found);
      body.put("search_after", hits.path(Math.max(0, hits.size() - 1)).path("sort"));
    } while (hits.size() == READ);
    return Dsl.constant(Dsl.ids(found), 1);
  }

  /** What has every word, wherever. */
  private static Map<String, Object> candidates(ProximityPattern places) {
    return switch (places) {
      case ProximityPattern.Words(String field, List<List<String>> words) ->
          Dsl.filtered(words.stream().map(any -> Dsl.terms(field, any)).toList());
      case ProximityPattern.Either(List<ProximityPattern> all) ->
          Dsl.any(all.stream().map(PlacedHits::candidates).toList());
      case ProximityPattern.Close(ProximityPattern left, ProximityPattern right, int _) ->
          Dsl.filtered(List.of(candidates(left), candidates(right)));
      case ProximityPattern.OneSentence(ProximityPattern left, ProximityPattern right) ->
          Dsl.filtered(List.of(candidates(left), candidates(right)));
    };
  }

  private void addPlaced(JsonNode hits, ProximityQuery proximity, List<String> found)
      throws IOException {
    DocumentFields fields = new DocumentFields(new DocumentCodec(), new FacetFields());
    List<String> ids = new ArrayList<>();
    List<Document> documents = new ArrayList<>();
    for (JsonNode hit : hits) {
      ArchiveDocument document = records.of(hit.path("_source"));
      documents.add(fields.of(document, WrittenArticle.unlike(document.article().id())));
      ids.add(hit.path("_id").asString());
    }
    if (documents.isEmpty()) {
      return;
    }
    try (PageIndex index = PageIndex.of(documents)) {
      for (ScoreDoc placed :
          new IndexSearcher(index.reader()).search(proximity, documents.size()).scoreDocs) {
        found.add(ids.get(placed.doc));
      }
    }
  }
}
