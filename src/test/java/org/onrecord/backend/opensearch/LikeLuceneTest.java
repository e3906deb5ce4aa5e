package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.query.QueryParser;
import org.onrecord.query.QuerySyntaxException;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.search.BackendContract.Engine;
import org.onrecord.search.BackendResult;
import org.onrecord.search.Hit;
import org.onrecord.search.MatchMode;
import org.onrecord.search.RandomArchives;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchBackend;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SortOrder;
import org.onrecord.verify.Passages;

/** The same archive in a folder and on a cluster, in several shards, gives the same answers. */
class LikeLuceneTest {
  private static final List<String> QUERIES =
      List.of(
          "harbour",
          "harbour budget",
          "\"the harbour\"",
          "vote NEAR/2 river",
          "(vote NEAR/2 river) NEAR/3 tax",
          "bridge NEAR/S school",
          "har*",
          "brdige~1",
          "school -tax",
          "budget OR speaker:bell",
          "date:2024..2025 river",
          "party:grn vote");

  @TempDir Path folder;
  private LuceneArchive lucene;
  private Engine cluster;

  @BeforeEach
  void fill() throws IOException {
    lucene = LuceneArchive.open(folder);
    cluster = TestClusters.engine(3);
    Map<ArticleId, ArchivedArticle> articles = new LinkedHashMap<>();
    for (int drawn = 1; drawn <= 2; drawn++) {
      for (SampleArticle article : new RandomArchives(drawn).articles(80 - 20 * drawn)) {
        articles.put(article.archived().id(), article.archived());
      }
    }
    // None is replaced: what is no longer there counts for scores until it is merged away, which
    // either engine does when it likes.
    for (ArchivedArticle archived : articles.values()) {
      lucene.put(archived);
      cluster.sink().put(archived);
    }
    lucene.commit();
    cluster.sink().commit();
  }

  @AfterEach
  void close() throws IOException {
    lucene.close();
    cluster.sink().close();
  }

  /** What is told of hits, but for the last digits of their scores. */
  private static List<String> told(BackendResult result) {
    List<String> told = new ArrayList<>();
    for (Hit hit : result.hits()) {
      told.add(hit.article().id() + " " + hit.place() + " " + hit.snippets() + " " + hit.copies());
    }
    return told;
  }

  private static BackendResult search(SearchBackend backend, SearchRequest request)
      throws IOException {
    try {
      return backend.search(request, QueryParser.parse(request.q()), request.match());
    } catch (QuerySyntaxException e) {
      throw new IllegalArgumentException(request.q(), e);
    }
  }

  private void assertAlike(SearchRequest request) throws IOException {
    BackendResult expected = search(lucene.backend(), request);
    BackendResult found = search(cluster.backend(), request);
    assertEquals(expected.total(), found.total(), request::toString);
    assertEquals(expected.totalUnfolded(), found.totalUnfolded(), request::toString);
    assertEquals(expected.facets(), found.facets(), request::toString);
    assertEquals(told(expected), told(found), request::toString);
    for (int i = 0; i < found.hits().size(); i++) {
      float score = expected.hits().get(i).score();
      assertEquals(score, found.hits().get(i).score(), 1e-4f * (1 + score), request::toString);
    }
  }

  @Test
  void sameHitsInTheSameOrderWithTheSameCounts() throws IOException {
    for (String q : QUERIES) {
      for (SortOrder order : SortOrder.values()) {
        SearchRequest request = SearchRequest.of(q).withPage(order, 10, null);
        assertAlike(request);
        assertAlike(request.forQuotations().withQuery(q, MatchMode.ANY));
      }
    }
  }

  @Test
  void sameWhateverIsSelected() throws IOException {
    for (long seed = 0; seed < 60; seed++) {
      assertAlike(new RandomArchives(seed).request());
    }
  }

  @Test
  void sameGroundsForWhatSomebodyIsClaimedToHaveSaid() throws IOException {
    Set<String> names = Set.of("Ada Bell", "Ben Oru");
    List<Object> expected = lucene.backend().read(passages -> told(passages, names));
    List<Object> found =
        ((OpenSearchBackend) cluster.backend()).read(passages -> told(passages, names));
    assertEquals(expected, found);
  }

  /** What passages tell; of paragraphs in whatever order, since many are worded alike. */
  private static List<Object> told(Passages passages, Set<String> names) throws IOException {
    List<String> words = List.of("harbour", "the", "budget", "nowhere", "Ada Bell");
    Passages.Lookup lookup =
        new Passages.Lookup(
            "harbour budget vote river",
            names,
            LocalDate.of(2000, 1, 1),
            null,
            List.of("herald", "tribune"),
            1_000);
    return List.of(
        passages.near(lookup).stream().map(ParagraphDocument::id).collect(Collectors.toSet()),
        passages.rarity(words),
        passages.isQuoted(names),
        passages.isQuoted(Set.of("Nobody")),
        passages.span(),
        passages.grounds().readings(),
        passages.grounds().newest().map(ArticleHeader::date),
        passages.time(new ArticleId("a1")));
  }

  @Test
  void sameNamesAndWords() throws IOException {
    SearchBackend inFolder = lucene.backend();
    SearchBackend onCluster = cluster.backend();
    assertEquals(inFolder.parties(), onCluster.parties());
    assertEquals(inFolder.people(), onCluster.people());
    for (String typed : List.of("a", "Be", "emile", "the har", "gr", "un")) {
      assertEquals(inFolder.complete(typed, 8), onCluster.complete(typed, 8), typed);
    }
    for (String word : List.of("harbor", "vot", "Bel", "tacks", "the")) {
      assertEquals(inFolder.similarWords(word), onCluster.similarWords(word), word);
      assertEquals(inFolder.isName(word), onCluster.isName(word), word);
    }
  }

  /** On a cluster the headline lies on all that is under it, so that its words seem less rare. */
  @Test
  void whatHeadlinesFindIsTheSameInWhateverOrder() throws IOException {
    SearchRequest request = SearchRequest.of("title:harbour").withPage(SortOrder.NEWEST, 100, null);
    BackendResult expected = search(lucene.backend(), request);
    BackendResult found = search(cluster.backend(), request);
    assertEquals(told(expected), told(found));
    assertEquals(expected.facets(), found.facets());
  }

  @Test
  void cursorOfOneGoesOnInTheOther() throws IOException {
    SearchRequest request = SearchRequest.of("harbour");
    String next = search(lucene.backend(), request).next();
    assertTrue(next != null && !next.isEmpty());
    assertAlike(request.withPage(SortOrder.RELEVANCE, 10, next));
  }
}
