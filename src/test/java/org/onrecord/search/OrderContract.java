package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;

/** The order in which every engine gives its hits, and their pages. */
public abstract class OrderContract extends BackendContract {
  @Test
  void hitsOfOneArticleStandInReadingOrder() throws Exception {
    index(
        article("one")
            .paragraph("A ferry, Ruth Alder said, and no pier.")
            .paragraph("Nothing here.")
            .paragraph("The ferry sinks, Tom Birch said. The ferry floats, Ruth Alder said.")
            .said("The ferry floats", "Ruth Alder", "Harbour Party")
            .said("The ferry sinks", "Tom Birch", "Free Ferry List"),
        article("two").paragraph("The ferry again."));
    SearchRequest any =
        SearchRequest.of("ferry").withTypes(Set.of(DocumentType.PARAGRAPH, DocumentType.QUOTE));
    assertEquals(List.of("one~p1", "one~p3", "one~p3~q2", "one~p3~q1"), idsWithin("one", any));
    SearchRequest ruth = any.withFilters(Map.of(Facet.SPEAKER, List.of("Ruth Alder")));
    assertEquals(List.of("one~p3", "one~p3~q1"), idsWithin("one", ruth));
    assertEquals(List.of(), idsWithin("three", any));
  }

  private List<String> idsWithin(String article, SearchRequest request) throws IOException {
    return backend()
        .within(new ArticleId(article), request, parsed(request.q()), request.match())
        .stream()
        .map(BackendContract::id)
        .toList();
  }

  @Test
  void wordsSideBySideComeFirst() throws IOException {
    index(
        article("a").paragraph("Harbour news: the old bridge, a tunnel and the harbour wall."),
        article("b").paragraph("News of the old harbour bridge, a tunnel and the city wall."));
    assertEquals("b~p1", ids("harbour bridge").getFirst());
  }

  @Test
  void newestAndOldestAreByDateThenArticleThenPlace() throws IOException {
    index(
        article("b").on("2024-01-02").paragraph("x").paragraph("x"),
        article("c").on("2024-01-03").paragraph("x"),
        article("a").on("2024-01-02").paragraph("x"),
        article("d").undated().paragraph("x"));
    SearchRequest x = SearchRequest.of("x");
    assertEquals(
        List.of("c~p1", "a~p1", "b~p1", "b~p2", "d~p1"),
        ids(search(x.withPage(SortOrder.NEWEST, 10, null))));
    assertEquals(
        List.of("a~p1", "b~p1", "b~p2", "c~p1", "d~p1"),
        ids(search(x.withPage(SortOrder.OLDEST, 10, null))));
  }

  @ParameterizedTest
  @EnumSource
  void scoresAreNumbersInEveryOrder(SortOrder sort) throws IOException {
    index(article("a").paragraph("x"));
    assertTrue(
        search(SearchRequest.of("x").withPage(sort, 10, null)).hits().getFirst().score() > 0);
  }

  @ParameterizedTest
  @EnumSource
  void pagingWalksThroughEveryHitOnce(SortOrder sort) throws IOException {
    index(new RandomArchives(7).articles(60));
    for (String q : List.of("", "harbour", "the of OR bridge")) {
      SearchRequest request = SearchRequest.of(q).withTypes(Set.of(DocumentType.values()));
      List<String> whole = ids(search(request.withPage(sort, 100, null)));
      List<String> walked = new ArrayList<>();
      String after = null;
      long total;
      do {
        BackendResult result = search(request.withPage(sort, 7, after));
        total = result.total();
        walked.addAll(ids(result));
        after = result.next();
      } while (after != null);
      assertEquals(total, walked.size(), q);
      assertEquals(total, new HashSet<>(walked).size(), q);
      assertEquals(whole, walked.subList(0, Math.min(100, walked.size())), q);
    }
  }

  @Test
  void nextPageStaysInPlaceWhenArticlesComeIn() throws IOException {
    for (int i = 0; i < 10; i++) {
      index(article("m" + i).on("2024-01-1" + i).paragraph("x"));
    }
    BackendResult first = search(SearchRequest.of("x").withPage(SortOrder.NEWEST, 4, null));
    index(
        article("z").on("2024-02-01").paragraph("x"),
        article("m5").on("2024-01-15").paragraph("x"));
    BackendResult second =
        search(SearchRequest.of("x").withPage(SortOrder.NEWEST, 4, first.next()));
    assertEquals(List.of("m9~p1", "m8~p1", "m7~p1", "m6~p1"), ids(first));
    assertEquals(List.of("m5~p1", "m4~p1", "m3~p1", "m2~p1"), ids(second));
  }

  @Test
  void whatSaysSomethingComesBeforeHeadlinesAndShortTurns() throws IOException {
    index(
        article("a")
            .title("Ada Bell and the vote")
            .paragraph("Ada Bell.")
            .paragraph("The council heard from Ada Bell that all ferries leave at dawn.")
            .paragraph("No, says Ada Bell."));
    assertEquals("a~p2", ids("Ada Bell").getFirst());
    assertEquals(Set.of("a~p0", "a~p1", "a~p2", "a~p3"), new HashSet<>(ids("Ada Bell")));
  }

  @Test
  void whatSomebodySaysOfASubjectComesBeforeWhereBothAreNamed() throws IOException {
    for (int i = 0; i < 20; i++) {
      index(
          article("other" + i)
              .paragraph("The council met again, and nobody there had news, said Tom Birch.")
              .said("nobody there had news", "Tom Birch", ""));
    }
    index(
        article("a")
            .paragraph("Ada Bell, councillor, waits for the ferry at the pier of Elmsea, Monday.")
            .mention("Ada Bell", "Ada Bell"),
        article("b")
            .paragraph("It is high time, she said, that no ferry leaves before the last bus is in.")
            .mention("she", "Ada Bell")
            .said("no ferry leaves before the last bus is in", "Ada Bell", ""));
    assertEquals(List.of("b~p1", "a~p1"), ids("Ada Bell ferry"));
  }

  @Test
  void recentHitsComeFirstWhereTheyAreAboutAsRelevant() throws IOException {
    index(
        article("old")
            .on("2020-01-01")
            .paragraph("The harbour vote is on Friday, and all of Elmsea will be there."),
        article("new")
            .on("2024-01-01")
            .paragraph(
                "The harbour vote is late again on Friday, and all of Elmsea will be there."),
        article("off")
            .on("2024-01-02")
            .paragraph("A river. A bridge. A tax on every harbour, and on all that is there."));
    SearchRequest request = SearchRequest.of("harbour OR vote");
    assertEquals(
        List.of("old~p1", "new~p1", "off~p1"),
        ids(search(request.withPage(SortOrder.RELEVANCE, 5, null))));
    assertEquals(
        List.of("new~p1", "old~p1", "off~p1"),
        ids(search(request.withPage(SortOrder.RECENT, 5, null))));
  }

  @Test
  void lastPageHasNoNext() throws IOException {
    index(article("a").paragraph("x").paragraph("x"));
    assertEquals(null, search(SearchRequest.of("x").withPage(SortOrder.RELEVANCE, 2, null)).next());
    assertEquals(null, search(SearchRequest.of("x").withPage(SortOrder.RELEVANCE, 0, null)).next());
    assertTrue(search(SearchRequest.of("x").withPage(SortOrder.RELEVANCE, 1, null)).next() != null);
  }

  @Test
  void cursorOfNoSearchIsRefused() throws IOException {
    index(article("a").paragraph("x").paragraph("x"));
    SearchRequest x = SearchRequest.of("x");
    String cursor = search(x.withPage(SortOrder.RELEVANCE, 1, null)).next();
    assertTrue(cursor != null && cursor.matches("[A-Za-z0-9_-]+"), cursor);
    for (String bad :
        List.of("", "?", "abc", cursor.substring(1), cursor + "A", "AAAA".repeat(20))) {
      assertRefused(x.withPage(SortOrder.RELEVANCE, 1, bad));
    }
    assertRefused(x.withPage(SortOrder.NEWEST, 1, cursor));
  }

  private void assertRefused(SearchRequest request) {
    var e = assertThrows(InvalidRequestException.class, () -> search(request), request.after());
    assertEquals("after", e.parameter());
  }
}
