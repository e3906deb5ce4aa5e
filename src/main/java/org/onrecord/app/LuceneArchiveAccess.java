package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.onrecord.access.ApiKeys;
import org.onrecord.access.KeyFile;
import org.onrecord.alert.AnnouncingSink;
import org.onrecord.alert.ArrivalLog;
import org.onrecord.alert.SavedSearchFile;
import org.onrecord.alert.StandingSearches;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.backend.lucene.LuceneArchiveReader;
import org.onrecord.backend.lucene.LuceneRebuilding;
import org.onrecord.backend.lucene.LuceneStandingSearches;
import org.onrecord.backend.lucene.care.LuceneIndexVerifier;
import org.onrecord.backend.lucene.care.LuceneSnapshot;
import org.onrecord.backend.lucene.care.LuceneStoredArticles;
import org.onrecord.backend.lucene.index.LuceneFolder;
import org.onrecord.backup.ArchiveBackups;
import org.onrecord.backup.BackupFolder;
import org.onrecord.backup.DiskSpace;
import org.onrecord.backup.FolderBackups;
import org.onrecord.backup.IndexVerifier;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.correction.DecisionFolder;
import org.onrecord.correction.DecisionLogs;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.Rebuilding;
import org.onrecord.ingest.StoredArticles;
import org.onrecord.people.PeopleFile;
import org.onrecord.query.QueryLimits;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.Readings;

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
    return new EditedArchive(archive, archive.backend()::article);
  }

  @Override
  public OpenArchive openForReading() throws IOException {
    LuceneArchiveReader reader = LuceneArchiveReader.open(index);
    StandingSearches standing =
        new LuceneStandingSearches(
            reader.backend(), new PeopleFile(index), QueryLimits.DEFAULT.expansion());
    return new SearchedArchive(reader.backend(), reader.backend(), standing, reader);
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
  public ArchiveBackups backups(BackupFolder folder) {
    return new FolderBackups(
        folder, index, () -> LuceneSnapshot.open(index), LuceneIndexVerifier::new);
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
  public DecisionLogs logs() {
    return new DecisionFolder(index);
  }
}
