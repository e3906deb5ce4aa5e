package org.onrecord.backend.lucene;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.index.StoredRecords;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.OrdinaryNews;
import org.onrecord.backend.lucene.query.WordedLike;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.verify.ArchiveSpan;
import org.onrecord.verify.Passages;
import org.onrecord.verify.Verification;

/** The paragraphs of one view of the index. For one question. */
final class LucenePassages implements Passages {
  private static final Sort NEWEST =
      new Sort(LongField.newSortField(Fields.DATE, true, SortedNumericSelector.Type.MAX));

  private final ArchiveSearcher searcher;
  private final DocumentCodec codec;
  private final Analyzer analyzer;

  LucenePassages(ArchiveSearcher searcher, DocumentCodec codec, Analyzer analyzer) {
    this.searcher = searcher;
    this.codec = codec;
    this.analyzer = analyzer;
  }

  @Override
  public List<ParagraphDocument> near(Lookup lookup) throws IOException {
    List<String> terms = NewsAnalyzer.terms(analyzer, Fields.EXACT, lookup.words());
    if (terms.isEmpty()) {
      return List.of();
    }
    BooleanQuery.Builder query =
        new BooleanQuery.Builder()
            .add(WordedLike.of(searcher, terms).query(), Occur.MUST)
            .add(
                new TermQuery(new Term(Fields.TYPE, DocumentType.PARAGRAPH.label())), Occur.FILTER);
    if (!lookup.speakers().isEmpty()) {
      query.add(searcher.names().of(Facet.SPEAKER).anyOf(lookup.speakers()), Occur.FILTER);
    }
    if (!lookup.outlets().isEmpty()) {
      query.add(searcher.names().of(Facet.OUTLET).anyOf(lookup.outlets()), Occur.FILTER);
    }
    if (lookup.from() != null || lookup.to() != null) {
      query.add(
          LongField.newRangeQuery(
              Fields.DATE, day(lookup.from(), Long.MIN_VALUE), day(lookup.to(), Long.MAX_VALUE)),
          Occur.FILTER);
    }
    return read(query.build(), lookup.most());
  }

  private static long day(@Nullable LocalDate date, long open) {
    return date == null ? open : date.toEpochDay();
  }

  private List<ParagraphDocument> read(Query query, int most) throws IOException {
    StoredFields stored = searcher.storedFields();
    List<ParagraphDocument> paragraphs = new ArrayList<>();
    for (ScoreDoc found :
        searcher.search(query, new TopScoreDocCollectorManager(most, most)).scoreDocs) {
      searcher.deadline().check();
      if (StoredRecords.read(codec, stored, found.doc) instanceof ParagraphDocument paragraph) {
        paragraphs.add(searcher.names().read(paragraph));
      }
    }
    return paragraphs;
  }

  @Override
  public Optional<Instant> time(ArticleId article) throws IOException {
    return new DocumentLookup(codec)
        .kept(searcher, article)
        .flatMap(document -> document.received().time());
  }

  @Override
  public boolean isQuoted(Set<String> names) throws IOException {
    Query quoted =
        new BooleanQuery.Builder()
            .add(searcher.names().of(Facet.SPEAKER).anyOf(names), Occur.FILTER)
            .add(new TermQuery(new Term(Fields.TYPE, DocumentType.QUOTE.label())), Occur.FILTER)
            .build();
    return searcher.search(quoted, new TopScoreDocCollectorManager(1, 1)).scoreDocs.length > 0;
  }

  @Override
  public List<Double> rarity(List<String> words) throws IOException {
    List<Double> rarities = new ArrayList<>();
    for (String word : words) {
      double rarity = 0;
      for (String term : NewsAnalyzer.terms(analyzer, Fields.EXACT, word)) {
        rarity += rarity(term);
      }
      rarities.add(rarity);
    }
    return rarities;
  }

  private double rarity(String term) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    return OrdinaryNews.rarity(
        term, reader.getDocCount(Fields.EXACT), reader.docFreq(new Term(Fields.EXACT, term)));
  }

  @Override
  public ArchiveSpan span() throws IOException {
    return searcher.span();
  }

  @Override
  public Verification.Grounds grounds() throws IOException {
    ScoreDoc[] newest =
        searcher.search(
                new TermQuery(new Term(Fields.TYPE, DocumentType.PARAGRAPH.label())), 1, NEWEST)
            .scoreDocs;
    return new Verification.Grounds(
        newest.length == 0
            ? Optional.empty()
            : Optional.of(
                StoredRecords.read(codec, searcher.storedFields(), newest[0].doc).article()),
        searcher.readings());
  }
}
