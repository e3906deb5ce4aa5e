package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.names.AppliedNames;
import org.onrecord.backend.lucene.query.Feedback;
import org.onrecord.backend.lucene.query.QueryCompiler;
import org.onrecord.backend.lucene.query.SharedWords;
import org.onrecord.backend.lucene.query.TermExpansion;
import org.onrecord.query.Query;
import org.onrecord.query.Query.SameRoot;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.search.SortOrder;
import tools.jackson.databind.JsonNode;

/**
 * A query as the cluster runs it. For one question.
 *
 * @param wanted what it is, by its mode
 * @param matching what must match
 * @param share by what scores are multiplied
 */
public record CompiledQuery(
    Query wanted,
    QueryCompiler compiler,
    QueryDsl dsl,
    TermCounts counts,
    Map<String, Object> matching,
    String share) {

  /**
   * How queries are read.
   *
   * @param expansion how many words of a field a prefix or fuzzy word stands for at the most
   * @param routes by which each shard is asked
   * @param cache what is known of views
   */
  record Reading(
      Analyzer ofQueries,
      Analyzer ofDocuments,
      int expansion,
      ShardRoutes routes,
      ViewCache cache) {}

  static CompiledQuery of(IndexView view, Reading reading, Records records, Query wanted)
      throws IOException {
    ClusterWords words = new ClusterWords(view);
    TermCounts counts = new TermCounts(view, reading);
    QueryDsl dsl = new QueryDsl(new WordDsl(words, counts), new PlacedHits(view, records));
    QueryCompiler compiler =
        new QueryCompiler(
            reading.ofQueries(),
            AppliedNames.NONE,
            new TermExpansion(words, reading.ofDocuments(), reading.expansion()));
    boolean loosened = wanted.wanted().anyMatch(SameRoot.class::isInstance);
    return new CompiledQuery(
        wanted,
        compiler,
        dsl,
        counts,
        dsl.of(List.of(compiler.matching(wanted))).getFirst(),
        loosened ? RankingDsl.SURE : RankingDsl.SHARE);
  }

  private boolean isLoosened() {
    return share.equals(RankingDsl.SURE);
  }

  /** Reads the document of a hit. */
  @FunctionalInterface
  public interface Records {
    ArchiveDocument of(JsonNode source) throws IOException;
  }

  /**
   * What adds to the worth of hits. Where any word will do, what the best hits have in common tells
   * what is meant by them.
   */
  List<Map<String, Object>> helping(
      IndexView view, Reading reading, Records records, SortOrder sort) throws IOException {
    List<Map<String, Object>> helping =
        new ArrayList<>(dsl.of(compiler.helping(wanted, !isLoosened())));
    if (isLoosened() && sort.isByScore()) {
      List<SharedWords.Paragraph> best = best(view, records, helping);
      if (best.size() == Feedback.READ) {
        helping.addAll(shared(SharedWords.of(reading.ofDocuments(), best)));
      }
    }
    return helping;
  }

  private List<Map<String, Object>> shared(SharedWords words) throws IOException {
    Map<String, Term> stems = new HashMap<>();
    words.stems().forEach(stem -> stems.put(stem, new Term(Fields.TEXT, stem)));
    counts.read(stems.values());
    return dsl.of(
        words.helping(
            counts.documents(), stem -> counts.of(new Term(Fields.TEXT, stem)).documents()));
  }

  /** Paragraphs alone, so that the order is the same whatever is selected. */
  private List<SharedWords.Paragraph> best(
      IndexView view, Records records, List<Map<String, Object>> helping) throws IOException {
    Map<String, Object> query =
        worth(helping, List.of(view.live(), Dsl.term(Fields.TYPE, DocumentType.PARAGRAPH.label())));
    JsonNode hits =
        view.search(
                Map.of(
                    "query",
                    RankingDsl.ranked(query, SortOrder.RELEVANCE, RankingDsl.SURE, 0),
                    "sort",
                    RankingDsl.sort(SortOrder.RELEVANCE),
                    "_source",
                    List.of(FieldNames.RECORD),
                    "size",
                    Feedback.READ))
            .path("hits")
            .path("hits");
    List<SharedWords.Paragraph> best = new ArrayList<>();
    for (JsonNode hit : hits) {
      if (records.of(hit.path("_source")) instanceof ParagraphDocument paragraph) {
        best.add(new SharedWords.Paragraph(hit.path("_score").floatValue(), paragraph.text()));
      }
    }
    return best;
  }

  /** What matches, narrowed, worth what it matches and what helps. */
  Map<String, Object> worth(List<Map<String, Object>> helping, List<Map<String, Object>> filters) {
    Dsl.Bool all = new Dsl.Bool().must(matching).filter(filters);
    return helping.isEmpty() ? all.build() : all.should(helping).build();
  }
}
