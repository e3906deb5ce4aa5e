package org.onrecord.backend.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.care.DamageDetector;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.LuceneFolder;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.ingest.ArticlePreparation;
import org.onrecord.ingest.ArticleSuccession;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.PreparedArticle;
import org.onrecord.people.PeopleFile;
import org.onrecord.query.QueryLimits;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.search.ArchiveUnavailableException;

/**
 * A Lucene index open for writing and searching; one process at a time. Searches see what was
 * committed, as soon as it is. What was not committed when the archive is closed is gone. Safe for
 * use by several threads.
 */
public final class LuceneArchive implements DocumentSink {
  /** How long another process that is writing is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Directory directory;
  private final IndexWriter writer;
  private final CurrentSearcher current;
  private final LuceneSearchBackend backend;
  private final PreparedBlock.Preparation preparation;
  private final BlockWriter blocks;
  private final DamageDetector damage;

  private final InstantSource clock;

  private final ArticleSuccession succession;
  private final RemovedText removed;

  /** Replacing may go on in parallel, but not while a commit makes it visible. */
  private final ReadWriteLock commits = new ReentrantReadWriteLock();

  private LuceneArchive(
      LuceneFolder folder, Directory directory, IndexWriter writer, InstantSource clock)
      throws IOException {
    this.damage = new DamageDetector(folder);
    this.clock = clock;
    this.succession = new ArticleSuccession(new Store(), clock);
    this.preparation = new PreparedBlock.Preparation(new DocumentCodec(), new FacetFields());
    this.removed = new RemovedText(writer);
    FacetFields facets = new FacetFields();
    this.directory = directory;
    this.writer = writer;
    this.blocks = new BlockWriter(writer, new DocumentCodec(), preparation);
    this.current =
        CurrentSearcher.refreshedByHand(
            new SearcherManager(writer, ArchiveSearcher.factory(facets.config())), damage);
    this.backend =
        new LuceneSearchBackend(
            current,
            QueryLimits.DEFAULT.expansion(),
            new LuceneSearchBackend.SearchTime(
                () -> LuceneArchiveReader.SEARCH_LIMIT, System::nanoTime),
            damage,
            new PeopleFile(folder.path()));
  }

  /**
   * Opens the index in {@code folder}, making folder and index where they are missing.
   *
   * @throws org.onrecord.search.ArchiveUnavailableException if another process is writing to it, or
   *     it is damaged or of another version
   */
  public static LuceneArchive open(Path folder) throws IOException {
    return open(folder, InstantSource.system(), PATIENCE);
  }

  /**
   * Opens it.
   *
   * @param clock tells what is embargoed
   * @param patience how long it waits for another process that is writing
   * @see #open(Path)
   */
  public static LuceneArchive open(Path folder, InstantSource clock, Duration patience)
      throws IOException {
    LuceneFolder index = new LuceneFolder(folder);
    return open(index, index.createOrOpen(), clock, patience);
  }

  /**
   * Opens it so that many articles are taken in well: few large segments come of it.
   *
   * @see #open(Path, InstantSource, Duration)
   */
  public static LuceneArchive openToFill(Path folder, Duration patience) throws IOException {
    LuceneArchive archive = open(folder, InstantSource.system(), patience);
    IndexWriters.fill(archive.writer);
    return archive;
  }

  /**
   * Opens the index in {@code folder}, which must be there.
   *
   * @throws org.onrecord.search.ArchiveUnavailableException if there is none, another process is
   *     writing to it, or it is damaged or of another version
   */
  public static LuceneArchive openExisting(Path folder) throws IOException {
    return openExisting(folder, InstantSource.system(), PATIENCE);
  }

  /**
   * Opens it.
   *
   * @param clock tells what is embargoed
   * @param patience how long it waits for another process that is writing
   * @see #openExisting(Path)
   */
  public static LuceneArchive openExisting(Path folder, InstantSource clock, Duration patience)
      throws IOException {
    LuceneFolder index = new LuceneFolder(folder);
    return open(index, index.open(), clock, patience);
  }

  private static LuceneArchive open(
      LuceneFolder index, Directory directory, InstantSource clock, Duration patience)
      throws IOException {
    try {
      return IndexWriters.with(
          IndexWriters.open(directory, patience),
          directory,
          writer -> new LuceneArchive(index, directory, writer, clock));
    } catch (IOException e) {
      directory.close();
      throw index.told(e);
    } catch (IllegalStateException e) {
      directory.close();
      throw index.broken(e);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  @Override
  public PreparedArticle prepare(ArchivedArticle article) {
    return preparation.of(article);
  }

  @Override
  public Replacement put(PreparedArticle article) throws IOException {
    return change(() -> succession.put(article));
  }

  /** Prepares articles for any index of this kind. */
  public static ArticlePreparation preparing() {
    return new PreparedBlock.Preparation(new DocumentCodec(), new FacetFields());
  }

  @Override
  public boolean delete(ArticleId id) throws IOException {
    return change(() -> succession.delete(id));
  }

  /** A change of one article. */
  @FunctionalInterface
  private interface Change<T> {
    T make() throws IOException;
  }

  /** Makes one change at a time: each article is compared with all that were written before. */
  private <T> T change(Change<T> change) throws IOException {
    Lock changing = commits.readLock();
    changing.lock();
    try {
      synchronized (blocks) {
        return change.make();
      }
    } catch (IOException e) {
      throw damage.told(e);
    } catch (IllegalStateException e) {
      throw told(e);
    } finally {
      changing.unlock();
    }
  }

  /** The writer was closed by a fault in the background, perhaps that of a damaged file. */
  private IllegalStateException told(IllegalStateException closed) throws IOException {
    if (writer.getTragicException() instanceof IOException fault
        && damage.told(fault) instanceof ArchiveUnavailableException told) {
      throw told;
    }
    return closed;
  }

  /** The index as its articles are decided about. */
  private final class Store implements ArticleSuccession.Store {
    @Override
    public Optional<ArticleDocument> committed(ArticleId id) throws IOException {
      return backend.kept(id);
    }

    @Override
    public Optional<ArchivedArticle> shown(ArticleId id) throws IOException {
      return backend.workedOut(id);
    }

    @Override
    public void write(ArchivedArticle article, PreparedArticle prepared) throws IOException {
      blocks.put(article, prepared);
    }

    @Override
    public void remove(ArticleId id) throws IOException {
      blocks.delete(id);
    }

    @Override
    public void purge() {
      removed.add();
    }
  }

  @Override
  public Optional<ArchivedArticle> shown(ArticleId id) throws IOException {
    return succession.isUnderWay(id) ? Optional.empty() : backend.workedOut(id);
  }

  @Override
  public List<Article> due(int most, Set<ArticleId> but) throws IOException {
    return backend.due(clock.instant(), most, but);
  }

  @Override
  public void commit() throws IOException {
    Lock committing = commits.writeLock();
    committing.lock();
    try {
      Map<String, String> data = new HashMap<>(LuceneFolder.commitData());
      removed.keepIn(data);
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
      current.refresh();
      succession.committed();
    } catch (IOException e) {
      throw damage.told(e);
    } catch (IllegalStateException e) {
      throw told(e);
    } finally {
      committing.unlock();
    }
  }

  /**
   * Merges that are under way when the index is closed would have to begin anew. What was withheld
   * or taken out is merged away first, so that its words are in no file any more.
   */
  @Override
  public boolean settled() throws IOException {
    if (writer.hasPendingMerges()
        || writer.getConfig().getMergeScheduler() instanceof ConcurrentMergeScheduler merging
            && merging.mergeThreadCount() > 0) {
      return false;
    }
    if (removed.beginMerging(writer)) {
      return false;
    }
    if (removed.endMerging()) {
      commit();
    }
    if (writer.hasUncommittedChanges()) {
      commit();
    }
    return true;
  }

  @Override
  public void settle() throws IOException {
    try {
      do {
        writer.maybeMerge();
        if (writer.getConfig().getMergeScheduler() instanceof ConcurrentMergeScheduler merging) {
          merging.sync();
        }
      } while (!settled());
    } catch (IllegalStateException e) {
      throw told(e);
    }
  }

  /** By which it is searched. */
  public LuceneSearchBackend backend() {
    return backend;
  }

  @Override
  public void close() throws IOException {
    try (directory;
        writer;
        blocks;
        current) {
      succession.committed();
    }
  }
}
