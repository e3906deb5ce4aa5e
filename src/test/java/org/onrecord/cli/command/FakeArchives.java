package org.onrecord.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.access.ApiKeys;
import org.onrecord.access.KeyFile;
import org.onrecord.alert.StandingSearches;
import org.onrecord.article.ArticleId;
import org.onrecord.backup.ArchiveBackups;
import org.onrecord.backup.BackupFolder;
import org.onrecord.backup.FolderBackups;
import org.onrecord.backup.IndexReport;
import org.onrecord.backup.IndexVerifier;
import org.onrecord.batch.BatchList;
import org.onrecord.batch.BatchTable;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Archives;
import org.onrecord.correction.DecisionFolder;
import org.onrecord.correction.DecisionLogs;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.MemorySink;
import org.onrecord.ingest.Rebuilding;
import org.onrecord.ingest.StoredArticles;
import org.onrecord.mcp.Toolbox;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.ExportedHits;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.Readings;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.trend.TrendRequest;
import org.onrecord.trend.Trends;
import org.onrecord.verify.ArchiveSpan;
import org.onrecord.verify.Claim;
import org.onrecord.verify.Verification;

/**
 * One index in memory, whatever its folder; folders named "missing" and "locked" are what they say.
 */
final class FakeArchives implements Archives {
  private final MemorySink sink = new MemorySink(Integer.MAX_VALUE);
  private final List<SearchRequest> requests = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private SearchResult result = Results.nothing();
  private Path written = Path.of("");

  MemorySink sink() {
    return sink;
  }

  /** The folder that was last opened for writing. */
  Path written() {
    return written;
  }

  SearchRequest request() {
    return requests.getLast();
  }

  void answer(SearchResult newResult) {
    result = newResult;
  }

  void problem(String sentence) {
    problems.add(sentence);
  }

  @Override
  public ArchiveAccess at(Path index) {
    return new One(index);
  }

  private final class One implements ArchiveAccess {
    private final Path index;

    One(Path index) {
      this.index = index;
    }

    @Override
    public DocumentSink openForWriting() throws IOException {
      if (index.endsWith("locked")) {
        throw new IOException(
            "the index " + index + " is being written by another OnRecord; wait for it");
      }
      written = index;
      return sink;
    }

    @Override
    public EditableArchive openForEditing() throws IOException {
      throw new IOException("nothing to edit in " + index);
    }

    @Override
    public OpenArchive openForReading() throws IOException {
      if (index.endsWith("missing")) {
        throw new IOException(
            "there is no index in " + index + "; make one with: onrecord index PATH");
      }
      return new OpenArchive() {
        @Override
        public SearchResult search(SearchRequest request) {
          requests.add(request);
          int mark = request.q().indexOf('"');
          if (mark >= 0) {
            throw new InvalidRequestException("q", mark, "this phrase is not closed", null);
          }
          return result;
        }

        @Override
        public Verification verify(Claim claim) throws IOException {
          throw new IOException("nothing to verify by in " + index);
        }

        @Override
        public ArchiveSpan span() throws IOException {
          throw new IOException("no span of " + index);
        }

        @Override
        public StandingSearches standing() {
          throw new IllegalStateException("no searches stand in " + index);
        }

        @Override
        public AskedSearch understood(SearchRequest request) throws IOException {
          throw new IOException("nothing to understand by in " + index);
        }

        @Override
        public Trends trends(TrendRequest request) throws IOException {
          throw new IOException("nothing to count in " + index);
        }

        @Override
        public BatchTable batch(BatchList list, SearchRequest search) {
          requests.add(search);
          return new BatchTable(
              list.columns(),
              list.entries().stream()
                  .map(entry -> new BatchTable.Row(entry, 7, null, null, null))
                  .toList());
        }

        @Override
        public Toolbox tools() {
          throw new UnsupportedOperationException("no tools for " + index);
        }

        @Override
        public Optional<ArchivedArticle> article(ArticleId id) {
          return Optional.empty();
        }

        @Override
        public ExportedHits export(SearchRequest request) throws IOException {
          requests.add(request);
          throw new IOException("nothing to export in " + index);
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public boolean isThere() {
      return !index.endsWith("missing") || written.equals(index);
    }

    @Override
    public boolean isEmpty() {
      return sink.articles().isEmpty();
    }

    @Override
    public Readings readings() {
      return Readings.NONE;
    }

    @Override
    public IndexVerifier verifier() {
      return () -> new IndexReport(1, 17, 20, problems);
    }

    @Override
    public ArchiveBackups backups(BackupFolder folder) {
      return new FolderBackups(
          folder,
          index,
          () -> {
            throw new IOException("there is no index in " + index);
          },
          _ -> verifier());
    }

    @Override
    public Rebuilding openForRebuilding() throws IOException {
      throw new IOException("there is no index in " + index);
    }

    @Override
    public StoredArticles storedArticles() throws IOException {
      throw new IOException("there is no index in " + index);
    }

    @Override
    public long room() {
      return Long.MAX_VALUE;
    }

    @Override
    public ApiKeys keys() {
      return new KeyFile(index, InstantSource.system());
    }

    @Override
    public DecisionLogs logs() {
      return new DecisionFolder(index);
    }
  }
}
