package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.onrecord.access.ApiKeys;
import org.onrecord.access.KeyFile;
import org.onrecord.alert.AnnouncingSink;
import org.onrecord.alert.ArrivalLog;
import org.onrecord.alert.SavedSearchFile;
import org.onrecord.alert.StandingSearches;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.backend.lucene.LuceneArchiveReader;
import org.onrecord.backend.lucene.LuceneRebuilding;
import org.onrecord.backend.lucene.LuceneStandingSearches;
import org.onrecord.backend.lucene.care.LuceneIndexVerifier;
import org.onrecord.backend.lucene.care.LuceneSnapshot;
import org.onrecord.backend.lucene.care.LuceneStoredArticles;
import org.onrecord.backend.lucene.index.LuceneFolder;
import org.onrecord.backup.DiskSpace;
import org.onrecord.backup.IndexVerifier;
import org.onrecord.backup.SnapshotSource;
import org.onrecord.batch.BatchList;
import org.onrecord.batch.BatchTable;
import org.onrecord.batch.Batching;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.correction.CorrectionFile;
import org.onrecord.correction.CorrectionLog;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.PreparedArticle;
import org.onrecord.ingest.Rebuilding;
import org.onrecord.ingest.StoredArticles;
import org.onrecord.mcp.Toolbox;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.people.PeopleFile;
import org.onrecord.people.PeopleLog;
import org.onrecord.query.QueryLimits;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.ExportedHits;
import org.onrecord.search.Readings;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.trend.TrendRequest;
import org.onrecord.trend.Trending;
import org.onrecord.trend.Trends;
import org.onrecord.verify.ArchiveSpan;
import org.onrecord.verify.Claim;
import org.onrecord.verify.Verification;
import org.onrecord.verify.Verifier;

/**
 * An index in a folder of Lucene's, with its files beside it.
 *
 * @param patience how long a command waits for a service that is writing
 */
record LuceneArchiveAccess(Path index, Duration patience) implements ArchiveAccess {

  @Override
  public DocumentSink openForWriting() throws IOException {
    LuceneArchive archive = LuceneArchive.openToFill(index, patience);
    return new AnnouncingSink(
        archive,
        new ArrivalLog(index),
        new SavedSearchFile(index),
        id -> archive.backend().hold(id).isPresent(),
        () -> {});
  }

  @Override
  public EditableArchive openForEditing() throws IOException {
    LuceneArchive archive = LuceneArchive.openExisting(index, InstantSource.system(), patience);
    return new EditableArchive() {
      @Override
      public Optional<ArchivedArticle> article(ArticleId id) throws IOException {
        return archive.backend().article(id);
      }

      @Override
      public PreparedArticle prepare(ArchivedArticle article) {
        return archive.prepare(article);
      }

      @Override
      public Replacement put(PreparedArticle article) throws IOException {
        return archive.put(article);
      }

      @Override
      public boolean delete(ArticleId id) throws IOException {
        return archive.delete(id);
      }

      @Override
      public void commit() throws IOException {
        archive.commit();
      }

      @Override
      public void close() throws IOException {
        archive.close();
      }
    };
  }

  @Override
  public OpenArchive openForReading() throws IOException {
    LuceneArchiveReader reader = LuceneArchiveReader.open(index);
    RegistryAliases names = new RegistryAliases();
    SearchService service = new SearchService(reader.backend(), names, names);
    Verifier verifier = new Verifier(reader.backend(), service, names);
    StandingSearches standing =
        new LuceneStandingSearches(
            reader.backend(), new PeopleFile(index), QueryLimits.DEFAULT.expansion());
    return new OpenArchive() {
      @Override
      public SearchResult search(SearchRequest request) throws IOException {
        return service.search(request);
      }

      @Override
      public Verification verify(Claim claim) throws IOException {
        return verifier.verify(claim);
      }

      @Override
      public ArchiveSpan span() throws IOException {
        return verifier.span();
      }

      @Override
      public Optional<ArchivedArticle> article(ArticleId id) throws IOException {
        return service.article(id);
      }

      @Override
      public ExportedHits export(SearchRequest request) throws IOException {
        return service.export(request);
      }

      @Override
      public Trends trends(TrendRequest request) throws IOException {
        return new Trending(service).of(request);
      }

      @Override
      public BatchTable batch(BatchList list, SearchRequest search) throws IOException {
        return new Batching(service).of(list, search);
      }

      @Override
      public StandingSearches standing() {
        return standing;
      }

      @Override
      public AskedSearch understood(SearchRequest request) throws IOException {
        try (SearchQuestion question = service.understand(request)) {
          return question.searched();
        }
      }

      @Override
      public Toolbox tools() {
        return new Toolbox(service, verifier, names::registry);
      }

      @Override
      public List<ArchivedPerson> people() throws IOException {
        return service.people();
      }

      @Override
      public long articlesWithBoth(String id, String other) throws IOException {
        return service.articlesWithBoth(id, other);
      }

      @Override
      public void close() throws IOException {
        reader.close();
      }
    };
  }

  @Override
  public boolean isThere() throws IOException {
    return new LuceneFolder(index).isThere();
  }

  @Override
  public boolean isEmpty() throws IOException {
    try (LuceneArchiveReader reader = LuceneArchiveReader.open(index)) {
      return reader.backend().counts().articles() == 0;
    } catch (ArchiveUnavailableException e) {
      if (e.reason() == ArchiveUnavailableException.Reason.MISSING) {
        return true;
      }
      throw e;
    }
  }

  @Override
  public Readings readings() throws IOException {
    try (LuceneArchiveReader reader = LuceneArchiveReader.open(index)) {
      return reader.readings();
    }
  }

  @Override
  public IndexVerifier verifier() {
    return new LuceneIndexVerifier(index);
  }

  @Override
  public SnapshotSource snapshots() {
    return () -> LuceneSnapshot.open(index);
  }

  @Override
  public Rebuilding openForRebuilding() throws IOException {
    return LuceneRebuilding.open(index);
  }

  @Override
  public StoredArticles storedArticles() throws IOException {
    return LuceneStoredArticles.open(index);
  }

  @Override
  public long room() throws IOException {
    return DiskSpace.left(index);
  }

  @Override
  public ApiKeys keys() {
    return new KeyFile(index, InstantSource.system());
  }

  @Override
  public CorrectionLog corrections() {
    return new CorrectionFile(index);
  }

  @Override
  public PeopleLog names() {
    return new PeopleFile(index);
  }
}
