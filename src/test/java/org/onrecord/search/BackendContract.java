package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.onrecord.article.ArticleId;
import org.onrecord.article.TextSpan;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.DocumentSink.Replacement;
import org.onrecord.query.QueryLimits;
import org.onrecord.query.QueryParser;
import org.onrecord.query.QuerySyntaxException;
import org.onrecord.schema.ArchiveField;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;

/** What every engine must do; a subclass brings one, with an empty index for each test. */
public abstract class BackendContract {
  protected abstract DocumentSink sink();

  protected abstract SearchBackend backend();

  private void index(SampleArticle... articles) throws IOException {
    for (SampleArticle each : articles) {
      sink().replace(each.id(), each.documents());
    }
    sink().commit();
  }

  private BackendResult search(SearchRequest request) throws IOException {
    try {
      return backend().search(request, QueryParser.parse(request.q()), request.match());
    } catch (QuerySyntaxException e) {
      throw new IllegalArgumentException(request.q(), e);
    }
  }

  private BackendResult search(String q) throws IOException {
    return search(SearchRequest.of(q));
  }

  private List<String> ids(String q) throws IOException {
    return ids(search(q));
  }

  private static List<String> ids(BackendResult result) {
    return result.hits().stream().map(BackendContract::id).toList();
  }

  private static String id(Hit hit) {
    return switch (hit) {
      case Hit.ParagraphHit paragraph -> paragraph.paragraph().id();
      case Hit.QuoteHit quote -> quote.quote().quotation().id();
    };
  }

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
        with(
            SearchRequest.of("ferry"),
            Set.of(DocumentType.PARAGRAPH, DocumentType.QUOTE),
            Map.of());
    assertEquals(List.of("one~p1", "one~p3", "one~p3~q2", "one~p3~q1"), idsWithin("one", any));
    SearchRequest ruth = with(any, any.types(), Map.of(Facet.SPEAKER, List.of("Ruth Alder")));
    assertEquals(List.of("one~p3", "one~p3~q1"), idsWithin("one", ruth));
    assertEquals(List.of(), idsWithin("three", any));
  }

  private List<String> idsWithin(String article, SearchRequest request) throws Exception {
    return backend()
        .within(new ArticleId(article), request, QueryParser.parse(request.q()), request.match())
        .stream()
        .map(BackendContract::id)
        .toList();
  }

  private static SearchRequest with(
      SearchRequest r, Set<DocumentType> types, Map<Facet, List<String>> filters) {
    return new SearchRequest(
        r.q(),
        types,
        r.match(),
        filters,
        r.from(),
        r.to(),
        r.sort(),
        r.size(),
        r.after(),
        r.facets(),
        r.facetSize(),
        r.interval());
  }

  private static SearchRequest quotes(String q) {
    return with(SearchRequest.of(q), Set.of(DocumentType.QUOTE), Map.of());
  }

  private static SearchRequest filtered(String q, Facet facet, String... values) {
    return SearchRequest.of(q).withFilters(Map.of(facet, List.of(values)));
  }

  private static SearchRequest between(
      SearchRequest r, @Nullable String from, @Nullable String to) {
    return new SearchRequest(
        r.q(),
        r.types(),
        r.match(),
        r.filters(),
        from == null ? null : LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to),
        r.sort(),
        r.size(),
        r.after(),
        r.facets(),
        r.facetSize(),
        r.interval());
  }

  private static SearchRequest page(
      SearchRequest r, SortOrder sort, int size, @Nullable String after) {
    return new SearchRequest(
        r.q(),
        r.types(),
        r.match(),
        r.filters(),
        r.from(),
        r.to(),
        sort,
        size,
        after,
        r.facets(),
        r.facetSize(),
        r.interval());
  }

  private static FacetCounts.Values values(BackendResult result, Facet facet) {
    return result.facets().stream()
        .filter(counts -> counts.facet() == facet)
        .map(FacetCounts.Values.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static FacetCounts.Dates dates(BackendResult result) {
    return result.facets().stream()
        .filter(FacetCounts.Dates.class::isInstance)
        .map(FacetCounts.Dates.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static String shown(FacetCounts.Values counts) {
    StringBuilder shown = new StringBuilder();
    for (FacetCounts.Value value : counts.values()) {
      shown.append(value.value()).append('=').append(value.count());
      shown.append(value.selected() ? "* " : " ");
    }
    return shown + "others=" + counts.others() + " missing=" + counts.missing();
  }

  private static String marked(Snippet snippet) {
    StringBuilder marked = new StringBuilder(snippet.text());
    for (TextSpan span : snippet.highlights().reversed()) {
      marked.insert(span.end(), ']').insert(span.start(), '[');
    }
    return snippet.field().label() + ": " + marked;
  }

  private List<String> snippets(SearchRequest request) throws IOException {
    return search(request).hits().stream()
        .flatMap(hit -> hit.snippets().stream())
        .map(BackendContract::marked)
        .toList();
  }

  // Writing

  @Test
  void emptyIndexFindsNothing() throws IOException {
    BackendResult result = search(filtered("x", Facet.PARTY, "GRN"));
    assertEquals(0, result.total());
    assertEquals("GRN=0* others=0 missing=0", shown(values(result, Facet.PARTY)));
    assertEquals(new ArchiveCounts(0, 0, 0), backend().counts());
  }

  @Test
  void replaceRemovesOldParagraphs() throws IOException {
    index(
        article("a")
            .paragraph("The old bridge.")
            .said("old bridge", "Ada Bell", "GRN")
            .paragraph("Second."));
    index(article("a").paragraph("The new tunnel."));
    assertEquals(List.of(), ids("bridge"));
    assertEquals(0, search(quotes("")).total());
    assertEquals(List.of("a~p1"), ids("tunnel"));
    assertEquals(Optional.empty(), backend().paragraph("a~p2"));
    assertEquals("others=0 missing=1", shown(values(search(""), Facet.PARTY)));
    assertEquals(new ArchiveCounts(1, 1, 0), backend().counts());
  }

  @Test
  void replacingWithNothingRemovesTheArticle() throws IOException {
    index(article("a").paragraph("The bridge."), article("b").paragraph("The bridge."));
    assertEquals(Replacement.REPLACED, sink().replace(new ArticleId("a"), List.of()));
    sink().commit();
    assertEquals(List.of("b~p1"), ids("bridge"));
    assertEquals(Optional.empty(), backend().article(new ArticleId("a")));
  }

  @Test
  void replaceSaysWhetherTheArticleWasNew() throws IOException {
    SampleArticle sample = article("a").paragraph("Text.");
    assertEquals(Replacement.ADDED, sink().replace(sample.id(), sample.documents()));
    assertEquals(Replacement.REPLACED, sink().replace(sample.id(), sample.documents()));
    sink().commit();
    assertEquals(Replacement.REPLACED, sink().replace(sample.id(), sample.documents()));
    SampleArticle other = article("b").paragraph("Text.");
    assertEquals(Replacement.ADDED, sink().replace(other.id(), other.documents()));
  }

  @Test
  void nothingIsSeenBeforeCommit() throws IOException {
    SampleArticle sample = article("a").paragraph("Text.");
    sink().replace(sample.id(), sample.documents());
    assertEquals(0, search("").total());
    sink().commit();
    assertEquals(1, search("").total());
  }

  @Test
  void documentsOfAnotherArticleAreRefused() {
    SampleArticle sample = article("a").paragraph("Text.");
    assertThrows(
        IllegalArgumentException.class,
        () -> sink().replace(new ArticleId("b"), sample.documents()));
  }

  // Fetching

  @Test
  void articleComesBackWithItsParagraphsInOrder() throws IOException {
    SampleArticle sample =
        article("a").title("Head").paragraph("One.").said("One", "Ada Bell", "").paragraph("Two.");
    index(sample, article("b").paragraph("Other."));
    ArchivedArticle found = backend().article(sample.id()).orElseThrow();
    assertEquals(sample.documents().getFirst(), found.document());
    assertEquals(sample.documents().subList(1, 4), found.paragraphs());
  }

  @Test
  void permalinksLeadToParagraphAndQuotation() throws IOException {
    SampleArticle sample = article("a").paragraph("One.").said("One", "Ada Bell", "GRN");
    index(sample);
    assertEquals(Optional.of(sample.documents().get(1)), backend().paragraph("a~p1").map(p -> p));
    assertEquals(Optional.of(sample.documents().get(2)), backend().quote("a~p1~q1").map(q -> q));
    assertEquals(Optional.empty(), backend().quote("a~p1"));
    assertEquals(Optional.empty(), backend().paragraph("a~p1~q1"));
    assertEquals(Optional.empty(), backend().paragraph("a"));
  }

  @Test
  void countsAreByType() throws IOException {
    index(
        article("a").title("Head").paragraph("One.").said("One", "Ada Bell", ""),
        article("b").paragraph("Two."));
    assertEquals(new ArchiveCounts(2, 3, 1), backend().counts());
  }

  // Words

  @Test
  void wordsMustAllStandInOneParagraph() throws IOException {
    index(article("a").paragraph("The harbour is full.").paragraph("The bridge by the harbour."));
    assertEquals(List.of("a~p2"), ids("harbour bridge"));
    SearchRequest any = page(SearchRequest.of("harbour bridge"), SortOrder.RELEVANCE, 10, null);
    assertEquals(2, backend().search(any, parsed("harbour bridge"), MatchMode.ANY).total());
  }

  private static org.onrecord.query.Query parsed(String q) {
    try {
      return QueryParser.parse(q);
    } catch (QuerySyntaxException e) {
      throw new IllegalArgumentException(q, e);
    }
  }

  @Test
  void resolvedNamesCountAsWordsOfTheParagraph() throws IOException {
    index(
        article("a")
            .paragraph("The former mayor hopes that Orwick stays neutral.")
            .mention("The former mayor", "Ada Bell")
            .said("Orwick stays neutral", "Ada Bell", "GRN"));
    assertEquals(List.of("a~p1"), ids("Orwick Ada Bell"));
    assertEquals(List.of("a~p1~q1"), ids(search(quotes("neutral bell"))));
    assertEquals(List.of("a~p1"), ids("\"ada bell\" orwick"));
    assertEquals(List.of(), ids("Orwick Ada Bell Smith"));
  }

  @Test
  void phraseDoesNotReachFromNameToName() throws IOException {
    index(
        article("a")
            .paragraph("He and she met.")
            .mention("He", "Ada Bell")
            .mention("she", "Cleo Marsh"));
    assertEquals(List.of(), ids("\"bell cleo\""));
  }

  @Test
  void headlineIsAParagraphAndFillsNoOther() throws IOException {
    index(article("a").title("Harbour vote").paragraph("The bridge stays."));
    assertEquals(List.of("a~p0"), ids("harbour"));
    assertEquals(List.of(), ids("harbour bridge"));
  }

  @Test
  void quotationIsSearchedByItsContentAlone() throws IOException {
    index(
        article("a")
            .paragraph("The bridge stays, she said.")
            .said("The bridge stays", "Ada Bell", ""));
    assertEquals(1, search(quotes("bridge")).total());
    assertEquals(0, search(quotes("said")).total());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "khan | Khan's release",
        "khan | Khan’s release",
        "Khan’s | the Khan family",
        "US | the U.S. Senate",
        "U.S. | the US Senate",
        "PML-N | leaders of the PML-N said",
        "pml-n | PML-N's leaders",
        "Tehreek-e-Insaf | Pakistan Tehreek-e-Insaf (PTI)",
        "insaf | Pakistan Tehreek-e-Insaf (PTI)",
        "election | the elections",
        "elections | an election",
        "announced | she announces it",
        "cafe | a café",
        "café | a cafe\u0301",
        "Émile | EMILE",
        "O'Brien | Mr O’Brien",
        "1,000 | 1,000 people",
        "\uD83D\uDE00 | a \uD83D\uDE00 face",
        "عمران | خان عمران",
        "\"free elections\" | free elections now",
        "“imran khan” | Imran Khan’s lawyers",
        "\"u.s. senate\" | the US Senate",
        "bridge - harbour | the harbour bridge",
        "\"a\" OR zebra | the zebra",
        "bridge -tunnel | the bridge",
        "-tunnel | the bridge",
        "NOT (a b) | a c"
      })
  void finds(String q, String text) throws IOException {
    index(article("a").paragraph(text));
    assertEquals(1, search(q).total());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"free election\" | free elections now",
        "\"khan imran\" | Imran Khan",
        "PML-N | N of the PML",
        "bridge -tunnel | the bridge and the tunnel",
        "-(a b) | a b",
        "harbour | harbor"
      })
  void doesNotFind(String q, String text) throws IOException {
    index(article("a").paragraph(text));
    assertEquals(0, search(q).total());
  }

  @Test
  void longestQueryIsAnswered() throws IOException {
    index(article("a").paragraph("one two three"));
    StringBuilder q = new StringBuilder();
    for (int i = 1; i < QueryLimits.DEFAULT.words(); i++) {
      q.append('w').append(i).append('-').append("x ");
    }
    assertEquals(0, search(q.toString()).total());
    assertEquals(1, search(q.toString().replace(" ", " OR ") + "two").total());
  }

  // Order

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
        ids(search(page(x, SortOrder.NEWEST, 10, null))));
    assertEquals(
        List.of("a~p1", "b~p1", "b~p2", "c~p1", "d~p1"),
        ids(search(page(x, SortOrder.OLDEST, 10, null))));
  }

  @ParameterizedTest
  @EnumSource
  void scoresAreNumbersInEveryOrder(SortOrder sort) throws IOException {
    index(article("a").paragraph("x"));
    assertTrue(search(page(SearchRequest.of("x"), sort, 10, null)).hits().getFirst().score() > 0);
  }

  // Paging

  @ParameterizedTest
  @EnumSource
  void pagingWalksThroughEveryHitOnce(SortOrder sort) throws IOException {
    index(new RandomArchives(7).articles(60).toArray(SampleArticle[]::new));
    for (String q : List.of("", "harbour", "the of OR bridge")) {
      SearchRequest request = with(SearchRequest.of(q), Set.of(DocumentType.values()), Map.of());
      List<String> whole = ids(search(page(request, sort, 100, null)));
      List<String> walked = new ArrayList<>();
      String after = null;
      long total;
      do {
        BackendResult result = search(page(request, sort, 7, after));
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
    BackendResult first = search(page(SearchRequest.of("x"), SortOrder.NEWEST, 4, null));
    index(
        article("z").on("2024-02-01").paragraph("x"),
        article("m5").on("2024-01-15").paragraph("x"));
    BackendResult second = search(page(SearchRequest.of("x"), SortOrder.NEWEST, 4, first.next()));
    assertEquals(List.of("m9~p1", "m8~p1", "m7~p1", "m6~p1"), ids(first));
    assertEquals(List.of("m5~p1", "m4~p1", "m3~p1", "m2~p1"), ids(second));
  }

  @Test
  void recentHitsComeFirstWhereTheyAreAboutAsRelevant() throws IOException {
    index(
        article("old").on("2020-01-01").paragraph("The harbour vote is on Friday."),
        article("new").on("2024-01-01").paragraph("The harbour vote is late again on Friday."),
        article("off").on("2024-01-02").paragraph("A river. A bridge. A tax on every harbour."));
    SearchRequest request = SearchRequest.of("harbour OR vote");
    assertEquals(
        List.of("old~p1", "new~p1", "off~p1"),
        ids(search(page(request, SortOrder.RELEVANCE, 5, null))));
    assertEquals(
        List.of("new~p1", "old~p1", "off~p1"),
        ids(search(page(request, SortOrder.RECENT, 5, null))));
  }

  @Test
  void lastPageHasNoNext() throws IOException {
    index(article("a").paragraph("x").paragraph("x"));
    assertEquals(null, search(page(SearchRequest.of("x"), SortOrder.RELEVANCE, 2, null)).next());
    assertEquals(null, search(page(SearchRequest.of("x"), SortOrder.RELEVANCE, 0, null)).next());
    assertTrue(search(page(SearchRequest.of("x"), SortOrder.RELEVANCE, 1, null)).next() != null);
  }

  @Test
  void cursorOfNoSearchIsRefused() throws IOException {
    index(article("a").paragraph("x").paragraph("x"));
    SearchRequest x = SearchRequest.of("x");
    String cursor = search(page(x, SortOrder.RELEVANCE, 1, null)).next();
    assertTrue(cursor != null && cursor.matches("[A-Za-z0-9_-]+"), cursor);
    for (String bad :
        List.of("", "?", "abc", cursor.substring(1), cursor + "A", "AAAA".repeat(20))) {
      assertRefused(page(x, SortOrder.RELEVANCE, 1, bad));
    }
    assertRefused(page(x, SortOrder.NEWEST, 1, cursor));
  }

  private void assertRefused(SearchRequest request) {
    var e = assertThrows(InvalidRequestException.class, () -> search(request), request.after());
    assertEquals("after", e.parameter());
  }

  // Facets

  private void indexThreeParties() throws IOException {
    index(
        article("a")
            .in("Herald", "news")
            .paragraph("One said the bridge stays.")
            .said("the bridge stays", "Ada Bell", "GRN")
            .paragraph("Two said the bridge goes.")
            .said("the bridge goes", "Ben Oru", "Blue-N"),
        article("b")
            .on("2024-10-01")
            .in("Tribune", "news")
            .paragraph("Three said the bridge waits.")
            .said("the bridge waits", "Cleo Marsh", "GRN")
            .paragraph("Four said the bridge was sold.")
            .saidByFormer("the bridge was sold", "Dan Bell", "GRN"));
  }

  @Test
  void selectedFacetStillShowsWhatElseCouldBeSelected() throws IOException {
    indexThreeParties();
    BackendResult result = search(filtered("bridge", Facet.PARTY, "grn"));
    assertEquals(2, result.total());
    assertEquals("GRN=2* Blue-N=1 others=0 missing=1", shown(values(result, Facet.PARTY)));
    assertEquals(
        "Ada Bell=1 Cleo Marsh=1 others=0 missing=0", shown(values(result, Facet.SPEAKER)));
    assertEquals("paragraph=2* quote=2 others=0 missing=0", shown(values(result, Facet.TYPE)));
    assertEquals("Herald=1 Tribune=1 others=0 missing=0", shown(values(result, Facet.OUTLET)));
    assertEquals("direct=2 others=0 missing=0", shown(values(result, Facet.KIND)));
    assertEquals("news=2 others=0 missing=0", shown(values(result, Facet.SECTION)));
  }

  @Test
  void valuesOfOneFacetAddUpAndFacetsNarrowOneAnother() throws IOException {
    indexThreeParties();
    assertEquals(3, search(filtered("bridge", Facet.PARTY, "GRN", "BLUE-N")).total());
    SearchRequest both =
        SearchRequest.of("bridge")
            .withFilters(
                Map.of(Facet.PARTY, List.of("GRN", "Blue-N"), Facet.OUTLET, List.of("Herald")));
    BackendResult result = search(both);
    assertEquals(2, result.total());
    assertEquals("Blue-N=1* GRN=1* others=0 missing=0", shown(values(result, Facet.PARTY)));
    assertEquals("Herald=2* Tribune=1 others=0 missing=0", shown(values(result, Facet.OUTLET)));
  }

  @Test
  void formerPartyIsNoParty() throws IOException {
    indexThreeParties();
    SearchRequest grn =
        with(SearchRequest.of(""), Set.of(DocumentType.QUOTE), Map.of(Facet.PARTY, List.of("GRN")));
    assertEquals(List.of("a~p1~q1", "b~p1~q1"), ids(search(grn)));
  }

  @Test
  void unnamedSpeakerIsNoFacetValue() throws IOException {
    index(article("a").paragraph("It rains, they said.").saidByUnnamed("It rains", "officials"));
    assertEquals("others=0 missing=1", shown(values(search(quotes("")), Facet.SPEAKER)));
  }

  @Test
  void unknownValueFindsNothingAndIsShownAsSelected() throws IOException {
    indexThreeParties();
    BackendResult result = search(filtered("bridge", Facet.PARTY, "Nobody"));
    assertEquals(0, result.total());
    assertEquals("GRN=2 Blue-N=1 Nobody=0* others=0 missing=1", shown(values(result, Facet.PARTY)));
  }

  @Test
  void selectedValueIsShownHoweverRare() throws IOException {
    indexThreeParties();
    SearchRequest r = filtered("bridge", Facet.SPEAKER, "Dan Bell");
    SearchRequest two =
        new SearchRequest(
            r.q(),
            r.types(),
            r.match(),
            r.filters(),
            null,
            null,
            r.sort(),
            10,
            null,
            EnumSet.of(Facet.SPEAKER),
            2,
            r.interval());
    BackendResult result = search(two);
    assertEquals("Ada Bell=1 Dan Bell=1* others=2 missing=0", shown(values(result, Facet.SPEAKER)));
    assertEquals(1, result.facets().size());
  }

  @Test
  void valuesThatDifferInCaseAreOne() throws IOException {
    index(
        article("a").in("HERALD", "x").paragraph("x"),
        article("b").in("Herald", "x").paragraph("x").paragraph("x"));
    BackendResult result = search(filtered("x", Facet.OUTLET, "herald"));
    assertEquals(3, result.total());
    assertEquals("Herald=3* others=0 missing=0", shown(values(result, Facet.OUTLET)));
  }

  @Test
  void veryLongAndBlankValuesDoNoHarm() throws IOException {
    index(article("a").in("x".repeat(40_000), "  ").paragraph("x"));
    BackendResult result = search(filtered("x", Facet.OUTLET, "X".repeat(40_000), ""));
    assertEquals(1, result.total());
    assertEquals("others=0 missing=1", shown(values(result, Facet.SECTION)));
  }

  @Test
  void datesAreCountedWithoutRegardToTheirOwnRange() throws IOException {
    indexThreeParties();
    BackendResult result = search(between(SearchRequest.of("bridge"), "2024-11-01", null));
    assertEquals(2, result.total());
    assertEquals(
        List.of(
            new FacetCounts.Bucket(LocalDate.of(2024, 10, 1), 2),
            new FacetCounts.Bucket(LocalDate.of(2024, 11, 1), 2)),
        dates(result).buckets());
    assertEquals(
        List.of(new FacetCounts.Bucket(LocalDate.of(2024, 10, 1), 1)),
        dates(search(filtered("", Facet.SPEAKER, "Cleo Marsh"))).buckets());
  }

  @Test
  void rangeOfDatesIncludesBothDays() throws IOException {
    index(
        article("a").on("2024-01-01").paragraph("x"),
        article("b").on("2024-01-02").paragraph("x"),
        article("c").on("2024-01-03").paragraph("x"),
        article("d").undated().paragraph("x"),
        article("e").on("1912-04-15").paragraph("x"));
    assertEquals(2, search(between(SearchRequest.of("x"), "2024-01-01", "2024-01-02")).total());
    assertEquals(2, search(between(SearchRequest.of("x"), null, "2024-01-01")).total());
    assertEquals(
        4, dates(search("x")).buckets().stream().mapToLong(FacetCounts.Bucket::count).sum());
  }

  @Test
  void facetCountEqualsTotalAfterSelecting() throws IOException {
    index(new RandomArchives(1).articles(80).toArray(SampleArticle[]::new));
    index(new RandomArchives(2).articles(30).toArray(SampleArticle[]::new));
    for (long seed = 0; seed < 100; seed++) {
      SearchRequest request = new RandomArchives(seed).request();
      BackendResult result = search(request);
      for (FacetCounts counts : result.facets()) {
        String where = "seed " + seed + ": " + request + " " + counts;
        switch (counts) {
          case FacetCounts.Values values -> assertSelectable(request, values, where);
          case FacetCounts.Dates dates -> assertSelectable(request, dates, where);
        }
      }
    }
  }

  private void assertSelectable(SearchRequest request, FacetCounts.Values counts, String where)
      throws IOException {
    Set<String> seen = new HashSet<>();
    for (FacetCounts.Value value : counts.values()) {
      assertTrue(seen.add(value.value()), where);
      assertEquals(value.count(), total(selecting(request, counts.facet(), value.value())), where);
    }
    if (counts.facet() == Facet.TYPE) {
      return;
    }
    long lifted = total(selecting(request, counts.facet()));
    assertTrue(counts.missing() <= lifted && counts.others() >= 0, where);
    if (counts.others() == 0) {
      String[] all = seen.toArray(String[]::new);
      long having = all.length == 0 ? 0 : total(selecting(request, counts.facet(), all));
      assertEquals(lifted - counts.missing(), having, where);
    }
  }

  /** How many hits there are, asked for without anything else. */
  private long total(SearchRequest r) throws IOException {
    return search(
            new SearchRequest(
                r.q(),
                r.types(),
                r.match(),
                r.filters(),
                r.from(),
                r.to(),
                r.sort(),
                0,
                null,
                Set.of(),
                1,
                r.interval()))
        .total();
  }

  private static SearchRequest selecting(SearchRequest request, Facet facet, String... values) {
    if (facet == Facet.TYPE) {
      return with(
          request,
          Set.of(DocumentType.valueOf(values[0].toUpperCase(java.util.Locale.ROOT))),
          request.filters());
    }
    Map<Facet, List<String>> filters = new java.util.EnumMap<>(Facet.class);
    filters.putAll(request.filters());
    filters.put(facet, List.of(values));
    return request.withFilters(filters);
  }

  private void assertSelectable(SearchRequest request, FacetCounts.Dates counts, String where)
      throws IOException {
    for (FacetCounts.Bucket bucket : counts.buckets()) {
      LocalDate next =
          switch (counts.interval()) {
            case DAY -> bucket.from().plusDays(1);
            case MONTH -> bucket.from().plusMonths(1);
            case YEAR -> bucket.from().plusYears(1);
          };
      String last = next.minusDays(1).toString();
      assertEquals(bucket.count(), total(between(request, bucket.from().toString(), last)), where);
    }
  }

  @Test
  void narrowingNeverRaisesTheTotal() throws IOException {
    index(new RandomArchives(3).articles(60).toArray(SampleArticle[]::new));
    for (long seed = 0; seed < 100; seed++) {
      SearchRequest request = new RandomArchives(seed).request();
      long wide = search(request.withFilters(Map.of())).total();
      assertTrue(search(request).total() <= wide, "seed " + seed);
    }
  }

  @Test
  void facetsNotAskedForChangeNothing() throws IOException {
    index(new RandomArchives(4).articles(40).toArray(SampleArticle[]::new));
    for (long seed = 0; seed < 60; seed++) {
      SearchRequest r = new RandomArchives(seed).request();
      BackendResult counted = search(r);
      for (Set<Facet> facets : List.of(Set.<Facet>of(), Set.of(Facet.PARTY), Set.of(Facet.DATE))) {
        BackendResult plain =
            search(
                new SearchRequest(
                    r.q(),
                    r.types(),
                    r.match(),
                    r.filters(),
                    r.from(),
                    r.to(),
                    r.sort(),
                    r.size(),
                    r.after(),
                    facets,
                    r.facetSize(),
                    r.interval()));
        assertEquals(counted.total(), plain.total(), "seed " + seed);
        assertEquals(ids(counted), ids(plain), "seed " + seed);
        assertTrue(counted.facets().containsAll(plain.facets()), "seed " + seed);
      }
    }
  }

  // Highlights

  @Test
  void onlyTheQuerysWordsAreMarked() throws IOException {
    index(
        article("a")
            .paragraph(
                "It was late. The Khan’s elections, and more elections. He left the U.S. today.")
            .mention("He", "Imran Khan"));
    assertEquals(
        List.of(
            "text: It was late. The [Khan]’s [elections], and more [elections]. He left the [U.S]."
                + " today.",
            "mention: Imran [Khan]"),
        snippets(SearchRequest.of("khan election US")));
  }

  @Test
  void phraseIsMarkedAsOne() throws IOException {
    index(article("a").paragraph("Free elections, he said: free and fair elections of PML-N."));
    assertEquals(
        List.of("text: [Free elections], he said: free and fair elections of [PML-N]."),
        snippets(SearchRequest.of("\"free elections\" pml-n")));
  }

  @Test
  void nameIsMarkedWhereItWasFound() throws IOException {
    index(
        article("a")
            .paragraph("It works, she told the man.")
            .mention("the man", "Émile Roux")
            .mention("she", "Ada Bell")
            .said("It works", "Ada Bell", "GRN"));
    assertEquals(
        List.of("speaker: [Ada] Bell", "mention: Émile [Roux]", "mention: [Ada] Bell"),
        snippets(SearchRequest.of("ada roux")));
    assertEquals(List.of("speaker: [Ada Bell]"), snippets(quotes("\"ada bell\"")));
  }

  @Test
  void snippetSaysWhereItStands() throws IOException {
    String sentence =
        "Mr. Bell came to St. Ives at 5 p.m. on Monday" + ", and on Tuesday".repeat(22) + ".";
    String text = "One \uD83D\uDE00 two. " + sentence + " Three bells.";
    index(article("a").paragraph(text));
    List<Snippet> found = search("ives").hits().getFirst().snippets();
    assertEquals(1, found.size());
    assertEquals(sentence, found.getFirst().text());
    assertEquals(ArchiveField.TEXT, found.getFirst().field());
    assertEquals(text.indexOf("Mr."), found.getFirst().offset());
  }

  @Test
  void longParagraphShowsItsThreeBestSentences() throws IOException {
    String filler = "Nothing" + " and nothing".repeat(40) + ".";
    index(
        article("a")
            .paragraph(
                String.join(
                    " ",
                    "A bridge.",
                    filler,
                    "A harbour bridge.",
                    filler,
                    "The bridge, a bridge.",
                    filler,
                    "The harbour and the bridge.")));
    assertEquals(
        List.of(
            "text: A [harbour] [bridge].",
            "text: The [bridge], a [bridge].",
            "text: The [harbour] and the [bridge]."),
        snippets(SearchRequest.of("harbour bridge")));
  }

  @Test
  void sentencesAreShownWithTheirNeighbours() throws IOException {
    index(
        article("a")
            .paragraph(
                "One. It rains. The bridge is closed. It snows. Two. Three. A bridge! Four."
                    + " Five."));
    assertEquals(
        List.of(
            "text: It rains. The [bridge] is closed. It snows.", "text: Three. A [bridge]! Four."),
        snippets(SearchRequest.of("bridge")));
  }

  @Test
  void endlessSentenceIsCutAroundTheWord() throws IOException {
    String text = "so ".repeat(700) + "harbour " + "and ".repeat(700) + "harbour";
    index(article("a").paragraph(text));
    Snippet snippet = search("harbour").hits().getFirst().snippets().getFirst();
    assertTrue(snippet.text().length() <= 500, snippet.text());
    assertEquals(
        List.of("harbour"), snippet.highlights().stream().map(s -> s.in(snippet.text())).toList());
    assertTrue(text.startsWith(snippet.text(), snippet.offset()));
  }

  @Test
  void everythingHasNoSnippets() throws IOException {
    index(article("a").paragraph("x"));
    assertEquals(List.of(), snippets(SearchRequest.of("")));
    assertEquals(List.of(), snippets(SearchRequest.of("-y")));
  }

  @Test
  void highlightsLieInTheirSnippetsAndSnippetsInTheirText() throws IOException {
    index(new RandomArchives(5).articles(60).toArray(SampleArticle[]::new));
    int seen = 0;
    for (long seed = 0; seed < 100; seed++) {
      for (Hit hit : search(new RandomArchives(seed).request()).hits()) {
        for (Snippet snippet : hit.snippets()) {
          assertWithin(hit, snippet, "seed " + seed);
          seen++;
        }
      }
    }
    assertTrue(seen > 50);
  }

  private static void assertWithin(Hit hit, Snippet snippet, String where) {
    assertFalse(snippet.highlights().isEmpty(), where);
    int end = 0;
    for (TextSpan span : snippet.highlights()) {
      assertTrue(span.start() >= end && span.end() <= snippet.text().length(), where);
      end = span.end();
    }
    if (snippet.field() == ArchiveField.TEXT) {
      String text =
          switch (hit) {
            case Hit.ParagraphHit paragraph -> paragraph.paragraph().text();
            case Hit.QuoteHit quote -> quote.quote().quotation().content();
          };
      assertTrue(text.startsWith(snippet.text(), snippet.offset()), where);
    }
  }

  // Odd text

  @Test
  void anyTextGoesInAndComesBack() throws IOException {
    for (String text :
        List.of(
            "",
            " ",
            "\uD83D lone",
            "x".repeat(100_000),
            "a\u0000b",
            "\u202Eabc",
            "'s",
            ".",
            "...",
            "U.S.'s")) {
      SampleArticle sample = article("odd").paragraph(text);
      index(sample);
      assertEquals(
          Optional.of(sample.documents().get(1)), backend().paragraph("odd~p1").map(p -> p));
    }
  }
}
