package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.StoredRecords;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.search.SortOrder;

/**
 * Lets words that the best hits have in common help the order of all (pseudo-relevance feedback:
 * Rocchio 1971, Lavrenko and Croft 2001). What is found stays the same.
 *
 * @param analyzer how the index's documents were read
 */
public record Feedback(
    ArchiveSearcher searcher, DocumentCodec codec, Analyzer analyzer, LengthColumns lengths) {
  /** How many of the best paragraphs are read; where fewer are found, they are no choice. */
  public static final int READ = 10;

  /**
   * What helps a query; nothing where its best hits share nothing.
   *
   * @param matching what must match
   * @param helping what adds to the score already, in groups
   */
  public List<Query> helping(Query matching, List<List<Query>> helping) throws IOException {
    List<SharedWords.Paragraph> read = new ArrayList<>();
    for (ScoreDoc hit : best(matching, helping)) {
      read.add(new SharedWords.Paragraph(score(hit), text(hit)));
    }
    return read.size() < READ
        ? List.of()
        : SharedWords.of(analyzer, read).helping(TextLengths.of(searcher).documents(), this::held);
  }

  private long held(String stem) throws IOException {
    return searcher.getIndexReader().docFreq(new Term(Fields.TEXT, stem));
  }

  /** Paragraphs alone, so that the order is the same whatever is selected. */
  private ScoreDoc[] best(Query matching, List<List<Query>> helping) throws IOException {
    Query paragraphs =
        new BooleanQuery.Builder()
            .add(matching, Occur.MUST)
            .add(new TermQuery(new Term(Fields.TYPE, DocumentType.PARAGRAPH.label())), Occur.FILTER)
            .build();
    Hits found = Hits.of(searcher, paragraphs);
    return found.count() < READ
        ? new ScoreDoc[0]
        : searcher.search(
                new RankedQuery(matching, helping, found, lengths, ScoreShare.By.CERTAINTY),
                new TopFieldCollectorManager(SortFields.of(SortOrder.RELEVANCE), READ, null, 1))
            .scoreDocs;
  }

  private static float score(ScoreDoc hit) {
    return (Float) Objects.requireNonNull(((FieldDoc) hit).fields)[0];
  }

  private String text(ScoreDoc hit) throws IOException {
    return StoredRecords.read(codec, searcher.storedFields(), hit.doc)
            instanceof ParagraphDocument paragraph
        ? paragraph.text()
        : "";
  }
}
