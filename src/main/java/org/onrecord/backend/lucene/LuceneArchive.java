package org.onrecord.backend.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.onrecord.article.ArticleId;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.query.Query;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.ArchivedArticle;
import org.onrecord.search.BackendResult;
import org.onrecord.search.Completion;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.HitStream;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SearchBackend;
import org.onrecord.search.SearchRequest;

/**
 * A Lucene index open for writing and searching; one process at a time. Searches see what was
 * committed, as soon as it is. What was not committed when the archive is closed is gone. Safe for
 * use by several threads.
 */
public final class LuceneArchive implements DocumentSink, SearchBackend {
  private static final double BUFFER_MEGABYTES = 64;

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Views views;
  private final DocumentFields fields;
  private final CopyRegister copies;

  /** Articles replaced since the last commit, which no view shows yet. */
  private final Set<ArticleId> uncommitted = ConcurrentHashMap.newKeySet();

  /** Replacing may go on in parallel, but not while a commit makes it visible. */
  private final ReadWriteLock commits = new ReentrantReadWriteLock();

  private LuceneArchive(Directory directory, IndexWriter writer) throws IOException {
    FacetFields facets = new FacetFields();
    DocumentCodec codec = new DocumentCodec();
    this.directory = directory;
    this.writer = writer;
    this.fields = new DocumentFields(codec, facets);
    this.copies = new CopyRegister(writer, codec);
    this.searchers = new SearcherManager(writer, ArchiveSearcher.factory(facets.config()));
    this.views = new Views(searchers, new LuceneSearch(codec, facets));
  }

  /**
   * Opens the index in {@code folder}, making folder and index where they are missing.
   *
   * @throws org.onrecord.search.ArchiveUnavailableException if another process is writing to it, or
   *     it is damaged or of another version
   */
  public static LuceneArchive open(Path folder) throws IOException {
    IndexFolder index = new IndexFolder(folder);
    return open(index, index.createOrOpen());
  }

  /**
   * Opens the index in {@code folder}, which must be there.
   *
   * @throws org.onrecord.search.ArchiveUnavailableException if there is none, another process is
   *     writing to it, or it is damaged or of another version
   */
  public static LuceneArchive openExisting(Path folder) throws IOException {
    IndexFolder index = new IndexFolder(folder);
    return open(index, index.open());
  }

  private static LuceneArchive open(IndexFolder index, Directory directory) throws IOException {
    try {
      IndexWriter writer = new IndexWriter(directory, configuration());
      try {
        if (!DirectoryReader.indexExists(directory)) {
          writer.setLiveCommitData(IndexFolder.commitData().entrySet());
          writer.commit();
        }
        return new LuceneArchive(directory, writer);
      } catch (IOException | RuntimeException e) {
        writer.rollback();
        throw e;
      }
    } catch (IOException e) {
      directory.close();
      throw index.told(e);
    } catch (AlreadyClosedException e) {
      directory.close();
      throw index.broken(e);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  static IndexWriterConfig configuration() {
    IndexWriterConfig configuration = new IndexWriterConfig(NewsAnalyzer.create());
    configuration.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    configuration.setCommitOnClose(false);
    configuration.setMergeScheduler(new QuietMerges());
    return configuration;
  }

  @Override
  public Replacement replace(ArticleId id, List<? extends ArchiveDocument> documents)
      throws IOException {
    for (ArchiveDocument document : documents) {
      if (!document.article().id().equals(id)) {
        throw new IllegalArgumentException(
            "a document of " + document.article().id() + " among those of " + id);
      }
    }
    Term article = new Term(Fields.ARTICLE, id.value());
    Lock replacing = commits.readLock();
    replacing.lock();
    try {
      boolean known =
          uncommitted.contains(id) || views.ask(view -> view.count(new TermQuery(article)) > 0);
      uncommitted.add(id);
      write(id, article, documents);
      return known ? Replacement.REPLACED : Replacement.ADDED;
    } finally {
      replacing.unlock();
    }
  }

  /** One article at a time: each is compared with all that were written before. */
  private void write(ArticleId id, Term article, List<? extends ArchiveDocument> documents)
      throws IOException {
    synchronized (copies) {
      if (documents.isEmpty()) {
        writer.deleteDocuments(article);
        copies.deleted(id);
        return;
      }
      WrittenArticle written = copies.keyed(id, documents);
      List<Document> block = new ArrayList<>();
      for (ArchiveDocument document : documents) {
        block.add(fields.of(document, written));
      }
      writer.updateDocuments(article, block);
      copies.wrote(id, written);
    }
  }

  @Override
  public void commit() throws IOException {
    Lock committing = commits.writeLock();
    committing.lock();
    try {
      writer.setLiveCommitData(IndexFolder.commitData().entrySet());
      writer.commit();
      searchers.maybeRefreshBlocking();
      uncommitted.clear();
    } finally {
      committing.unlock();
    }
  }

  @Override
  public BackendResult search(SearchRequest request, Query query, MatchMode match)
      throws IOException {
    return views.search(request, query, match);
  }

  @Override
  public HitStream stream(SearchRequest request, Query query, MatchMode match) throws IOException {
    return views.stream(request, query, match);
  }

  @Override
  public Optional<ArchivedArticle> article(ArticleId id) throws IOException {
    return views.article(id);
  }

  @Override
  public Optional<ParagraphDocument> paragraph(String id) throws IOException {
    return views.paragraph(id);
  }

  @Override
  public Optional<QuoteDocument> quote(String id) throws IOException {
    return views.quote(id);
  }

  @Override
  public List<String> similarWords(String word) throws IOException {
    return views.similarWords(word);
  }

  @Override
  public boolean isName(String word) throws IOException {
    return views.isName(word);
  }

  @Override
  public List<Completion> complete(String typed, int size) throws IOException {
    return views.complete(typed, size);
  }

  @Override
  public FacetPage facet(SearchRequest request, Query query, MatchMode match, FacetListing listing)
      throws IOException {
    return views.facet(request, query, match, listing);
  }

  @Override
  public ArchiveCounts counts() throws IOException {
    return views.counts();
  }

  @Override
  public void close() throws IOException {
    try (directory;
        writer;
        copies;
        searchers) {
      uncommitted.clear();
    }
  }
}
