package org.onrecord.backend.lucene.facet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.backend.lucene.query.SegmentHits;

/** Counts of a facet whose documents have no, one or several values. */
final class ListColumnTest {
  private static final int DOCUMENTS = 3_000;
  private static final int VALUES = 40;

  /** One hit in so many documents: by sets of bits, by lists. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100})
  void countsWhatEachHitHas(int oneIn) throws IOException {
    Random random = new Random(oneIn);
    List<TreeSet<Integer>> values = new ArrayList<>();
    ListColumn.Builder builder = new ListColumn.Builder(DOCUMENTS, VALUES);
    for (int doc = 0; doc < DOCUMENTS; doc++) {
      TreeSet<Integer> has = new TreeSet<>();
      for (int i = Math.max(0, random.nextInt(6) - 2); i > 0; i--) {
        has.add(random.nextInt(VALUES));
      }
      for (int ordinal : has) {
        builder.take(doc, ordinal);
      }
      values.add(has);
    }
    ListColumn column = builder.build();
    List<Integer> docs = new ArrayList<>();
    for (int doc = 0; doc < DOCUMENTS; doc++) {
      if (random.nextInt(oneIn) == 0) {
        docs.add(doc);
      }
    }

    int[] places = new int[VALUES + 1];
    Arrays.setAll(places, ordinal -> ordinal == VALUES ? VALUES : VALUES - 1 - ordinal);
    Tally.Pool pool = new Tally.Pool();
    for (int again = 0; again < 2; again++) {
      try (Tally tally = pool.tally(VALUES)) {
        int having = column.count(hits(docs), places, tally);

        Map<Integer, Integer> expected = new TreeMap<>();
        docs.forEach(
            doc -> values.get(doc).forEach(v -> expected.merge(VALUES - 1 - v, 1, Integer::sum)));
        Map<Integer, Integer> counted = new TreeMap<>();
        for (int place : tally.counted()) {
          counted.put(place, tally.of(place));
        }
        assertEquals(expected, counted);
        assertEquals(docs.stream().filter(doc -> !values.get(doc).isEmpty()).count(), having);
      }
    }
    for (int doc = 0; doc < DOCUMENTS; doc++) {
      List<Integer> has = new ArrayList<>();
      column.each(doc, has::add);
      assertEquals(List.copyOf(values.get(doc)), has);
    }
  }

  private static SegmentHits hits(List<Integer> docs) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int doc = 0; doc < DOCUMENTS; doc++) {
        Document document = new Document();
        if (docs.contains(doc)) {
          document.add(new StringField("hit", "yes", Field.Store.NO));
        }
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Hits found = Hits.of(new IndexSearcher(reader), new TermQuery(new Term("hit", "yes")));
      return found.in(found.leaves().getFirst());
    }
  }
}
