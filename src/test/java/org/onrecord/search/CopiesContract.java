package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;

/** What every engine does with articles that are copies of one another. */
public abstract class CopiesContract extends BackendContract {
  private static final String LEAD =
      "The old ferry will cross the harbour again from the first of March, the council decided"
          + " after a debate of nine hours.";
  private static final String SAID =
      "“Nobody on the far shore was ever asked whether the bridge would do,” said Marta Quill, who"
          + " leads the Free Ferry List in the council.";
  private static final String COST =
      "The crossing will cost the town 340,000 a year, of which fares are expected to bring back"
          + " about a third once the summer visitors come.";
  private static final String REPLY =
      "Mayor Ruth Alder had argued that the money would be better spent on the bridge, whose"
          + " northern lane has been closed since the winter storms.";
  private static final String VOTE =
      "Twelve members voted for the ferry and eleven against it, with Tom Birch of the Harbour"
          + " Party leaving the chamber before the hands were counted.";

  private static SampleArticle ferry(String id, String outlet, String... paragraphs) {
    SampleArticle made = article(id).in(outlet, "news").title("Ferry to sail again, " + id);
    for (String paragraph : paragraphs) {
      made.paragraph(paragraph);
      if (paragraph.contains("Nobody on the far shore")) {
        made.said(
            "Nobody on the far shore was ever asked whether the bridge would do",
            "Marta Quill",
            "Free Ferry List");
      }
    }
    return made;
  }

  private static SampleArticle whole(String id, String outlet) {
    return ferry(id, outlet, LEAD, SAID, COST, REPLY, VOTE);
  }

  private static List<String> copies(Hit hit) {
    return hit.copies().shown().stream().map(Copies.Copy::id).toList();
  }

  @Test
  void copyIsFoldedIntoTheEarlierArticle() throws IOException {
    index(whole("b", "Ferry News").on("2024-11-08"), whole("a", "The Harbour Post"));
    BackendResult found = search("\"fares are expected\"");
    assertEquals(List.of("a~p3"), ids(found));
    assertEquals(1, found.total());
    assertEquals(2, found.totalUnfolded());
    Hit hit = found.hits().getFirst();
    assertEquals(1, hit.copies().count());
    assertEquals(List.of("b~p3"), copies(hit));
    assertEquals("Ferry News", hit.copies().shown().getFirst().article().outlet());
  }

  @Test
  void quotationsAreFoldedToo() throws IOException {
    index(whole("a", "The Harbour Post"), whole("b", "Ferry News").on("2024-11-08"));
    BackendResult found =
        search(SearchRequest.of("far shore").withTypes(Set.of(DocumentType.values())));
    assertEquals(Set.of("a~p2", "a~p2~q1"), Set.copyOf(ids(found)));
    assertEquals(4, found.totalUnfolded());
  }

  /** An article that has nothing in common with others but what is said in it. */
  private static SampleArticle telling(String id, String speaker, String day) {
    return article(id)
        .in(id + " News", "news")
        .on(day)
        .title("What was said, " + id)
        .paragraph(id + " begins. Nobody on the far shore was ever asked about it, said " + speaker)
        .said("Nobody on the far shore was ever asked about it", speaker, "Free Ferry List");
  }

  private BackendResult quotations() throws IOException {
    return search(SearchRequest.of("far shore").withTypes(Set.of(DocumentType.QUOTE)));
  }

  @Test
  void quotationThatOtherArticlesRepeatIsFolded() throws IOException {
    index(telling("b", "Marta Quill", "2024-11-08"));
    index(telling("a", "Marta Quill", "2024-11-07"), telling("c", "Marta Quill", "2024-11-09"));
    BackendResult found = quotations();
    assertEquals(List.of("a~p1~q1"), ids(found));
    assertEquals(List.of("b~p1~q1", "c~p1~q1"), copies(found.hits().getFirst()));
    assertEquals(3, found.totalUnfolded());
    assertEquals(3, search(SearchRequest.of("far shore")).total(), "the paragraphs are others");
  }

  @Test
  void quotationOfAnotherOrOfOtherWeeksIsNoCopy() throws IOException {
    index(telling("a", "Marta Quill", "2024-11-07"), telling("b", "Tom Hale", "2024-11-07"));
    index(telling("c", "Marta Quill", "2024-12-07"));
    assertEquals(3, quotations().total());
  }

  @Test
  void repeatedQuotationStandsAloneWhenTheOthersAreGone() throws IOException {
    index(telling("a", "Marta Quill", "2024-11-07"), telling("b", "Marta Quill", "2024-11-07"));
    sink().delete(new ArticleId("a"));
    sink().commit();
    BackendResult found = quotations();
    assertEquals(List.of("b~p1~q1"), ids(found));
    assertEquals(0, found.hits().getFirst().copies().count());
    index(telling("a", "Marta Quill", "2024-11-06"));
    assertEquals(List.of("a~p1~q1"), ids(quotations()));
  }

  @Test
  void everyCopyIsAHitWhereUnfolded() throws IOException {
    index(whole("a", "The Harbour Post"), whole("b", "Ferry News").on("2024-11-08"));
    BackendResult found =
        search(SearchRequest.of("\"fares are expected\"").withCopies(CopyMode.UNFOLD));
    assertEquals(Set.of("a~p3", "b~p3"), Set.copyOf(ids(found)));
    assertEquals(2, found.total());
    assertEquals(2, found.totalUnfolded());
    assertTrue(found.hits().stream().allMatch(hit -> hit.copies().equals(Copies.NONE)));
  }

  @Test
  void copiesFoundBeforeAndAfterACommitAreOne() throws IOException {
    index(whole("a", "The Harbour Post"));
    index(whole("b", "Ferry News").on("2024-11-08"), whole("c", "The Lantern").on("2024-11-09"));
    index(whole("d", "Northern Star").on("2024-11-10"));
    BackendResult found = search("\"fares are expected\"");
    assertEquals(List.of("a~p3"), ids(found));
    assertEquals(List.of("b~p3", "c~p3", "d~p3"), copies(found.hits().getFirst()));
  }

  @Test
  void copyMayBeCutHaveAnotherHeadlineAndADateline() throws IOException {
    index(
        whole("a", "The Harbour Post"),
        ferry("b", "Ferry News", "HARBOUR, Nov 7 (Tidewire) - " + LEAD, SAID, COST),
        ferry("c", "The Lantern", "Harbour (Tidewire) — " + LEAD, COST, VOTE));
    assertEquals(1, search("\"after a debate\"").total());
    assertEquals(1, search("\"fares are expected\"").total());
    assertEquals(1, search("\"hands were counted\"").total());
    assertEquals(3, search("\"ferry to sail\"").total());
  }

  @Test
  void copyMayHaveWordsChangedButNoNumber() throws IOException {
    index(
        whole("a", "The Harbour Post"),
        ferry(
            "b",
            "Ferry News",
            LEAD,
            SAID,
            COST.replace("340,000", "430,000"),
            REPLY.replace("better spent", "spent more wisely"),
            VOTE.replace("with Tom Birch", "Tom Birch")));
    assertEquals(2, search("\"fares are expected\"").total());
    assertEquals(1, search("\"northern lane\"").total());
    assertEquals(1, search("\"hands were counted\"").total());
  }

  @Test
  void ownParagraphsOfACopyStayHits() throws IOException {
    index(
        whole("a", "The Harbour Post"),
        ferry("b", "Ferry News", LEAD, SAID, COST, REPLY, "Ferry News has asked the mayor why."));
    assertEquals(List.of("b~p5"), ids(search("\"asked the mayor why\"")));
  }

  @Test
  void copyInTheChosenOutletIsFound() throws IOException {
    index(whole("a", "The Harbour Post"), whole("b", "Ferry News").on("2024-11-08"));
    SearchRequest request =
        SearchRequest.of("\"fares are expected\"")
            .withFilters(Map.of(Facet.OUTLET, List.of("Ferry News")));
    BackendResult found = search(request);
    assertEquals(List.of("b~p3"), ids(found));
    assertEquals(0, found.hits().getFirst().copies().count());
    FacetCounts.Values outlets = values(found, Facet.OUTLET);
    assertEquals(
        List.of(
            new FacetCounts.Value("Ferry News", 1, true),
            new FacetCounts.Value("The Harbour Post", 1, false)),
        outlets.values());
  }

  @Test
  void nextCopyTakesThePlaceOfADeletedArticle() throws IOException {
    index(
        whole("a", "The Harbour Post"),
        whole("b", "Ferry News").on("2024-11-08"),
        whole("c", "The Lantern").on("2024-11-09"));
    sink().delete(new ArticleId("a"));
    sink().commit();
    BackendResult found = search("\"fares are expected\"");
    assertEquals(List.of("b~p3"), ids(found));
    assertEquals(List.of("c~p3"), copies(found.hits().getFirst()));
    sink().delete(new ArticleId("b"));
    sink().commit();
    assertEquals(List.of("c~p3"), ids(search("\"fares are expected\"")));
    assertEquals(5, search(SearchRequest.of("")).total() - 1);
  }

  @Test
  void correctedArticleStaysWithItsCopies() throws IOException {
    index(whole("a", "The Harbour Post"), whole("b", "Ferry News").on("2024-11-08"));
    index(ferry("a", "The Harbour Post", "A correction stands below this text.", LEAD, SAID, COST));
    assertEquals(List.of("a~p4"), ids(search("\"fares are expected\"")));
    assertEquals(2, search("\"fares are expected\"").totalUnfolded());
    assertEquals(List.of("b~p4"), ids(search("\"northern lane\"")));
  }

  @Test
  void articleReplacedByAnotherTextLeavesItsCopies() throws IOException {
    index(whole("a", "The Harbour Post"), whole("b", "Ferry News").on("2024-11-08"));
    index(article("a").in("The Harbour Post", "news").paragraph("This article was withdrawn."));
    assertEquals(List.of("b~p3"), ids(search("\"fares are expected\"")));
    assertEquals(List.of("a~p1"), ids(search("withdrawn")));
    index(whole("c", "The Lantern").on("2024-11-09"), whole("a", "The Harbour Post"));
    assertEquals(3, search("\"fares are expected\"").totalUnfolded());
    assertEquals(1, search("\"fares are expected\"").total());
  }

  @Test
  void articlesAfterOnePatternAreNoCopies() throws IOException {
    index(
        market("m1", "2024-11-01", "1,204", "fell", "grain"),
        market("m2", "2024-11-02", "1,311", "rose", "timber"),
        market("m3", "2024-11-08", "1,204", "fell", "grain"));
    assertEquals(3, search("\"closing price of the harbour index\"").total());
    assertEquals(3, search("\"buying or selling\"").total());
  }

  private static SampleArticle market(
      String id, String day, String points, String way, String goods) {
    return article(id)
        .on(day)
        .in("The Harbour Post", "business")
        .paragraph("The closing price of the harbour index " + way + " to " + points + " points.")
        .paragraph("Traders spoke of a quiet day, in which " + goods + " was asked for most.")
        .paragraph("Nothing in this report is advice on buying or selling shares of any kind.");
  }

  @Test
  void sameTextYearsLaterIsNoCopy() throws IOException {
    index(
        whole("a", "The Harbour Post").on("2020-11-07"), whole("b", "Ferry News").on("2024-11-08"));
    assertEquals(2, search("\"fares are expected\"").total());
  }

  @Test
  void passagesOfOneArticleAreNotFolded() throws IOException {
    index(
        ferry("a", "The Harbour Post", LEAD, SAID, COST, LEAD),
        ferry("b", "Ferry News", LEAD, SAID, COST, LEAD));
    BackendResult found = search("\"after a debate\"");
    assertEquals(Set.of("a~p1", "a~p4"), Set.copyOf(ids(found)));
    assertEquals(4, found.totalUnfolded());
  }

  @Test
  void copyIsFoundAmongManyArticlesWrittenSince() throws IOException {
    List<SampleArticle> all = new ArrayList<>(List.of(whole("a", "The Harbour Post")));
    for (int i = 0; i < 600; i++) {
      all.add(article("short" + i).paragraph("The tide turns at " + i + " past nine."));
    }
    all.add(whole("b", "Ferry News").on("2024-11-08"));
    all.add(whole("c", "The Lantern").on("2024-11-09"));
    index(all);
    assertEquals(List.of("a~p3"), ids(search("\"fares are expected\"")));
    assertEquals(3, search("\"fares are expected\"").totalUnfolded());
  }

  @Test
  void manyCopiesAreCountedAndTheFirstShown() throws IOException {
    List<SampleArticle> all = new ArrayList<>();
    for (int i = 10; i < 10 + 2 * Copies.MOST_SHOWN; i++) {
      all.add(whole("a" + i, "Outlet " + i));
    }
    index(all);
    Copies copies = search("\"fares are expected\"").hits().getFirst().copies();
    assertEquals(2 * Copies.MOST_SHOWN - 1, copies.count());
    assertEquals(Copies.MOST_SHOWN, copies.shown().size());
  }

  @Test
  void pagesHoldEveryHitOnceAndCountsHold() throws IOException {
    for (long seed = 1; seed <= draws(3); seed++) {
      RandomCopies random = new RandomCopies(seed);
      List<SampleArticle> articles = random.articles(60);
      index(articles.subList(0, 20));
      index(articles.subList(20, 60));
      for (SampleArticle gone : random.some(articles, 8)) {
        sink().delete(gone.id());
      }
      sink().commit();
      long folded = 0;
      for (int i = 0; i < 12; i++) {
        SearchRequest request = random.request();
        String message = "seed " + seed + ", " + request;
        BackendResult first = search(request);
        folded += checkPages(request, first, message);
        for (FacetCounts counts : first.facets()) {
          assertSelectable(request, counts, message + " " + counts.facet());
        }
      }
      assertNotEquals(0, folded, "seed " + seed + " folds nothing");
    }
  }

  /** Goes through all pages; answers how many hits were folded. */
  private long checkPages(SearchRequest request, BackendResult first, String message)
      throws IOException {
    SearchRequest uncounted = request.withFacets(Set.of(), 1);
    List<String> seen = new ArrayList<>();
    Set<String> withCopies = new HashSet<>();
    long copies = 0;
    String after = null;
    do {
      BackendResult page = search(uncounted.withPage(request.sort(), 8, after));
      assertEquals(first.total(), page.total(), message);
      for (Hit hit : page.hits()) {
        seen.add(id(hit));
        assertTrue(withCopies.add(id(hit)), message);
        copies += hit.copies().count();
        assertTrue(Collections.disjoint(withCopies, copies(hit)), message);
        withCopies.addAll(copies(hit));
        List<ArticleId> of =
            Stream.concat(
                    Stream.of(hit.article().id()),
                    hit.copies().shown().stream().map(copy -> copy.article().id()))
                .toList();
        assertEquals(of.size(), new HashSet<>(of).size(), message);
      }
      after = page.next();
    } while (after != null);
    assertEquals(first.total(), seen.size(), message);
    assertEquals(first.totalUnfolded(), first.total() + copies, message);
    Set<String> unfolded = new HashSet<>();
    SearchRequest unfolding = uncounted.withCopies(CopyMode.UNFOLD);
    after = null;
    do {
      BackendResult page = search(unfolding.withPage(request.sort(), 50, after));
      assertEquals(first.totalUnfolded(), page.total(), message);
      unfolded.addAll(ids(page));
      after = page.next();
    } while (after != null);
    assertEquals(unfolded, withCopies, message);
    return copies;
  }
}
