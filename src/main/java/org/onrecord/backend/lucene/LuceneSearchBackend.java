package org.onrecord.backend.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Publication.Hold;
import org.onrecord.backend.lucene.care.DamageDetector;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.Deadline;
import org.onrecord.backend.lucene.query.HeldPeople;
import org.onrecord.backend.lucene.query.TermFrequencies;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.people.NameSource;
import org.onrecord.people.WhoIs;
import org.onrecord.query.Query;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.Facet;
import org.onrecord.schema.FormerAddress;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.ArticleFilter;
import org.onrecord.search.ArticleHits;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.BackendResult;
import org.onrecord.search.Completion;
import org.onrecord.search.DatedCounts;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.Hit;
import org.onrecord.search.HitStream;
import org.onrecord.search.MatchMode;
import org.onrecord.search.Readings;
import org.onrecord.search.SampledWords;
import org.onrecord.search.SearchBackend;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.WordTallies;
import org.onrecord.verify.PassageSource;

/**
 * Answers each question to a Lucene index on the view of it that is current when it is asked, under
 * the names that editors decided on, and tells damage from other faults. Safe for use by several
 * threads.
 */
public final class LuceneSearchBackend implements SearchBackend, PassageSource, TermFrequencies {
  private final SearcherSource source;
  private final SearcherSource.Newest newest;
  private final DocumentLookup documents;
  private final LuceneSearch search;
  private final DamageDetector damage;

  /**
   * How long a search may take.
   *
   * @param limit asked by the thread that searches, once a search
   * @param nanos the clock, in nanoseconds from anywhen
   */
  record SearchTime(Supplier<Duration> limit, LongSupplier nanos) {
    Deadline deadline() {
      return Deadline.in(limit.get(), nanos);
    }
  }

  /**
   * A backend.
   *
   * @param current whose views are asked; they stay the caller's
   * @param expansion how many words of a field a prefix or fuzzy word stands for at the most
   * @param names what editors decided about names
   */
  LuceneSearchBackend(
      CurrentSearcher current,
      int expansion,
      SearchTime time,
      DamageDetector damage,
      NameSource names) {
    DocumentCodec codec = new DocumentCodec();
    this.newest = new SearcherSource.Newest(current, names, codec, time, () -> ArticleFilter.NONE);
    this.source = newest;
    this.documents = new DocumentLookup(codec);
    this.search = new LuceneSearch(codec, expansion);
    this.damage = damage;
  }

  /** The same over other views. */
  private LuceneSearchBackend(
      LuceneSearchBackend other, SearcherSource source, SearcherSource.Newest newest) {
    this.source = source;
    this.newest = newest;
    this.documents = other.documents;
    this.search = other.search;
    this.damage = other.damage;
  }

  /**
   * The same index for readers of whom each may read some articles alone.
   *
   * @param filter which of them, asked by the thread that asks
   */
  public LuceneSearchBackend showing(Supplier<ArticleFilter> filter) {
    SearcherSource.Newest narrowed = newest.showing(filter);
    return new LuceneSearchBackend(this, narrowed, narrowed);
  }

  @Override
  public HeldView openView() throws IOException {
    ArchiveSearcher searcher = told(source::acquire);
    return new HeldView(
        new LuceneSearchBackend(
            this, SearcherSource.Held.of(searcher, source.deadline(), search), newest),
        () -> source.release(searcher));
  }

  /** A question to one view. */
  @FunctionalInterface
  interface Question<T> {
    T ask(ArchiveSearcher searcher) throws IOException;
  }

  <T> T ask(Question<T> question) throws IOException {
    ArchiveSearcher searcher = told(source::acquire);
    try {
      return told(() -> question.ask(searcher));
    } finally {
      source.release(searcher);
    }
  }

  /** An answer, or that a file is damaged. */
  @FunctionalInterface
  private interface Answer<T> {
    T get() throws IOException;
  }

  private <T> T told(Answer<T> answer) throws IOException {
    try {
      return answer.get();
    } catch (IOException e) {
      throw damage.told(e);
    } catch (RuntimeException e) {
      throw damage.told(e);
    } catch (Error e) {
      throw damage.told(e);
    }
  }

  /** What is asked with words, in time. */
  @FunctionalInterface
  private interface Search<T> {
    T ask(ViewSearch view) throws IOException;
  }

  private <T> T inTime(Search<T> question) throws IOException {
    return ask(searcher -> question.ask(source.asked(searcher, search)));
  }

  /** Holds the current view until the stream is closed. */
  @Override
  public HitStream stream(SearchRequest request, Query query, MatchMode match) throws IOException {
    ArchiveSearcher searcher = told(source::acquire);
    HitStream hits;
    try {
      hits = told(() -> new ViewSearch(search, searcher).stream(request, query, match));
    } catch (IOException | RuntimeException e) {
      source.release(searcher);
      throw e;
    }
    return new Held(hits, () -> source.release(searcher));
  }

  /** Hits over a view that is given back once. */
  private final class Held implements HitStream {
    private final HitStream hits;
    private @Nullable Closeable view;

    Held(HitStream hits, Closeable view) {
      this.hits = hits;
      this.view = view;
    }

    @Override
    public long total() {
      return hits.total();
    }

    @Override
    public synchronized Optional<Hit> next() throws IOException {
      if (view == null) {
        throw new IOException("the hits are closed");
      }
      return told(hits::next);
    }

    @Override
    public synchronized void close() throws IOException {
      Closeable held = view;
      view = null;
      if (held != null) {
        held.close();
      }
    }
  }

  /** The article's document, be it shown or not. */
  Optional<ArticleDocument> kept(ArticleId id) throws IOException {
    return ask(searcher -> documents.kept(searcher, id));
  }

  /** The article, if it is shown, as it was before anything was decided about names. */
  Optional<ArchivedArticle> workedOut(ArticleId id) throws IOException {
    return ask(searcher -> documents.workedOut(searcher, id));
  }

  @Override
  public <T> T read(PassageSource.Question<T> question) throws IOException {
    return inTime(view -> question.ask(view.passages()));
  }

  @Override
  public <T> T count(TermFrequencies.Work<T> work) throws IOException {
    return ask(searcher -> work.by(term -> searcher.getIndexReader().docFreq(term)));
  }

  Readings readings() throws IOException {
    return ask(ArchiveSearcher::readings);
  }

  Optional<Instant> nextDue(Set<ArticleId> but) throws IOException {
    return ask(searcher -> documents.nextDue(searcher, but));
  }

  List<Article> due(Instant now, int most, Set<ArticleId> but) throws IOException {
    return ask(searcher -> documents.due(searcher, now, most, but));
  }

  @Override
  public BackendResult search(SearchRequest request, Query query, MatchMode match)
      throws IOException {
    return inTime(view -> view.search(request, query, match));
  }

  @Override
  public List<Hit> within(ArticleId article, SearchRequest request, Query query, MatchMode match)
      throws IOException {
    return inTime(view -> view.within(article, request, query, match));
  }

  @Override
  public Optional<ArchivedArticle> article(ArticleId id) throws IOException {
    return ask(searcher -> documents.article(searcher, id));
  }

  @Override
  public Optional<Hold> hold(ArticleId id) throws IOException {
    return ask(searcher -> documents.hold(searcher, id));
  }

  @Override
  public List<FormerAddress> lost(int most) throws IOException {
    return ask(searcher -> documents.lost(searcher, most));
  }

  @Override
  public Optional<ParagraphDocument> paragraph(String id) throws IOException {
    return ask(searcher -> documents.paragraph(searcher, id));
  }

  @Override
  public Optional<QuoteDocument> quote(String id) throws IOException {
    return ask(searcher -> documents.quote(searcher, id));
  }

  @Override
  public List<String> similarWords(String word) throws IOException {
    return inTime(view -> view.similarWords(word));
  }

  @Override
  public boolean isName(String word) throws IOException {
    return inTime(view -> view.isName(word));
  }

  @Override
  public List<Completion> complete(String typed, int size) throws IOException {
    return inTime(view -> view.complete(typed, size));
  }

  @Override
  public List<PartyRef> parties() throws IOException {
    return ask(ArchiveSearcher::parties);
  }

  @Override
  public List<ArchivedPerson> people() throws IOException {
    return ask(ArchiveSearcher::people);
  }

  @Override
  public boolean hasPerson(String id) throws IOException {
    return ask(searcher -> HeldPeople.has(searcher.getIndexReader(), id));
  }

  @Override
  public WhoIs whoIs(String id) throws IOException {
    return ask(searcher -> HeldPeople.whoIs(searcher, id));
  }

  @Override
  public long articlesWithBoth(String id, String other) throws IOException {
    return ask(searcher -> HeldPeople.articlesWithBoth(searcher.getIndexReader(), id, other));
  }

  @Override
  public String called(Facet facet, String name) throws IOException {
    return ask(searcher -> searcher.names().called(facet, name));
  }

  @Override
  public FacetPage facet(SearchRequest request, Query query, MatchMode match, FacetListing listing)
      throws IOException {
    return inTime(view -> view.facet(request, query, match, listing));
  }

  @Override
  public ArticleHits articles(SearchRequest request, Query query, MatchMode match, int skip)
      throws IOException {
    return inTime(view -> view.articles(request, query, match, skip));
  }

  @Override
  public DatedCounts dated(AskedSearch asked) throws IOException {
    return inTime(view -> view.dated(asked));
  }

  @Override
  public SampledWords sampleWords(AskedSearch asked, int most) throws IOException {
    return inTime(view -> view.sampleWords(asked, most));
  }

  @Override
  public WordTallies tallyWords(List<AskedSearch> asked, Set<String> words) throws IOException {
    return inTime(view -> view.tallyWords(asked, words));
  }

  @Override
  public ArchiveCounts counts() throws IOException {
    return ask(ArchiveSearcher::counts);
  }
}
