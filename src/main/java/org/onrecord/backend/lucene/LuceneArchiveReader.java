package org.onrecord.backend.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.care.DamageDetector;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.LuceneFolder;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.people.PeopleFile;
import org.onrecord.query.QueryLimits;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.Readings;

/**
 * A Lucene index open for searching alone, while another process may write to it: what that commits
 * is seen within {@link #REFRESH}. Safe for use by several threads.
 */
public final class LuceneArchiveReader implements Closeable {
  /** How old the view of the index is at the most when a question is asked. */
  public static final Duration REFRESH = Duration.ofMillis(250);

  /** How long a search may take, if nothing else is said. */
  public static final Duration SEARCH_LIMIT = Duration.ofSeconds(10);

  private final Directory directory;
  private final DamageDetector damage;
  private final CurrentSearcher current;
  private final LuceneSearchBackend backend;

  private LuceneArchiveReader(
      LuceneFolder folder,
      Directory directory,
      Supplier<Duration> limit,
      int expansion,
      LongSupplier nanos)
      throws IOException {
    FacetFields facets = new FacetFields();
    this.directory = directory;
    this.damage = new DamageDetector(folder);
    this.current =
        CurrentSearcher.notOlderThan(
            REFRESH,
            new SearcherManager(directory, ArchiveSearcher.factory(facets.config())),
            damage,
            nanos);
    this.backend =
        new LuceneSearchBackend(
            current,
            expansion,
            new LuceneSearchBackend.SearchTime(limit, nanos),
            damage,
            new PeopleFile(folder.path()));
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
    return open(folder, () -> limit, QueryLimits.DEFAULT.expansion(), System::nanoTime);
  }

  /**
   * Opens it.
   *
   * @param limit how long a search may take, asked by the thread that searches
   * @param expansion how many words of a field a prefix or fuzzy word stands for at the most
   * @see #open(Path, Duration)
   */
  public static LuceneArchiveReader open(Path folder, Supplier<Duration> limit, int expansion)
      throws IOException {
    return open(folder, limit, expansion, System::nanoTime);
  }

  static LuceneArchiveReader open(Path folder, LongSupplier nanos) throws IOException {
    return open(folder, SEARCH_LIMIT, nanos);
  }

  static LuceneArchiveReader open(Path folder, Duration limit, LongSupplier nanos)
      throws IOException {
    return open(folder, () -> limit, QueryLimits.DEFAULT.expansion(), nanos);
  }

  private static LuceneArchiveReader open(
      Path folder, Supplier<Duration> limit, int expansion, LongSupplier nanos) throws IOException {
    LuceneFolder index = new LuceneFolder(folder);
    return index.reader(
        index.open(),
        directory -> new LuceneArchiveReader(index, directory, limit, expansion, nanos));
  }

  /** By which it is searched. */
  public LuceneSearchBackend backend() {
    return backend;
  }

  /** The article, if it is shown, as it was before anything was decided about names. */
  public Optional<ArchivedArticle> workedOut(ArticleId id) throws IOException {
    return backend.workedOut(id);
  }

  /** Sees from now on what has been committed so far. */
  public void refresh() throws IOException {
    current.refresh();
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
    return backend.nextDue(but);
  }

  /** With what the articles were read. */
  public Readings readings() throws IOException {
    return backend.readings();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(current, directory);
  }
}
