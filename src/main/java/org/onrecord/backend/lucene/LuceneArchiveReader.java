package org.onrecord.backend.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Publication.Hold;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.people.PeopleLog;
import org.onrecord.people.WhoIs;
import org.onrecord.query.Query;
import org.onrecord.query.QueryLimits;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.Facet;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.ArticleHits;
import org.onrecord.search.BackendResult;
import org.onrecord.search.Completion;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.Hit;
import org.onrecord.search.HitStream;
import org.onrecord.search.MatchMode;
import org.onrecord.search.Readings;
import org.onrecord.search.SearchBackend;
import org.onrecord.search.SearchRequest;
import org.onrecord.verify.PassageSource;

/**
 * A Lucene index open for searching alone, while another process may write to it: what that commits
 * is seen within {@link #REFRESH}. Safe for use by several threads.
 */
public final class LuceneArchiveReader implements SearchBackend, PassageSource, Closeable {
  /** How old the view of the index is at the most when a question is asked. */
  public static final Duration REFRESH = Duration.ofMillis(250);

  /** How long a search may take, if nothing else is said. */
  public static final Duration SEARCH_LIMIT = Duration.ofSeconds(10);

  private final Directory directory;
  private final SearcherManager searchers;
  private final Views views;
  private final Damage damage;
  private final LongSupplier nanos;
  private final AtomicLong refreshed;

  private LuceneArchiveReader(
      IndexFolder folder, Directory directory, Duration limit, int expansion, LongSupplier nanos)
      throws IOException {
    FacetFields facets = new FacetFields();
    this.directory = directory;
    this.damage = new Damage(folder);
    this.nanos = nanos;
    this.refreshed = new AtomicLong(nanos.getAsLong());
    this.searchers = new SearcherManager(directory, ArchiveSearcher.factory(facets.config()));
    this.views =
        new Views(
            searchers,
            new LuceneSearch(new DocumentCodec(), facets, expansion),
            limit,
            nanos,
            damage,
            new PeopleLog(folder.path()));
  }

  /**
   * Opens the index in {@code folder}.
   *
   * @throws org.onrecord.search.ArchiveUnavailableException if there is none, or it is damaged or
   *     of another version
   */
  public static LuceneArchiveReader open(Path folder) throws IOException {
    return open(folder, SEARCH_LIMIT);
  }

  /**
   * Opens it.
   *
   * @param limit how long a search may take; then it is stopped with a {@link
   *     org.onrecord.search.SearchTimeoutException}
   * @see #open(Path)
   */
  public static LuceneArchiveReader open(Path folder, Duration limit) throws IOException {
    return open(folder, limit, QueryLimits.DEFAULT.expansion(), System::nanoTime);
  }

  /**
   * Opens it.
   *
   * @param expansion how many words of a field a prefix or fuzzy word stands for at the most
   * @see #open(Path, Duration)
   */
  public static LuceneArchiveReader open(Path folder, Duration limit, int expansion)
      throws IOException {
    return open(folder, limit, expansion, System::nanoTime);
  }

  static LuceneArchiveReader open(Path folder, LongSupplier nanos) throws IOException {
    return open(folder, SEARCH_LIMIT, nanos);
  }

  static LuceneArchiveReader open(Path folder, Duration limit, LongSupplier nanos)
      throws IOException {
    return open(folder, limit, QueryLimits.DEFAULT.expansion(), nanos);
  }

  private static LuceneArchiveReader open(
      Path folder, Duration limit, int expansion, LongSupplier nanos) throws IOException {
    IndexFolder index = new IndexFolder(folder);
    return index.reader(
        index.open(),
        directory -> new LuceneArchiveReader(index, directory, limit, expansion, nanos));
  }

  /** Sees from now on what has been committed so far. */
  public void refresh() throws IOException {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw damage.told(e);
    }
  }

  /** Whether some search met a damaged file; the index may be damaged all the same. */
  public boolean isDamaged() {
    return damage.isMet();
  }

  /** Runs this when a search meets a damaged file for the first time, in that search's thread. */
  public void whenDamaged(Runnable first) {
    damage.whenMet(first);
  }

  /** When the next embargo ends; empty where nothing is embargoed. */
  public Optional<Instant> nextDue(Set<ArticleId> but) throws IOException {
    return current().nextDue(but);
  }

  /** With what the articles were read. */
  public Readings readings() throws IOException {
    return current().readings();
  }

  private Views current() throws IOException {
    long last = refreshed.get();
    long now = nanos.getAsLong();
    if (now - last >= REFRESH.toNanos() && refreshed.compareAndSet(last, now)) {
      refresh();
    }
    return views;
  }

  @Override
  public <T> T read(Question<T> question) throws IOException {
    return current().read(question);
  }

  @Override
  public BackendResult search(SearchRequest request, Query query, MatchMode match)
      throws IOException {
    return current().search(request, query, match);
  }

  @Override
  public HitStream stream(SearchRequest request, Query query, MatchMode match) throws IOException {
    return current().stream(request, query, match);
  }

  @Override
  public List<Hit> within(ArticleId article, SearchRequest request, Query query, MatchMode match)
      throws IOException {
    return current().within(article, request, query, match);
  }

  @Override
  public Optional<ArchivedArticle> article(ArticleId id) throws IOException {
    return current().article(id);
  }

  @Override
  public Optional<Hold> hold(ArticleId id) throws IOException {
    return current().hold(id);
  }

  @Override
  public Optional<ParagraphDocument> paragraph(String id) throws IOException {
    return current().paragraph(id);
  }

  @Override
  public Optional<QuoteDocument> quote(String id) throws IOException {
    return current().quote(id);
  }

  @Override
  public List<String> similarWords(String word) throws IOException {
    return current().similarWords(word);
  }

  @Override
  public boolean isName(String word) throws IOException {
    return current().isName(word);
  }

  @Override
  public List<Completion> complete(String typed, int size) throws IOException {
    return current().complete(typed, size);
  }

  @Override
  public List<PartyRef> parties() throws IOException {
    return current().parties();
  }

  @Override
  public List<ArchivedPerson> people() throws IOException {
    return current().people();
  }

  @Override
  public boolean hasPerson(String id) throws IOException {
    return current().hasPerson(id);
  }

  @Override
  public WhoIs whoIs(String id) throws IOException {
    return current().whoIs(id);
  }

  @Override
  public long articlesWithBoth(String id, String other) throws IOException {
    return current().articlesWithBoth(id, other);
  }

  @Override
  public String called(Facet facet, String name) throws IOException {
    return current().called(facet, name);
  }

  @Override
  public FacetPage facet(SearchRequest request, Query query, MatchMode match, FacetListing listing)
      throws IOException {
    return current().facet(request, query, match, listing);
  }

  @Override
  public ArticleHits articles(SearchRequest request, Query query, MatchMode match, int skip)
      throws IOException {
    return current().articles(request, query, match, skip);
  }

  @Override
  public ArchiveCounts counts() throws IOException {
    return current().counts();
  }

  @Override
  public void close() throws IOException {
    try (directory;
        searchers) {
      refreshed.set(Long.MAX_VALUE);
    }
  }
}
