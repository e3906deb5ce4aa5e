package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Polarity;
import org.onrecord.article.SpeakerGender;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.DocumentFacets;
import org.onrecord.schema.Facet;

/** What every engine counts, and how counts and filters agree. */
public abstract class FacetContract extends BackendContract {
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
    assertEquals(3, search(filtered("bridge", Facet.PARTY, "grn", "blue-n")).total());
    SearchRequest both =
        SearchRequest.of("bridge")
            .withFilters(
                Map.of(Facet.PARTY, List.of("grn", "blue-n"), Facet.OUTLET, List.of("Herald")));
    BackendResult result = search(both);
    assertEquals(2, result.total());
    assertEquals("Blue-N=1* GRN=1* others=0 missing=0", shown(values(result, Facet.PARTY)));
    assertEquals("Herald=2* Tribune=1 others=0 missing=0", shown(values(result, Facet.OUTLET)));
  }

  private void indexLabelled() throws IOException {
    index(
        article("a")
            .labelled(
                List.of("Marta Quill", "Tom Hale"), List.of("Ferries", "local elections"), "en-GB")
            .paragraph("One said the bridge stays.")
            .said("the bridge stays", "Ada Bell", "GRN"),
        article("b")
            .labelled(List.of("marta quill"), List.of("ferries"), "fr")
            .paragraph("Two said the bridge goes."),
        article("c").paragraph("Three asked where the bridge is."));
  }

  @Test
  void whatFeedsSayOfArticlesIsCounted() throws IOException {
    indexLabelled();
    BackendResult result = search(SearchRequest.of("bridge"));
    assertEquals("Marta Quill=2 Tom Hale=1 others=0 missing=1", ignoringCase(result, Facet.AUTHOR));
    assertEquals("Ferries=2 local elections=1 others=0 missing=1", ignoringCase(result, Facet.TAG));
    assertEquals("en-GB=1 fr=1 others=0 missing=1", shown(values(result, Facet.LANGUAGE)));
    assertEquals(
        "Marta Quill=1 Tom Hale=1 others=0 missing=0", byName(quotes("bridge"), Facet.AUTHOR));
  }

  /** Of two ways of writing a value that are as frequent either may be shown. */
  private static String ignoringCase(BackendResult result, Facet facet) {
    return shown(values(result, facet)).replace("marta q", "Marta Q").replace("ferries", "Ferries");
  }

  @Test
  void valuesThatAreNotShownAreCountedHoweverMany() throws IOException {
    List<String> tags = IntStream.range(0, 250).mapToObj("tag %d"::formatted).toList();
    index(
        article("a")
            .in("Herald", "news")
            .labelled(List.of(), tags, "en")
            .paragraph("The bridge stays."));
    SearchRequest some = SearchRequest.of("bridge").withFacets(Set.of(Facet.TAG, Facet.OUTLET), 10);
    FacetCounts.Values all = values(search(some), Facet.TAG);
    assertEquals(10, all.values().size());
    assertEquals(240, all.others());
    SearchRequest narrowed = some.withFilters(Map.of(Facet.OUTLET, List.of("Herald")));
    assertEquals(240, values(search(narrowed), Facet.TAG).others());
  }

  @Test
  void whatFeedsSayOfArticlesNarrows() throws IOException {
    indexLabelled();
    assertEquals(2, search(filtered("bridge", Facet.AUTHOR, "MARTA QUILL")).total());
    assertEquals(1, search(filtered("bridge", Facet.AUTHOR, "Tom Hale")).total());
    assertEquals(0, search(filtered("bridge", Facet.AUTHOR, "Hale")).total());
    assertEquals(2, search(filtered("bridge", Facet.LANGUAGE, "fr", "en-gb")).total());
    assertEquals(0, search(filtered("bridge", Facet.SPEAKER, "Marta Quill")).total());
    assertEquals(List.of("a~p1"), ids(search(SearchRequest.of("tag:\"local elections\""))));
    assertEquals(List.of("a~p1"), ids(search(SearchRequest.of("bridge language:en*"))));
    assertEquals(
        List.of("b~p1"), ids(search(SearchRequest.of("author:\"Marta Quill\" -tag:loc*"))));
    assertEquals(List.of(), ids(search(SearchRequest.of("Quill"))));
  }

  private void indexKnown() throws IOException {
    index(
        article("a")
            .paragraph("“One stays,” said the mayor. “The bridge is ours,” said Ben.")
            .said("One stays", "Ada Bell", "GRN")
            .known(SpeakerGender.FEMALE, "Mayor of Elmsea", "Chair of the Harbour Board")
            .marked()
            .said("The bridge is ours", "Ben Oru", "")
            .marked(),
        article("b")
            .paragraph("Dan said the bridge was sold. Cleo did not say the bridge waits.")
            .saidByFormer("the bridge was sold", "Dan Bell", "GRN")
            .known(SpeakerGender.MALE)
            .said("the bridge waits", "Cleo Marsh", "")
            .known(SpeakerGender.FEMALE, "Clerk of Elmsea")
            .told(Polarity.UNSAID),
        article("c")
            .paragraph("A clerk said the bridge goes.")
            .saidByUnnamed("the bridge goes", "a clerk"));
  }

  @Test
  void whatIsKnownOfSpeakersIsCounted() throws IOException {
    indexKnown();
    assertEquals("female=1 male=1 unknown=1 others=0 missing=1", byName(quotes(""), Facet.GENDER));
    assertEquals(
        "Chair of the Harbour Board=1 Mayor of Elmsea=1 others=0 missing=3",
        byName(quotes(""), Facet.ROLE));
    assertEquals("GRN=1 others=0 missing=3", byName(quotes(""), Facet.FORMER_PARTY));
    assertEquals("false=2 true=2 others=0 missing=0", byName(quotes(""), Facet.MARKED));
    SearchRequest paragraphs = SearchRequest.of("");
    assertEquals("female=1 male=1 unknown=1 others=0 missing=1", byName(paragraphs, Facet.GENDER));
    assertEquals(
        "Chair of the Harbour Board=1 Mayor of Elmsea=1 others=0 missing=2",
        byName(paragraphs, Facet.ROLE));
  }

  @Test
  void whatIsKnownOfSpeakersNarrows() throws IOException {
    indexKnown();
    assertEquals(1, search(quotesBy(Facet.GENDER, "unknown")).total());
    assertEquals(2, search(quotesBy(Facet.GENDER, "male", "female")).total());
    assertEquals(1, search(quotesBy(Facet.ROLE, "mayor of elmsea")).total());
    assertEquals(0, search(quotesBy(Facet.ROLE, "Clerk of Elmsea")).total(), "nobody says it");
    assertEquals(1, search(quotesBy(Facet.FORMER_PARTY, "grn")).total());
    assertEquals(1, search(quotesBy(Facet.PARTY, "grn")).total(), "who left is none of it");
    assertEquals(2, search(quotesBy(Facet.MARKED, "true")).total());
    assertEquals(1, search(quotes("role:mayor* gender:female marked:true")).total());
    assertEquals(0, search(quotes("role:mayor* gender:male")).total());
    assertEquals(2, search(SearchRequest.of("-formerParty:grn")).total());
  }

  private static SearchRequest quotesBy(Facet facet, String... values) {
    return quotes("").withFilters(Map.of(facet, List.of(values)));
  }

  @Test
  void membersWithoutAFieldAreFoundByWholeValues() throws IOException {
    index(
        article("a")
            .title("On the bridge")
            .member("Desk", "Foreign  Desk")
            .member("codes", List.of(12, "ferry", Map.of("name", "Harbour Board", "code", "x")))
            .paragraph("One said the bridge stays.")
            .said("the bridge stays", "Ada Bell", "GRN"),
        article("b").member("desk", "foreign").paragraph("Two said the bridge goes."),
        article("c").paragraph("The foreign desk asked where the bridge is."));
    assertEquals(2, search(SearchRequest.of("extra.desk:\"foreign desk\"")).total());
    assertEquals(1, search(quotes("extra.DESK:\"Foreign Desk\"")).total());
    assertEquals(List.of("b~p1"), ids("bridge extra.desk:foreign"));
    assertEquals(List.of("a~p1"), ids("stays extra.codes:12"));
    assertEquals(List.of("a~p1"), ids("stays extra.codes:\"harbour board\""));
    assertEquals(
        List.of("b~p1", "c~p1"), ids("bridge -extra.codes:ferry").stream().sorted().toList());
    assertEquals(List.of(), ids("extra.codes:x"));
    assertEquals(List.of(), ids("extra.other:foreign"));
    assertEquals(
        List.of(),
        search(SearchRequest.of("extra.desk:foreign")).hits().getFirst().snippets().stream()
            .flatMap(snippet -> snippet.highlights().stream())
            .toList());
  }

  @Test
  void formerPartyIsNoParty() throws IOException {
    indexThreeParties();
    SearchRequest grn = quotes("").withFilters(Map.of(Facet.PARTY, List.of("grn")));
    assertEquals(List.of("a~p1~q1", "b~p1~q1"), ids(search(grn)));
  }

  private static final PartyRef CANADIAN = new PartyRef("ca-conservative", "Conservative");
  private static final PartyRef BRITISH = new PartyRef("uk-conservative", "Conservative");

  private void indexTwoConservatives() throws IOException {
    index(
        article("a")
            .in("Herald", "news")
            .paragraph("One said the bridge stays.")
            .said("the bridge stays", "Ada Bell", CANADIAN)
            .paragraph("Two said the Conservatives would sell the bridge.")
            .names("Conservatives", CANADIAN)
            .said("the Conservatives would sell the bridge", "Ben Oru", "GRN"),
        article("b")
            .in("Tribune", "news")
            .paragraph("Three said the bridge goes. The Conservatives were silent.")
            .names("Conservatives", BRITISH)
            .said("the bridge goes", "Cleo Marsh", BRITISH)
            .paragraph("Four said the bridge was sold.")
            .said("the bridge was sold", "Dan Bell", BRITISH));
  }

  @Test
  void partiesOfOneNameAreCountedApart() throws IOException {
    indexTwoConservatives();
    BackendResult result = search(filtered("bridge", Facet.PARTY, "ca-conservative"));
    assertEquals(1, result.total());
    assertEquals(
        List.of(
            new FacetCounts.Value("Conservative", "uk-conservative", 2, false),
            new FacetCounts.Value("Conservative", "ca-conservative", 1, true),
            new FacetCounts.Value("GRN", "grn", 1, false)),
        byCountAndId(values(result, Facet.PARTY)));
    assertEquals("Herald=1 Tribune=2 others=0 missing=0", byName(both(), Facet.OUTLET));
    for (FacetCounts counts : search("bridge").facets()) {
      assertSelectable(SearchRequest.of("bridge"), counts, "two Conservatives");
      assertSelectable(both(), counts(search(both()), counts.facet()), "both selected");
    }
  }

  private static SearchRequest both() {
    return filtered("bridge", Facet.PARTY, "ca-conservative", "uk-conservative");
  }

  private static FacetCounts counts(BackendResult result, Facet facet) {
    return result.facets().stream().filter(one -> one.facet() == facet).findFirst().orElseThrow();
  }

  private static List<FacetCounts.Value> byCountAndId(FacetCounts.Values counts) {
    return counts.values().stream()
        .sorted(
            Comparator.comparingLong(FacetCounts.Value::count)
                .reversed()
                .thenComparing(FacetCounts.Value::key))
        .toList();
  }

  private String byName(SearchRequest request, Facet facet) throws IOException {
    FacetCounts.Values counts = values(search(request.withFacets(Set.of(facet), 10)), facet);
    List<FacetCounts.Value> sorted =
        counts.values().stream().sorted(Comparator.comparing(FacetCounts.Value::value)).toList();
    return shown(new FacetCounts.Values(facet, sorted, counts.others(), counts.missing()));
  }

  @Test
  void partyThatIsOnlyNamedIsMentionedAndSpeaksNotHere() throws IOException {
    indexTwoConservatives();
    assertEquals(
        List.of("a~p2"), ids(search(filtered("", Facet.MENTIONED_PARTY, "ca-conservative"))));
    assertEquals(List.of("a~p1"), ids(search(filtered("", Facet.PARTY, "ca-conservative"))));
    assertEquals(
        "Conservative=1 Conservative=1 others=0 missing=2",
        shown(values(search("bridge"), Facet.MENTIONED_PARTY)));
  }

  @Test
  void quotationMentionsThePartiesThatItsOwnWordsName() throws IOException {
    indexTwoConservatives();
    SearchRequest named =
        quotes("")
            .withFilters(
                Map.of(Facet.MENTIONED_PARTY, List.of("ca-conservative", "uk-conservative")));
    assertEquals(List.of("a~p2~q1"), ids(search(named)));
    assertEquals(List.of("a~p2"), ids("mentionedParty:ca-conservative bridge"));
    assertEquals(List.of("b~p1", "b~p2"), sorted(ids("party:uk-conservative bridge")));
  }

  private static List<String> sorted(List<String> ids) {
    return ids.stream().sorted().toList();
  }

  @Test
  void heldPartiesAreToldUnderEachOfTheirNames() throws IOException {
    indexTwoConservatives();
    index(
        article("c")
            .paragraph("Five said the ferry sails.")
            .said("the ferry sails", "Eve Lane", new PartyRef("uk-conservative", "Tory"))
            .paragraph("The Old Guard left.")
            .names("Old Guard"));
    List<PartyRef> held = backend().parties();
    assertEquals(
        Set.of(
            CANADIAN,
            BRITISH,
            new PartyRef("uk-conservative", "Tory"),
            new PartyRef("grn", "GRN"),
            new PartyRef("old-guard", "Old Guard")),
        Set.copyOf(held));
    assertTrue(held.indexOf(BRITISH) < held.indexOf(new PartyRef("uk-conservative", "Tory")));
    sink().delete(article("c").id());
    sink().commit();
    assertEquals(
        Set.of(CANADIAN, BRITISH, new PartyRef("grn", "GRN")), Set.copyOf(backend().parties()));
  }

  @Test
  void partiesAreCompletedEachWithItsId() throws IOException {
    indexTwoConservatives();
    List<Completion> parties =
        backend().complete("cons", 9).stream().filter(one -> one.id() != null).toList();
    assertEquals(
        List.of(
            new Completion(Completion.Kind.PARTY, "Conservative", "uk-conservative", 2),
            new Completion(Completion.Kind.PARTY, "Conservative", "ca-conservative", 1)),
        parties);
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
    SearchRequest two = r.withFacets(EnumSet.of(Facet.SPEAKER), 2);
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
    BackendResult result =
        search(SearchRequest.of("bridge").withDays(LocalDate.of(2024, 11, 1), null));
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
    SearchRequest x = SearchRequest.of("x");
    LocalDate first = LocalDate.of(2024, 1, 1);
    assertEquals(2, search(x.withDays(first, LocalDate.of(2024, 1, 2))).total());
    assertEquals(2, search(x.withDays(null, first)).total());
    assertEquals(
        4, dates(search("x")).buckets().stream().mapToLong(FacetCounts.Bucket::count).sum());
  }

  @Test
  void facetCountEqualsTotalAfterSelecting() throws IOException {
    index(new RandomArchives(1).articles(80));
    index(new RandomArchives(2).articles(30));
    for (long seed = 0; seed < draws(100); seed++) {
      SearchRequest request = new RandomArchives(seed).request();
      BackendResult result = search(request);
      for (FacetCounts counts : result.facets()) {
        String where = "seed " + seed + ": " + request + " " + counts;
        assertSelectable(request, counts, where);
        if (counts instanceof FacetCounts.Values values) {
          assertComplete(request, result.total(), values, where);
        }
      }
    }
  }

  @Test
  void countsAreThoseOfTheDocumentsThemselves() throws IOException {
    index(new RandomArchives(5).articles(90));
    index(new RandomArchives(6).articles(25));
    for (int i = 30; i < 40; i++) {
      sink().delete(new ArticleId("a" + i));
    }
    sink().commit();
    for (long seed = 0; seed < draws(60); seed++) {
      SearchRequest random = new RandomArchives(seed).request();
      SearchRequest request = random.withCopies(CopyMode.UNFOLD).withFacets(random.facets(), 1_000);
      for (FacetCounts counts : search(request).facets()) {
        if (counts instanceof FacetCounts.Values values && values.facet() != Facet.TYPE) {
          assertCounted(request, values, "seed " + seed + ": " + request + " " + counts);
        }
      }
    }
  }

  /** Counts one hit after the other by its document. */
  private void assertCounted(SearchRequest request, FacetCounts.Values counts, String where)
      throws IOException {
    Map<String, Long> naive = new HashMap<>();
    long missing = 0;
    SearchRequest lifted = selecting(request, counts.facet());
    try (HitStream hits =
        backend().stream(
            counts.facet() == Facet.POLARITY ? withUnsaid(lifted) : lifted,
            parsed(lifted.q()),
            lifted.match())) {
      for (Optional<Hit> hit = hits.next(); hit.isPresent(); hit = hits.next()) {
        ArchiveDocument document =
            switch (hit.get()) {
              case Hit.ParagraphHit paragraph -> paragraph.paragraph();
              case Hit.QuoteHit quote -> quote.quote();
            };
        Set<String> keys = new HashSet<>();
        for (DocumentFacets.Value value : DocumentFacets.values(counts.facet(), document)) {
          keys.add(key(counts.facet(), value.key()));
        }
        keys.remove("");
        keys.forEach(key -> naive.merge(key, 1L, Long::sum));
        missing += keys.isEmpty() ? 1 : 0;
      }
    }
    Map<String, Long> counted = new HashMap<>();
    for (FacetCounts.Value value : counts.values()) {
      if (value.count() > 0) {
        counted.put(key(counts.facet(), value.key()), value.count());
      }
    }
    assertEquals(naive, counted, where);
    assertEquals(missing, counts.missing(), where);
  }

  private static String key(Facet facet, String value) {
    return facet.isById() ? value.strip() : value.strip().toLowerCase(Locale.ROOT);
  }

  /** Every hit that the facet could narrow has one of its values, or none. */
  private void assertComplete(
      SearchRequest request, long total, FacetCounts.Values counts, String where)
      throws IOException {
    String[] all = counts.values().stream().map(FacetCounts.Value::key).toArray(String[]::new);
    assertEquals(all.length, Set.of(all).size(), where);
    if (counts.facet() == Facet.TYPE) {
      return;
    }
    boolean narrowed = request.filters().containsKey(counts.facet());
    long lifted = narrowed ? total(selecting(request, counts.facet())) : total;
    if (counts.facet() == Facet.POLARITY) {
      lifted = total(selecting(withUnsaid(request), counts.facet()));
    }
    assertTrue(counts.missing() <= lifted && counts.others() >= 0, where);
    if (counts.others() == 0) {
      long having = all.length == 0 ? 0 : total(selecting(request, counts.facet(), all));
      assertEquals(lifted - counts.missing(), having, where);
    }
  }

  /**
   * What was not said is left out by nothing but its polarity, so that lifting this takes it in.
   */
  private static SearchRequest withUnsaid(SearchRequest request) {
    return request.withQuotations(
        new QuotationBounds(
            UnsaidMode.INCLUDE,
            request.quotations().minConfidence(),
            request.quotations().minSpeakerConfidence()));
  }

  @Test
  void narrowingNeverRaisesTheTotal() throws IOException {
    index(new RandomArchives(3).articles(60));
    for (long seed = 0; seed < draws(100); seed++) {
      SearchRequest request = new RandomArchives(seed).request();
      long wide = search(withUnsaid(request).withFilters(Map.of())).total();
      assertTrue(search(request).total() <= wide, "seed " + seed);
    }
  }

  @Test
  void facetsNotAskedForChangeNothing() throws IOException {
    index(new RandomArchives(4).articles(40));
    for (long seed = 0; seed < draws(60); seed++) {
      SearchRequest r = new RandomArchives(seed).request();
      BackendResult counted = search(r);
      for (Set<Facet> facets : List.of(Set.<Facet>of(), Set.of(Facet.PARTY), Set.of(Facet.DATE))) {
        BackendResult plain = search(r.withFacets(facets, r.facetSize()));
        assertEquals(counted.total(), plain.total(), "seed " + seed);
        assertEquals(ids(counted), ids(plain), "seed " + seed);
        assertTrue(counted.facets().containsAll(plain.facets()), "seed " + seed);
      }
    }
  }

  private static FacetCounts.Dates dates(BackendResult result) {
    return result.facets().stream()
        .filter(FacetCounts.Dates.class::isInstance)
        .map(FacetCounts.Dates.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
