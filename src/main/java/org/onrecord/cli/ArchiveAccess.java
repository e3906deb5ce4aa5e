package org.onrecord.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.onrecord.access.ApiKeys;
import org.onrecord.alert.StandingSearches;
import org.onrecord.article.ArticleId;
import org.onrecord.backup.ArchiveBackups;
import org.onrecord.backup.BackupFolder;
import org.onrecord.backup.IndexVerifier;
import org.onrecord.batch.BatchList;
import org.onrecord.batch.BatchTable;
import org.onrecord.correction.CorrectionFile;
import org.onrecord.correction.CorrectionLog;
import org.onrecord.correction.DecisionLogs;
import org.onrecord.evaluation.PeerEngine;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.Rebuilding;
import org.onrecord.ingest.StoredArticles;
import org.onrecord.mcp.Toolbox;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.people.PeopleFile;
import org.onrecord.people.PeopleLog;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.ExportedHits;
import org.onrecord.search.Readings;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.trend.TrendRequest;
import org.onrecord.trend.Trends;
import org.onrecord.verify.ArchiveSpan;
import org.onrecord.verify.Claim;
import org.onrecord.verify.Verification;

/**
 * The port by which commands reach one archive: its index, and what is kept beside that. Every
 * message of an {@code IOException} names the place and says what to do.
 */
public interface ArchiveAccess {

  /** An index that is open for searching. Whoever opened it closes it. */
  interface OpenArchive extends Closeable {

    /**
     * Answers a search.
     *
     * @throws org.onrecord.search.InvalidRequestException if it cannot be answered as asked
     */
    SearchResult search(SearchRequest request) throws IOException;

    /**
     * Tells whether words are on record.
     *
     * @throws org.onrecord.search.InvalidRequestException if it cannot be told as asked
     */
    Verification verify(Claim claim) throws IOException;

    /** From when to when the archive reaches. */
    ArchiveSpan span() throws IOException;

    /** The article with its paragraphs, if the archive has it. */
    Optional<ArchivedArticle> article(ArticleId id) throws IOException;

    /**
     * Every hit of a search; to be closed by the caller.
     *
     * @throws org.onrecord.search.InvalidRequestException if it cannot be answered as asked
     */
    ExportedHits export(SearchRequest request) throws IOException;

    /**
     * Counts over time.
     *
     * @throws org.onrecord.search.InvalidRequestException if it cannot be answered as asked
     */
    Trends trends(TrendRequest request) throws IOException;

    /** Counts the entries of a list in what a search finds. */
    BatchTable batch(BatchList list, SearchRequest search) throws IOException;

    /** What an assistant may ask of the archive. */
    Toolbox tools();

    /** Searches that stand, none at first; the same ones each time. */
    StandingSearches standing();

    /** What a search means, as it is kept standing. */
    AskedSearch understood(SearchRequest request) throws IOException;

    /** Everybody who has an id, as the archive has them before anything is decided about names. */
    default List<ArchivedPerson> people() throws IOException {
      return List.of();
    }

    /** In how many articles both of these ids are. */
    default long articlesWithBoth(String id, String other) throws IOException {
      return 0;
    }
  }

  /** An index of which articles are taken and put back changed. Whoever opened it closes it. */
  interface EditableArchive extends DocumentSink {

    /** The article with its paragraphs, as of the last commit. */
    Optional<ArchivedArticle> article(ArticleId id) throws IOException;
  }

  /**
   * Opens an index for writing, and makes one where there is none.
   *
   * @throws IOException if another process is writing to it, or it cannot be written
   */
  DocumentSink openForWriting() throws IOException;

  /**
   * Opens an index for changing what lies in it.
   *
   * @throws IOException if there is none, another process is writing to it, or it cannot be written
   */
  EditableArchive openForEditing() throws IOException;

  /**
   * Opens an index for searching.
   *
   * @throws IOException if there is none, or it cannot be read
   */
  OpenArchive openForReading() throws IOException;

  /**
   * Whether there is an index, whatever is in it.
   *
   * @throws IOException if that cannot be told
   */
  boolean isThere() throws IOException;

  /** Whether there is no index, or one without any article. */
  boolean isEmpty() throws IOException;

  /**
   * With what the articles of an index were read.
   *
   * @throws IOException if there is none, or it cannot be read
   */
  Readings readings() throws IOException;

  IndexVerifier verifier();

  /**
   * Opens an index to be made anew from its own articles.
   *
   * @throws IOException if there is none, another process is writing to it, or it cannot be written
   */
  Rebuilding openForRebuilding() throws IOException;

  /**
   * Opens the articles of an index, of this version or an older one.
   *
   * @throws IOException if there is none, or it cannot be read
   */
  StoredArticles storedArticles() throws IOException;

  /**
   * Its backups in a folder of them.
   *
   * @throws IOException if it cannot be told where it lies
   */
  ArchiveBackups backups(BackupFolder folder) throws IOException;

  /** How many bytes there is room for; {@link Long#MAX_VALUE} where that cannot be told. */
  long room() throws IOException;

  /**
   * The keys by which it may be used.
   *
   * @throws IOException if it cannot be told where they are
   */
  ApiKeys keys() throws IOException;

  /**
   * Where its logs lie: corrections, decisions about names, saved searches.
   *
   * @throws IOException if that cannot be told
   */
  DecisionLogs logs() throws IOException;

  /**
   * The engine that it lies on, where that can be asked without OnRecord, as a cluster can.
   *
   * @throws IOException if it cannot be told where it is
   */
  default Optional<PeerEngine> peer() throws IOException {
    return Optional.empty();
  }

  /** What editors decided about its quotations. */
  default CorrectionLog corrections() throws IOException {
    return new CorrectionFile(logs());
  }

  /** What editors decided about its names. */
  default PeopleLog names() throws IOException {
    return new PeopleFile(logs());
  }
}
