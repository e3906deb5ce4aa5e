package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Publication.Hold;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.people.WhoIs;
import org.onrecord.query.QueryLimits;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.Facet;
import org.onrecord.schema.FormerAddress;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/**
 * The archive as readers ask for it: searches, by what {@link SearchQuestion} understands of them,
 * and what lies under an id. Safe for use by several threads.
 */
public final class SearchService {
  /** The longest text that is completed, in UTF-16 characters. */
  private static final int MAX_COMPLETED = 200;

  /** So few letters of a name are no slip of one. */
  private static final int FEWEST_MENDED = 4;

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
   * Understands a request, over the archive as it is now. The caller closes what is given back, and
   * may ask it for several things.
   *
   * @throws InvalidRequestException if the query or the dates cannot be understood
   */
  public SearchQuestion understand(SearchRequest asked) throws IOException {
    SearchBackend.HeldView held = backend.openView();
    return SearchQuestion.of(
        held, new Understanding(held.view(), aliases, names, limits), nanos, asked);
  }

  /**
   * Answers a search.
   *
   * @throws InvalidRequestException if the query, the dates or the cursor cannot be understood
   */
  public SearchResult search(SearchRequest asked) throws IOException {
    try (SearchQuestion question = understand(asked)) {
      return question.result();
    }
  }

  /**
   * Opens every hit of a search.
   *
   * @see SearchQuestion#export()
   */
  public ExportedHits export(SearchRequest asked) throws IOException {
    try (SearchQuestion question = understand(asked)) {
      return question.export();
    }
  }

  /**
   * Lists the values of a facet over what a search finds.
   *
   * @see SearchQuestion#facet
   */
  public FacetPage facet(SearchRequest asked, FacetListing listing) throws IOException {
    try (SearchQuestion question = understand(asked)) {
      return question.facet(listing);
    }
  }

  /**
   * The hits of a search that are in one article.
   *
   * @see SearchQuestion#within
   */
  public List<Hit> within(ArticleId article, SearchRequest asked) throws IOException {
    try (SearchQuestion question = understand(asked)) {
      return question.within(article);
    }
  }

  /** The party with exactly this id, if the archive has it. */
  public Optional<PartyRef> party(String id) throws IOException {
    return backend.parties().stream().filter(party -> party.id().equals(id)).findFirst();
  }

  /** Every party that the archive has. */
  public List<PartyRef> parties() throws IOException {
    return backend.parties();
  }

  /** What the archive's parties are called where all of them are in view. */
  public PartyLabels partyLabels() throws IOException {
    return PartyLabels.of(backend.parties(), aliases);
  }

  /**
   * Whom or what a value of a facet that the archive does not have may have meant, the likeliest
   * first.
   */
  public List<String> alike(Facet facet, String value) throws IOException {
    try (SearchBackend.HeldView held = backend.openView()) {
      return new UnknownValues(new Understanding(held.view(), aliases, names, limits))
          .like(facet, value);
    }
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

  /** The quotation with this permalink id, or with which it is an older one of. */
  public Optional<QuoteDocument> quote(String id) throws IOException {
    return switch (address(id)) {
      case QuotationAddress.Here(QuoteDocument quote) -> Optional.of(quote);
      case QuotationAddress.Moved(QuoteDocument quote) -> Optional.of(quote);
      case QuotationAddress.Struck _,
          QuotationAddress.Gone _,
          QuotationAddress.Withdrawn _,
          QuotationAddress.Unknown _ ->
          Optional.empty();
    };
  }

  /** What stands at an address of a quotation, and what became of what stood there. */
  public QuotationAddress address(String id) throws IOException {
    return new AddressBook(backend).at(id);
  }

  /**
   * Addresses of quotations whose words are gone from articles that are shown, the latest first.
   *
   * @param most of how many articles
   */
  public List<FormerAddress> lost(int most) throws IOException {
    return backend.lost(most);
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
    List<Completion> completions =
        typed.isBlank() ? List.of() : mended(typed, backend.complete(typed, size), size);
    return completions.stream().noneMatch(one -> one.id() != null)
        ? completions
        : partyLabels().of(completions);
  }

  /** With people of whose names a slip was typed, where nobody's name begins as typed. */
  private List<Completion> mended(String typed, List<Completion> found, int size)
      throws IOException {
    String name = typed.strip();
    if (name.length() < FEWEST_MENDED || !found.isEmpty() || name.matches(".*[\"():*~].*")) {
      return found;
    }
    List<Completion> mended = new ArrayList<>();
    for (String other : alike(Facet.SPEAKER, name)) {
      long count =
          search(SearchRequest.of("").with(Facet.SPEAKER, other).forTotal()).totalUnfolded();
      if (count > 0 && mended.size() < size) {
        mended.add(new Completion(Completion.Kind.PERSON, other, count));
      }
    }
    return mended;
  }

  public ArchiveCounts counts() throws IOException {
    return backend.counts();
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
}
