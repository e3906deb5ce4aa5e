package org.onrecord.backend.lucene.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
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
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;

/** What is left out while hits are ranked changes neither the best nor their scores. */
final class RankedQueryTest {
  private static final int ARTICLES = 1_500;
  private static final int PASSAGES = 12;
  private static final QueryScoring SCORING = new QueryScoring(NewsAnalyzer.forQueries());

  private static DirectoryReader reader;

  @BeforeAll
  static void write() throws IOException {
    Random random = new Random(7);
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(NewsAnalyzer.create()))) {
      for (int i = 0; i < ARTICLES; i++) {
        Document article = new Document();
        article.add(new StringField(Fields.TYPE, DocumentFields.ARTICLE_TYPE, Field.Store.NO));
        article.add(new TextField(Fields.TITLE, words(random, 4), Field.Store.NO));
        List<Document> block = new ArrayList<>(List.of(article));
        for (int passage = random.nextInt(PASSAGES); passage >= 0; passage--) {
          block.add(passage(random));
        }
        writer.addDocuments(block);
        if (i % 500 == 200) {
          writer.flush();
        }
      }
    }
    reader = DirectoryReader.open(directory);
  }

  private static Document passage(Random random) {
    String text = words(random, 1 + random.nextInt(30));
    Document passage = new Document();
    passage.add(new StringField(Fields.TYPE, "paragraph", Field.Store.NO));
    passage.add(new TextField(Fields.TEXT, text, Field.Store.NO));
    passage.add(new TextField(Fields.EXACT, text, Field.Store.NO));
    if (random.nextInt(3) == 0) {
      passage.add(new TextField(Fields.SPEAKER, words(random, 2), Field.Store.NO));
      passage.add(new NumericDocValuesField(Fields.CERTAINTY, random.nextInt(101)));
    }
    if (random.nextInt(3) == 0) {
      passage.add(new TextField(Fields.MENTION, words(random, 2), Field.Store.NO));
    }
    return passage;
  }

  /** The tenth word is a tenth as frequent as the first; each comes inflected in three ways. */
  private static String words(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(word((int) Math.exp(random.nextDouble() * Math.log(300)) - 1));
      text.append(List.of("", "s", "ed").get(random.nextInt(3))).append(' ');
    }
    return text.toString();
  }

  private static String word(int number) {
    return "v" + (char) ('a' + number % 20) + "l" + (char) ('a' + number / 20) + "rn";
  }

  @AfterAll
  static void close() throws IOException {
    reader.close();
  }

  private static Query typed(int number) {
    return SCORING.word(word(number)).orElseThrow();
  }

  private static Query all(Occur occur, Query... parts) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    Arrays.stream(parts).forEach(part -> all.add(part, occur));
    return all.build();
  }

  private static Query family(int number) {
    return SCORING.sameRoot(word(number)).orElseThrow();
  }

  static Stream<Query> queries() {
    return Stream.of(
        typed(0),
        typed(40),
        typed(250),
        all(Occur.MUST, typed(0), typed(1)),
        all(Occur.MUST, typed(0), typed(1), typed(2)),
        all(Occur.SHOULD, typed(0), typed(30)),
        all(Occur.SHOULD, family(0), family(5), family(60)),
        all(Occur.MUST, typed(3), all(Occur.SHOULD, family(0), family(5))),
        new DisjunctionMaxQuery(List.of(typed(1), typed(90)), 0),
        all(Occur.MUST, typed(0), new DisjunctionMaxQuery(List.of(typed(4), typed(9)), 0.1f)));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void ranksAsIfEveryHitWereScored(Query matching) throws IOException {
    ranksAlike(matching, List.of());
  }

  @ParameterizedTest
  @MethodSource("queries")
  void ranksSoWithWhatHelps(Query matching) throws IOException {
    List<Query> pairs = SCORING.neighbours(List.of(word(0), word(1), word(3)), true);
    ranksAlike(matching, List.of(pairs, List.of(QueryScoring.stem(word(2)))));
  }

  private static void ranksAlike(Query matching, List<List<Query>> helping) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(QueryScoring.similarity());
    Hits hits = Hits.of(searcher, matching);
    Query worth = matching;
    for (List<Query> group : helping) {
      BooleanQuery.Builder helped = new BooleanQuery.Builder().add(worth, Occur.MUST);
      group.forEach(help -> helped.add(help, Occur.SHOULD));
      worth = helped.build();
    }
    ScoreDoc[] each =
        searcher.search(ScoreShare.blended(worth, ScoreShare.By.SUBSTANCE), 20).scoreDocs;
    ScoreDoc[] ranked =
        searcher.search(
                new RankedQuery(
                    matching, helping, hits, new LengthColumns(), ScoreShare.By.SUBSTANCE),
                20)
            .scoreDocs;
    assertEquals(Math.min(20, hits.count()), each.length);
    assertArrayEquals(docs(each), docs(ranked));
    for (int i = 0; i < each.length; i++) {
      assertEquals(each[i].score, ranked[i].score, "score of hit " + i);
    }
  }

  private static int[] docs(ScoreDoc[] hits) {
    return Arrays.stream(hits).mapToInt(hit -> hit.doc).toArray();
  }
}
