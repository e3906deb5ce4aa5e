package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.query.Query;
import org.onrecord.query.QueryLimits;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

class SearchServiceTest {
  private final Engine engine = new Engine();
  private final SearchService service =
      new SearchService(
          engine,
          SearchServiceTest::canonical,
          NAMES,
          QueryLimits.DEFAULT,
          () -> engine.asked.size() * 3_000_000L);

  /** Finds nothing but what a test lays down, and remembers what it was asked. */
  private static final class Engine implements SearchBackend {
    private final List<MatchMode> asked = new ArrayList<>();
    private List<String> similar = List.of();
    private Query query = new Query.All();
    private SearchRequest last = SearchRequest.of("");
    private final List<SearchRequest> requests = new ArrayList<>();
    private List<PartyRef> parties = List.of();
    private Function<MatchMode, Integer> totals = _ -> 1;

    @Override
    public BackendResult search(SearchRequest request, Query query, MatchMode match) {
      asked.add(match);
      last = request;
      requests.add(request);
      this.query = query;
      return new BackendResult(totals.apply(match), List.of(), List.of(), null);
    }

    @Override
    public HitStream stream(SearchRequest request, Query query, MatchMode match) {
      long total = search(request, query, match).total();
      return new HitStream() {
        @Override
        public long total() {
          return total;
        }

        @Override
        public Optional<Hit> next() {
          return Optional.empty();
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public List<Hit> within(
        ArticleId article, SearchRequest request, Query query, MatchMode match) {
      return List.of();
    }

    @Override
    public DatedCounts dated(AskedSearch search) {
      asked.add(search.match());
      return DatedCounts.NONE;
    }

    @Override
    public SampledWords sampleWords(AskedSearch search, int most) {
      return new SampledWords(0, 0, Map.of());
    }

    @Override
    public WordTallies tallyWords(List<AskedSearch> searches, Set<String> words) {
      return new WordTallies(List.of(), 0, Map.of());
    }

    @Override
    public Optional<ArchivedArticle> article(ArticleId id) {
      return Optional.empty();
    }

    @Override
    public Optional<ParagraphDocument> paragraph(String id) {
      return Optional.empty();
    }

    @Override
    public Optional<QuoteDocument> quote(String id) {
      return Optional.empty();
    }

    @Override
    public List<String> similarWords(String word) {
      return similar;
    }

    @Override
    public boolean isName(String word) {
      return true;
    }

    @Override
    public List<Completion> complete(String typed, int size) {
      return List.of(new Completion(Completion.Kind.PHRASE, typed, size));
    }

    @Override
    public List<PartyRef> parties() {
      return parties;
    }

    @Override
    public FacetPage facet(
        SearchRequest request, Query query, MatchMode match, FacetListing listing) {
      return new FacetPage(listing.facet(), List.of(), 0, 0, null);
    }

    @Override
    public ArticleHits articles(SearchRequest request, Query asking, MatchMode match, int skip) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ArchiveCounts counts() {
      return new ArchiveCounts(1, 2, 3);
    }
  }

  private static Set<String> canonical(Facet facet, String value) {
    return switch (facet + " " + value) {
      case "PARTY greens" -> Set.of("GRN");
      case "SPEAKER cleo" -> new LinkedHashSet<>(List.of("Ada Bell", "Dan Bell"));
      case "SPEAKER bell" -> new LinkedHashSet<>(List.of("Ada Bell", "Dan Bell"));
      default -> Set.of(value);
    };
  }

  private static final NameSpellings NAMES =
      new NameSpellings() {
        @Override
        public Set<String> otherNames(String name) {
          return switch (name.toLowerCase(Locale.ROOT)) {
            case "ada", "ada bell", "ada mary bell", "mayor bell" ->
                new LinkedHashSet<>(List.of("Ada Bell", "Ada Mary Bell", "Ada", "Mayor Bell"));
            default -> Set.of();
          };
        }

        @Override
        public boolean isNameWord(String word) {
          return word.equalsIgnoreCase("sharif");
        }

        @Override
        public boolean alike(String word, String other) {
          return other.startsWith("shar");
        }
      };

  private String explained(SearchRequest request) throws IOException {
    return service.search(request).explained();
  }

  @Test
  void explainsWordsTypesAndFilters() throws IOException {
    SearchRequest request =
        SearchRequest.of("Trump Imran Khan").withFilters(Map.of(Facet.PARTY, List.of("PTI")));
    assertEquals("trump AND imran AND khan, in paragraphs, party is PTI", explained(request));
  }

  @Test
  void explainsEverythingAndBothTypes() throws IOException {
    SearchRequest both = SearchRequest.of(" ").withTypes(Set.of(DocumentType.values()));
    assertEquals("everything, in paragraphs and quotations", explained(both));
  }

  @Test
  void explainsValuesAndDates() throws IOException {
    SearchRequest request =
        SearchRequest.of("\"a b\" -c")
            .withFilters(
                Map.of(
                    Facet.PARTY, List.of("GRN", "Blue-N"),
                    Facet.SPEAKER, List.of("x"),
                    Facet.OUTLET, List.of()));
    assertEquals(
        "\"a b\" AND NOT c, in paragraphs, speaker is x, party is GRN or Blue-N,"
            + " from 2024-01-01, to 2024-01-31",
        explained(request.withDays(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31))));
  }

  @Test
  void aliasesBecomeCanonicalValuesOnce() throws IOException {
    SearchRequest request =
        SearchRequest.of("x")
            .withFilters(
                Map.of(
                    Facet.PARTY,
                    List.of("greens", "GRN"),
                    Facet.SPEAKER,
                    List.of("bell", "Ben Oru")));
    assertEquals(
        "x, in paragraphs, speaker is Ada Bell or Dan Bell or Ben Oru, party is GRN",
        explained(request));
    assertEquals(
        Map.of(
            Facet.PARTY, List.of("GRN"), Facet.SPEAKER, List.of("Ada Bell", "Dan Bell", "Ben Oru")),
        engine.requests.getFirst().filters());
  }

  @Test
  void anyWordWillDoWhereNothingHoldsAll() throws IOException {
    engine.totals = match -> match == MatchMode.ALL ? 0 : 4;
    SearchResult result = service.search(SearchRequest.of("Harbour bridge -tunnel"));
    assertTrue(result.relaxed());
    assertEquals(MatchMode.ANY, result.match());
    assertEquals(4, result.total());
    assertEquals(
        "any of the words (harbour OR bridge) AND NOT tunnel or of the same root, in paragraphs",
        result.explained());
    assertEquals(3 * engine.asked.size(), result.tookMillis());
  }

  @Test
  void nothingIsAskedAgainWhereItCannotHelp() throws IOException {
    engine.totals = _ -> 0;
    for (String q : List.of("\"old bridge\"", "minist* OR \"old bridge\"", "speaker:bell", "")) {
      assertFalse(service.search(SearchRequest.of(q)).relaxed(), q);
    }
    assertFalse(engine.asked.contains(MatchMode.ANY));
  }

  @Test
  void singleWordFindsOthersOfItsRootWhereNothingHoldsIt() throws IOException {
    engine.totals = match -> match == MatchMode.ALL ? 0 : 4;
    SearchResult result = service.search(SearchRequest.of("Elector"));
    assertTrue(result.relaxed());
    assertEquals("elector or of the same root, in paragraphs", result.explained());
  }

  @Test
  void functionWordsAreNotAmongTheAnyOfWhichOneWillDo() throws IOException {
    engine.totals = match -> match == MatchMode.ALL ? 0 : 4;
    assertEquals(
        "any of the words opened OR bridge or of the same root, in paragraphs",
        explained(SearchRequest.of("who opened the bridge")));
  }

  @Test
  void nothingFoundEitherWayIsNotRelaxed() throws IOException {
    engine.totals = _ -> 0;
    SearchResult result = service.search(SearchRequest.of("harbour bridge"));
    assertFalse(result.relaxed());
    assertEquals("harbour AND bridge, in paragraphs", result.explained());
  }

  @Test
  void syntaxErrorNamesParameterAndPosition() {
    var e =
        assertThrows(InvalidRequestException.class, () -> service.search(SearchRequest.of("a (b")));
    assertEquals("q", e.parameter());
    assertEquals(2, e.position());
  }

  @Test
  void datesTheWrongWayRoundAreRefused() {
    SearchRequest request =
        SearchRequest.of("").withDays(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 1, 1));
    var e = assertThrows(InvalidRequestException.class, () -> service.search(request));
    assertEquals("from", e.parameter());
  }

  @Test
  void fieldsTakeOtherNamesOfTheirValues() throws IOException {
    assertEquals("party is GRN, in paragraphs", explained(SearchRequest.of("party:greens")));
    assertEquals(
        "NOT speaker is cleo (also \"Ada Bell\", \"Dan Bell\"), in paragraphs",
        explained(SearchRequest.of("-speaker:cleo")));
  }

  private static final PartyRef CANADIAN = new PartyRef("ca-con", "Conservative");
  private static final PartyRef BRITISH = new PartyRef("uk-con", "Conservative");
  private static final PartyRef UNRESOLVED = new PartyRef("conservative", "Conservative");

  private static final FacetAliases PARTIES =
      new FacetAliases() {
        @Override
        public Set<String> canonical(Facet facet, String value) {
          return value.equalsIgnoreCase("Tories") || value.equalsIgnoreCase("Conservative")
              ? new LinkedHashSet<>(List.of("au-con", "ca-con", "uk-con"))
              : Set.of(value);
        }

        @Override
        public Optional<KnownParty> party(String id) {
          return switch (id) {
            case "ca-con" -> Optional.of(new KnownParty("Conservative", "CA"));
            case "uk-con" -> Optional.of(new KnownParty("Conservative", "GB"));
            case "au-con" -> Optional.of(new KnownParty("Conservative", "AU"));
            default -> Optional.empty();
          };
        }
      };

  private String parties(String... asked) throws IOException {
    SearchService known = new SearchService(engine, PARTIES);
    SearchRequest request = SearchRequest.of("").withFilters(Map.of(Facet.PARTY, List.of(asked)));
    return known.search(request).explained().replace("everything, in paragraphs, party is ", "");
  }

  @Test
  void nameOfSeveralPartiesMeansThoseThatTheArchiveHolds() throws IOException {
    engine.parties = List.of(CANADIAN, BRITISH);
    assertEquals("Conservative (Canada) or Conservative (United Kingdom)", parties("tories"));
    assertEquals(Map.of(Facet.PARTY, List.of("ca-con", "uk-con")), engine.last.filters());
    assertEquals("Conservative (Canada) or Conservative (United Kingdom)", parties("CONSERVATIVE"));
    engine.parties = List.of(BRITISH);
    assertEquals("Conservative", parties("tories"));
    engine.parties = List.of();
    assertEquals(
        "Conservative (Australia) or Conservative (Canada) or Conservative (United Kingdom)",
        parties("tories"));
  }

  @Test
  void idMeansOnePartyAlone() throws IOException {
    engine.parties = List.of(CANADIAN, BRITISH, UNRESOLVED);
    assertEquals("Conservative", parties("uk-con"));
    assertEquals(Map.of(Facet.PARTY, List.of("uk-con")), engine.last.filters());
    assertEquals("Conservative", parties("conservative"));
    assertEquals(Map.of(Facet.PARTY, List.of("conservative")), engine.last.filters());
    parties("UK-Con");
    assertEquals(Map.of(Facet.PARTY, List.of("uk-con")), engine.last.filters());
    assertEquals(
        "Conservative (Canada) or Conservative (country unknown) or Conservative (United Kingdom)",
        parties("Conservative"));
  }

  @Test
  void partyOfTheQueryIsToldByItsNameAndAskedForById() throws IOException {
    engine.parties = List.of(CANADIAN, BRITISH, new PartyRef("q7", "Harbour List"));
    SearchService known = new SearchService(engine, PARTIES);
    assertEquals(
        "a AND party is Conservative (Canada) or Conservative (United Kingdom), in paragraphs",
        known.search(SearchRequest.of("a party:tories")).explained());
    assertEquals(
        "mentionedParty is Harbour List, in paragraphs",
        known.search(SearchRequest.of("mentionedParty:\"harbour list\"")).explained());
    assertEquals("mentionedParty:\"q7\"", engine.query.printed());
    assertEquals(
        "party is one that begins with harb, in paragraphs",
        known.search(SearchRequest.of("party:harb*")).explained());
  }

  @Test
  void unknownKindIsRefused() {
    for (String kind : List.of("spoken", "US://x.*y")) {
      var e =
          assertThrows(
              InvalidRequestException.class,
              () -> service.search(SearchRequest.of("a kind:" + kind)));
      assertEquals(2, e.position());
      assertTrue(String.valueOf(e.getMessage()).contains("direct or indirect or mixed"));
    }
  }

  @Test
  void nameIsLookedForUnderItsOtherNames() throws IOException {
    SearchResult result = service.search(SearchRequest.of("harbour mayor bell bridge"));
    assertEquals(
        List.of(new Spelling("mayor bell", List.of("Ada Bell", "Ada Mary Bell"))),
        result.spellings());
    assertEquals(
        "harbour AND (mayor AND bell) (also \"Ada Bell\", \"Ada Mary Bell\") AND bridge,"
            + " in paragraphs",
        result.explained());
  }

  @Test
  void namesThatHoldTheTypedOneOrOnlyAPartOfItAddNothing() throws IOException {
    assertEquals(
        List.of(new Spelling("Ada Bell", List.of("Mayor Bell"))),
        service.search(SearchRequest.of("Ada Bell")).spellings());
    assertEquals(
        List.of(new Spelling("ada mary bell", List.of("Ada Bell", "Mayor Bell"))),
        service.search(SearchRequest.of("\"ada mary bell\"")).spellings());
  }

  @Test
  void spellingsOfTheArchiveAreUsedWhereTheySoundAlike() throws IOException {
    engine.similar = List.of("shareef", "sheriff", "sharef");
    SearchResult result = service.search(SearchRequest.of("Sharif"));
    assertEquals(List.of(new Spelling("Sharif", List.of("shareef", "sharef"))), result.spellings());
    assertEquals("sharif (also \"shareef\", \"sharef\"), in paragraphs", result.explained());
  }

  @Test
  void variantsCanBeTurnedOff() throws IOException {
    engine.similar = List.of("shareef");
    SearchResult result =
        service.search(SearchRequest.of("Sharif mayor bell").withVariants(NameVariants.OFF));
    assertEquals(List.of(), result.spellings());
    assertEquals("sharif AND mayor AND bell, in paragraphs", result.explained());
  }

  @Test
  void wordThatNothingHoldsGetsASuggestion() throws IOException {
    engine.totals = _ -> 0;
    engine.similar = List.of("harbour", "arbour");
    assertEquals(
        List.of(new Suggestion("harbor", "harbour", "the harbour -news")),
        service.search(SearchRequest.of("the harbor -news")).suggestions().stream()
            .filter(suggestion -> suggestion.word().equals("harbor"))
            .toList());
    engine.totals = _ -> 1;
    assertEquals(List.of(), service.search(SearchRequest.of("harbor")).suggestions());
  }

  @Test
  void onlyWhatCouldBeANameOrPhraseIsCompleted() throws IOException {
    assertEquals(List.of(), service.complete(" ", 5));
    assertEquals(1, service.complete("ada", 5).size());
    assertThrows(InvalidRequestException.class, () -> service.complete("a".repeat(201), 5));
  }
}
