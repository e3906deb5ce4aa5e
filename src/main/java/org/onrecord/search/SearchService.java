package org.onrecord.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Publication.Hold;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.people.WhoIs;
import org.onrecord.query.Query;
import org.onrecord.query.QueryLimits;
import org.onrecord.query.QuerySyntaxException;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.Facet;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/**
 * Answers requests: understands the query, resolves the filters' aliases, asks the engine, and asks
 * again for any of the words where nothing holds all of them. Safe for use by several threads.
 */
public final class SearchService {
  /** The longest text that is completed, in UTF-16 characters. */
  private static final int MAX_COMPLETED = 200;

  private final SearchBackend backend;
  private final FacetAliases aliases;
  private final NameSpellings names;
  private final QueryLimits limits;
  private final LongSupplier nanos;

  /** A service that knows no other spellings of names. */
  public SearchService(SearchBackend backend, FacetAliases aliases) {
    this(backend, aliases, NameSpellings.NONE);
  }

  public SearchService(SearchBackend backend, FacetAliases aliases, NameSpellings names) {
    this(backend, aliases, names, QueryLimits.DEFAULT);
  }

  /** A service that takes queries within these limits. */
  public SearchService(
      SearchBackend backend, FacetAliases aliases, NameSpellings names, QueryLimits limits) {
    this(backend, aliases, names, limits, System::nanoTime);
  }

  SearchService(
      SearchBackend backend,
      FacetAliases aliases,
      NameSpellings names,
      QueryLimits limits,
      LongSupplier nanos) {
    this.backend = backend;
    this.aliases = aliases;
    this.names = names;
    this.limits = limits;
    this.nanos = nanos;
  }

  /**
   * Answers a search.
   *
   * @throws InvalidRequestException if the query, the dates or the cursor cannot be understood
   */
  public SearchResult search(SearchRequest asked) throws IOException {
    long start = nanos.getAsLong();
    Understood understood = understood(asked);
    SearchRequest request = understood.request();
    Query query = understood.query();
    MatchMode match = request.match();
    BackendResult found = backend.search(request, query, match);
    List<Suggestion> suggestions =
        found.total() == 0 ? Suggestions.of(backend, names, asked.q(), query) : List.of();
    if (match == MatchMode.ALL && found.total() == 0 && !query.loosened().equals(query)) {
      BackendResult relaxed = backend.search(request, query, MatchMode.ANY);
      if (relaxed.total() > 0) {
        found = relaxed;
        match = MatchMode.ANY;
      }
    }
    PartyLabels parties =
        PartyLabels.of(
            PartiesInView.of(understood.parties(), found.facets(), found.hits()), aliases);
    return new SearchResult(
        Explanation.of(request, query, match, parties),
        match,
        match != request.match(),
        understood.spellings(),
        suggestions,
        found.total(),
        found.totalUnfolded(),
        TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - start),
        found.hits(),
        found.facets().stream().map(parties::of).toList(),
        parties,
        found.next());
  }

  /**
   * Opens every hit of a search, in its order; the request's {@code size} and {@code after} do not
   * count. The caller closes it.
   *
   * @throws InvalidRequestException if the query or the dates cannot be understood
   */
  public ExportedHits export(SearchRequest asked) throws IOException {
    Understood understood = understood(asked);
    SearchRequest request = understood.request();
    Query query = understood.query();
    HitStream all = backend.stream(request, query, request.match());
    if (request.match() == MatchMode.ANY || all.total() > 0 || query.loosened().equals(query)) {
      return new ExportedHits(request.match(), false, all);
    }
    all.close();
    HitStream any = backend.stream(request, query, MatchMode.ANY);
    return any.total() > 0
        ? new ExportedHits(MatchMode.ANY, true, any)
        : new ExportedHits(MatchMode.ALL, false, any);
  }

  /**
   * Lists the values of a facet over what a search finds; where nothing holds all of its words,
   * over what holds any, as the search itself does.
   *
   * @throws InvalidRequestException if the query, the dates or the cursor cannot be understood
   */
  public FacetPage facet(SearchRequest asked, FacetListing listing) throws IOException {
    Understood understood = understood(asked);
    SearchRequest request = understood.request();
    Query query = understood.query();
    FacetPage page = backend.facet(request, query, used(request, query), listing);
    return listing.facet().isById() ? archiveLabels().of(page) : page;
  }

  /**
   * The hits of a search that are in one article, in reading order; where nothing in the archive
   * holds all of its words, those that hold any, as the search itself does.
   *
   * @throws InvalidRequestException if the query or the dates cannot be understood
   */
  public List<Hit> within(ArticleId article, SearchRequest asked) throws IOException {
    Understood understood = understood(asked);
    SearchRequest request = understood.request();
    Query query = understood.query();
    return backend.within(article, request, query, used(request, query));
  }

  /** The mode that {@link #search} answers in. */
  private MatchMode used(SearchRequest request, Query query) throws IOException {
    boolean relaxed =
        request.match() == MatchMode.ALL
            && !query.loosened().equals(query)
            && backend.search(request.forTotal(), query, MatchMode.ALL).total() == 0;
    return relaxed ? MatchMode.ANY : request.match();
  }

  /**
   * A page of the articles that a search's hits stand in.
   *
   * @param match the mode that the search was answered in, without falling back
   * @param skip how many articles to pass over, 0 to {@link ArticleHits#MOST_SKIPPED}
   * @throws InvalidRequestException if the query or the dates cannot be understood, or {@code skip}
   *     is too far
   */
  public ArticleHits articles(SearchRequest asked, MatchMode match, int skip) throws IOException {
    if (skip < 0 || skip > ArticleHits.MOST_SKIPPED) {
      throw new InvalidRequestException(
          "after",
          -1,
          "Only the first " + ArticleHits.MOST_SKIPPED + " articles are listed: narrow the search.",
          null);
    }
    Understood understood = understood(asked);
    return backend.articles(understood.request(), understood.query(), match, skip);
  }

  /**
   * A request that a search can answer.
   *
   * @param request with canonical values
   * @param parties which parties it means
   */
  private record Understood(
      SearchRequest request, Query query, List<Spelling> spellings, List<PartyRef> parties) {}

  private Understood understood(SearchRequest asked) throws IOException {
    checkDates(asked.from(), asked.to());
    MeantParties parties = new MeantParties(aliases, backend);
    SearchRequest request = asked.withFilters(canonical(asked.filters(), parties));
    QueryNames spelt =
        new QueryNames(
            aliases,
            switch (request.variants()) {
              case ON -> names;
              case OFF -> NameSpellings.NONE;
            },
            backend,
            parties);
    Query query = spelt.resolve(parse(asked.typed()));
    SearchRequest whole =
        spelt.asksForPolarity()
            ? request.withQuotations(request.quotations().withUnsaid())
            : request;
    return new Understood(whole, query, spelt.spellings(), parties.all());
  }

  /** Labels that tell all of the archive's parties apart. */
  private PartyLabels archiveLabels() throws IOException {
    return PartyLabels.of(backend.parties(), aliases);
  }

  /**
   * The ids of the parties that are meant by ids, short names, full names or aliases, each once; of
   * a name that several of the archive's parties bear, all of theirs. What is no party's is given
   * back as it is.
   */
  public List<String> partyIds(List<String> typed) throws IOException {
    MeantParties parties = new MeantParties(aliases, backend);
    Set<String> ids = new LinkedHashSet<>();
    for (String one : typed) {
      ids.addAll(parties.ids(one));
    }
    return List.copyOf(ids);
  }

  /** The party with exactly this id, if the archive has it. */
  public Optional<PartyRef> party(String id) throws IOException {
    return backend.parties().stream().filter(party -> party.id().equals(id)).findFirst();
  }

  /** The article with its paragraphs, if the archive has it. */
  public Optional<ArchivedArticle> article(ArticleId id) throws IOException {
    return backend.article(id);
  }

  /** Why an article is not shown; empty where it is, or where there is none. */
  public Optional<Hold> hold(ArticleId id) throws IOException {
    return backend.hold(id);
  }

  /** The paragraph with this permalink id, if the archive has it. */
  public Optional<ParagraphDocument> paragraph(String id) throws IOException {
    return backend.paragraph(id);
  }

  /** The quotation with this permalink id, if the archive has it. */
  public Optional<QuoteDocument> quote(String id) throws IOException {
    return backend.quote(id);
  }

  /**
   * What a query that is being typed may become; nothing where nothing is typed.
   *
   * @param size how many at the most
   * @throws InvalidRequestException if it is longer than anything that could be completed
   */
  public List<Completion> complete(String typed, int size) throws IOException {
    if (typed.length() > MAX_COMPLETED) {
      throw new InvalidRequestException(
          "q",
          MAX_COMPLETED,
          "Only the first " + MAX_COMPLETED + " characters of a query can be completed.",
          null);
    }
    List<Completion> completions = typed.isBlank() ? List.of() : backend.complete(typed, size);
    return completions.stream().noneMatch(one -> one.id() != null)
        ? completions
        : archiveLabels().of(completions);
  }

  public ArchiveCounts counts() throws IOException {
    return backend.counts();
  }

  private Query parse(TypedQuery typed) {
    try {
      return typed.syntax().parse(typed.q(), limits);
    } catch (QuerySyntaxException e) {
      throw new InvalidRequestException("q", e.position(), e.getMessage(), e);
    }
  }

  private static void checkDates(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null && from.isAfter(to)) {
      throw new InvalidRequestException(
          "from",
          -1,
          "The first day, " + from + ", is after the last, " + to + ": exchange them.",
          null);
    }
  }

  private static boolean isOfPeople(Facet facet) {
    return facet == Facet.SPEAKER || facet == Facet.MENTION || facet == Facet.SPEAKS_FOR;
  }

  /** Everybody who has an id, as the archive has them before anything is decided about names. */
  public List<ArchivedPerson> people() throws IOException {
    return backend.people();
  }

  /** For whom an id stands, by what was decided about names and by what the archive has. */
  public WhoIs whoIs(String id) throws IOException {
    return backend.whoIs(id);
  }

  /** In how many articles both of these ids are. */
  public long articlesWithBoth(String id, String other) throws IOException {
    return backend.articlesWithBoth(id, other);
  }

  private Map<Facet, List<String>> canonical(Map<Facet, List<String>> filters, MeantParties parties)
      throws IOException {
    Map<Facet, List<String>> canonical = new EnumMap<>(Facet.class);
    for (Map.Entry<Facet, List<String>> filter : filters.entrySet()) {
      Facet facet = filter.getKey();
      Set<String> resolved = new LinkedHashSet<>();
      for (String value : filter.getValue()) {
        for (String each : facet.isById() ? parties.ids(value) : aliases.canonical(facet, value)) {
          resolved.add(isOfPeople(facet) ? backend.called(facet, each) : each);
        }
      }
      canonical.put(facet, List.copyOf(resolved));
    }
    return canonical;
  }
}
