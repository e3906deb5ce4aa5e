package org.onrecord.search;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.query.Query;
import org.onrecord.query.QuerySyntax;
import org.onrecord.search.SearchBackend.HeldView;

/**
 * A request that was understood, over one view of the index: whatever it is asked, it answers of
 * the same articles, in the same mode, by one deadline. For one thread; whoever has it made closes
 * it.
 */
public final class SearchQuestion implements Closeable {
  private final HeldView held;
  private final Understanding understanding;
  private final LongSupplier nanos;
  private final long start;
  private final SearchRequest asked;
  private final UnderstoodQuery understood;
  private final List<PartyRef> parties;
  private final SearchRequest request;
  private @Nullable MatchMode used;

  private SearchQuestion(
      HeldView held,
      Understanding understanding,
      LongSupplier nanos,
      SearchRequest asked,
      @Nullable UnderstoodQuery known)
      throws IOException {
    this.held = held;
    this.understanding = understanding;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.asked = asked;
    checkDates(asked.from(), asked.to());
    MeantParties chosen = new MeantParties(understanding.aliases(), view());
    SearchRequest canonical = asked.withFilters(understanding.filters(asked.filters(), chosen));
    this.understood = known == null ? understanding.query(asked.typed()) : known;
    this.parties = new ArrayList<>(chosen.all());
    parties.addAll(understood.parties());
    this.request =
        understood.asksForPolarity()
            ? canonical.withQuotations(canonical.quotations().withUnsaid())
            : canonical;
  }

  /**
   * Understands a request.
   *
   * @param held is closed with the question, or here if it cannot be understood
   * @throws InvalidRequestException if the query or the dates cannot be understood
   */
  static SearchQuestion of(
      HeldView held, Understanding understanding, LongSupplier nanos, SearchRequest asked)
      throws IOException {
    try {
      return new SearchQuestion(held, understanding, nanos, asked, null);
    } catch (IOException | RuntimeException e) {
      held.close();
      throw e;
    }
  }

  /**
   * Another request over the same view, by the same deadline. It need not be closed.
   *
   * @throws InvalidRequestException if the query or the dates cannot be understood
   */
  public SearchQuestion again(SearchRequest other) throws IOException {
    return new SearchQuestion(
        new HeldView(view(), () -> {}),
        understanding,
        nanos,
        other,
        other.typed().isReadLike(asked.typed()) ? understood : null);
  }

  private SearchBackend view() {
    return held.view();
  }

  private Query query() {
    return understood.query();
  }

  /** The request with canonical values. */
  public SearchRequest request() {
    return request;
  }

  /**
   * The answer.
   *
   * @throws InvalidRequestException if the cursor is none, or a part of the query stands for too
   *     many words
   */
  public SearchResult result() throws IOException {
    MatchMode match = request.match();
    BackendResult found = view().search(request, query(), match);
    List<Suggestion> suggestions =
        found.total() == 0
            ? Suggestions.of(view(), understanding.names(), asked.q(), query())
            : List.of();
    if (found.total() == 0 && canBeLoosened()) {
      BackendResult relaxed = view().search(request, query(), MatchMode.ANY);
      if (relaxed.total() > 0) {
        found = relaxed;
        match = MatchMode.ANY;
      }
    }
    used = match;
    PartyLabels labels =
        PartyLabels.of(
            PartiesInView.of(parties, found.facets(), found.hits()), understanding.aliases());
    return new SearchResult(
        Explanation.of(request, understood.read(), match, labels),
        match,
        match != request.match(),
        understood.spellings(),
        suggestions,
        new UnknownValues(understanding).of(asked.filters(), found.totalUnfolded() > 0),
        found.total(),
        found.totalUnfolded(),
        TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - start),
        found.hits(),
        found.facets().stream().map(labels::of).toList(),
        labels,
        found.next());
  }

  /** Whether nothing that holds all of the words is a reason to look for any of them. */
  private boolean canBeLoosened() {
    return request.match() == MatchMode.ALL && !query().loosened().equals(query());
  }

  /** The mode that the result is in: ANY though ALL was asked for, where only that finds. */
  private MatchMode used() throws IOException {
    MatchMode known = used;
    if (known == null) {
      known =
          canBeLoosened() && total(MatchMode.ALL) == 0 && total(MatchMode.ANY) > 0
              ? MatchMode.ANY
              : request.match();
      used = known;
    }
    return known;
  }

  private long total(MatchMode match) throws IOException {
    return view().search(request.forTotal(), query(), match).total();
  }

  /**
   * Opens every hit, in its order; the request's {@code size} and {@code after} do not count. The
   * caller closes it; it may be read after the question is closed.
   */
  public ExportedHits export() throws IOException {
    HitStream all = view().stream(request, query(), request.match());
    if (all.total() > 0 || !canBeLoosened()) {
      return new ExportedHits(request.match(), false, all);
    }
    all.close();
    HitStream any = view().stream(request, query(), MatchMode.ANY);
    return any.total() > 0
        ? new ExportedHits(MatchMode.ANY, true, any)
        : new ExportedHits(MatchMode.ALL, false, any);
  }

  /**
   * The values of a facet over what the result counts.
   *
   * @throws InvalidRequestException if the listing's cursor is none
   */
  public FacetPage facet(FacetListing listing) throws IOException {
    FacetPage page = view().facet(request, query(), used(), listing);
    return listing.facet().isById() ? understanding.partyLabels().of(page) : page;
  }

  /** Whom the words of the query name, from left to right; nobody where it has operators. */
  public List<PersonNamed> people() throws IOException {
    return asked.typed().syntax() == QuerySyntax.ONRECORD
        ? understanding.people(query(), asked.q())
        : List.of();
  }

  /** The hits of the result that are in one article, in reading order, copies unfolded. */
  public List<Hit> within(ArticleId article) throws IOException {
    return view().within(article, request, query(), used());
  }

  /** The same in the mode that was asked for, without falling back. */
  public List<Hit> exactly(ArticleId article) throws IOException {
    return view().within(article, request, query(), request.match());
  }

  /**
   * A page of the articles that the hits stand in.
   *
   * @param match the mode, without falling back
   * @param skip how many articles to pass over, 0 to {@link ArticleHits#MOST_SKIPPED}
   * @throws InvalidRequestException if {@code skip} is too far
   */
  public ArticleHits articles(MatchMode match, int skip) throws IOException {
    if (skip < 0 || skip > ArticleHits.MOST_SKIPPED) {
      throw new InvalidRequestException(
          "after",
          -1,
          "Only the first " + ArticleHits.MOST_SKIPPED + " articles are listed: narrow the search.",
          null);
    }
    return view().articles(request, query(), match, skip);
  }

  /**
   * The ids of the parties that are meant by ids, short names, full names or aliases, each once; of
   * a name that several of the archive's parties bear, all of theirs. What is no party's is given
   * back as it is.
   */
  public List<String> partyIds(List<String> typed) throws IOException {
    MeantParties meant = new MeantParties(understanding.aliases(), view());
    Set<String> ids = new LinkedHashSet<>();
    for (String one : typed) {
      ids.addAll(meant.ids(one));
    }
    return List.copyOf(ids);
  }

  /** The hits that hold all that is asked for by date, in the request's interval and days. */
  public DatedCounts dated() throws IOException {
    return view().dated(searched());
  }

  /** Words of some of the hits that hold all that is asked for. */
  public SampledWords sampleWords(int most) throws IOException {
    return view().sampleWords(searched(), most);
  }

  /**
   * How often words stand in what each of several questions over one view finds.
   *
   * @param questions 1 to {@value WordTallies#MOST_SEARCHES}
   */
  public static WordTallies tallyWords(List<SearchQuestion> questions, Set<String> words)
      throws IOException {
    return questions
        .getFirst()
        .view()
        .tallyWords(questions.stream().map(SearchQuestion::searched).toList(), words);
  }

  /** What the engine is asked to find, without falling back. */
  public AskedSearch searched() {
    return new AskedSearch(request, query(), request.match());
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

  @Override
  public void close() throws IOException {
    held.close();
  }
}
