package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Finds the hits of one word or two, and the best ten among them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RankingLoop {
  private static final int DOCUMENTS = 100_000;
  private static final int WORDS = 30;

  /** The most frequent word, a middling one, both. */
  @Param({"w0", "w40", "w0 w40"})
  public String q = "w0";

  private final LengthColumns lengths = new LengthColumns();
  private IndexSearcher searcher;
  private Query query;

  /** Words as frequent as in a language: the tenth a tenth as often as the first. */
  @Setup
  public void write() throws IOException {
    Random random = new Random(1);
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(NewsAnalyzer.create()))) {
      for (int doc = 0; doc < DOCUMENTS; doc++) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(2 * WORDS); i >= 0; i--) {
          text.append('w').append((int) Math.exp(random.nextDouble() * Math.log(20_000)) - 1);
          text.append(' ');
        }
        Document document = new Document();
        document.add(new StringField(Fields.TYPE, "paragraph", Field.Store.NO));
        document.add(new TextField(Fields.TEXT, text.toString(), Field.Store.NO));
        document.add(new TextField(Fields.EXACT, text.toString(), Field.Store.NO));
        document.add(new NumericDocValuesField(Fields.CERTAINTY, 90));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    searcher = new IndexSearcher(DirectoryReader.open(directory));
    QueryScoring scoring = new QueryScoring(NewsAnalyzer.forQueries());
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : q.split(" ", -1)) {
      all.add(scoring.word(word).orElseThrow(), Occur.MUST);
    }
    query = all.build();
  }

  @Benchmark
  public Hits find() throws IOException {
    return Hits.of(searcher, query);
  }

  @Benchmark
  public TopDocs findAndRank() throws IOException {
    Hits hits = Hits.of(searcher, query);
    return searcher.search(
        new RankedQuery(query, List.of(), hits, lengths, ScoreShare.By.SUBSTANCE), 10);
  }
}
