package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.backend.lucene.query.SegmentHits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Counts the speakers of a segment's hits: few of them by a list, many by sets of bits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CountingLoop {
  private static final int DOCUMENTS = 400_000;
  private static final int SPEAKERS = 30_000;

  /** One hit in so many documents. */
  @Param({"1000", "100", "4"})
  public int oneIn = 100;

  private final Tally.Pool pool = new Tally.Pool();
  private final int[] places = new int[SPEAKERS + 1];
  private ListColumn column;
  private SegmentHits hits;

  /** Half of the documents have a speaker; some speak much more than others. */
  @Setup
  public void draw() throws IOException {
    Random random = new Random(1);
    Arrays.setAll(places, i -> i);
    ListColumn.Builder values = new ListColumn.Builder(DOCUMENTS, SPEAKERS);
    for (int doc = 0; doc < DOCUMENTS; doc++) {
      if (random.nextBoolean()) {
        values.take(doc, (int) (SPEAKERS * Math.pow(random.nextDouble(), 3)));
      }
    }
    column = values.build();
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int doc = 0; doc < DOCUMENTS; doc++) {
        Document document = new Document();
        if (random.nextInt(oneIn) == 0) {
          document.add(new StringField("hit", "yes", Field.Store.NO));
        }
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
    Hits found = Hits.of(searcher, new TermQuery(new Term("hit", "yes")));
    hits = found.in(found.leaves().getFirst());
  }

  @Benchmark
  public int count() {
    try (Tally tally = pool.tally(SPEAKERS)) {
      return column.count(hits, places, tally) + tally.size();
    }
  }
}
