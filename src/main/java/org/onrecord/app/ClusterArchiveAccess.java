package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.onrecord.access.ApiKeys;
import org.onrecord.alert.StandingSearches;
import org.onrecord.backend.lucene.LuceneStandingSearches;
import org.onrecord.backend.opensearch.ClusterFile;
import org.onrecord.backend.opensearch.ClusterIndexVerifier;
import org.onrecord.backend.opensearch.ClusterPeople;
import org.onrecord.backend.opensearch.ClusterRebuilding;
import org.onrecord.backend.opensearch.ClusterStoredArticles;
import org.onrecord.backend.opensearch.Epochs;
import org.onrecord.backend.opensearch.OpenSearchArchive;
import org.onrecord.backend.opensearch.OpenSearchBackend;
import org.onrecord.backend.opensearch.SideIndex;
import org.onrecord.backup.ArchiveBackups;
import org.onrecord.backup.BackupFolder;
import org.onrecord.backup.IndexVerifier;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.ArchiveAccess.OpenArchive;
import org.onrecord.correction.DecisionLogs;
import org.onrecord.evaluation.PeerEngine;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.Rebuilding;
import org.onrecord.ingest.StoredArticles;
import org.onrecord.people.PeopleFile;
import org.onrecord.people.PeopleLog;
import org.onrecord.query.QueryLimits;
import org.onrecord.search.Readings;

/**
 * An index on an OpenSearch cluster, with its keys, corrections and saved searches.
 *
 * @param folder names the cluster
 * @param patience how long who writes waits for others who do
 */
record ClusterArchiveAccess(Path folder, Duration patience) implements ArchiveAccess {

  private ClusterFile file() throws IOException {
    return ClusterFile.in(folder)
        .orElseThrow(() -> new IOException(folder + " names no cluster any more"));
  }

  private OpenSearchArchive.Terms terms() throws IOException {
    return file().terms(InstantSource.system(), patience);
  }

  @Override
  public DocumentSink openForWriting() throws IOException {
    Epochs epochs = file().epochs();
    return OpenSearchArchive.open(epochs, terms(), decided(epochs));
  }

  @Override
  public EditableArchive openForEditing() throws IOException {
    Epochs epochs = file().epochs();
    OpenSearchArchive archive = OpenSearchArchive.openExisting(epochs, terms(), decided(epochs));
    return new EditedArchive(archive, new OpenSearchBackend(epochs)::article);
  }

  @Override
  public OpenArchive openForReading() throws IOException {
    Epochs epochs = file().epochs();
    epochs.view();
    PeopleLog decided = decided(epochs);
    int expansion = QueryLimits.DEFAULT.expansion();
    OpenSearchBackend backend = new OpenSearchBackend(epochs, () -> null, expansion, decided);
    StandingSearches standing = new LuceneStandingSearches(backend, decided, expansion);
    return new SearchedArchive(backend, backend, standing, epochs);
  }

  @Override
  public boolean isThere() throws IOException {
    try (Epochs epochs = file().epochs()) {
      return epochs.isThere();
    }
  }

  @Override
  public boolean isEmpty() throws IOException {
    try (Epochs epochs = file().epochs()) {
      return !epochs.isThere() || new OpenSearchBackend(epochs).counts().articles() == 0;
    }
  }

  @Override
  public Readings readings() throws IOException {
    try (Epochs epochs = file().epochs()) {
      return new OpenSearchBackend(epochs).readings();
    }
  }

  @Override
  public IndexVerifier verifier() {
    return new ClusterIndexVerifier(() -> file().epochs(), this::decided);
  }

  @Override
  public ArchiveBackups backups(BackupFolder backups) throws IOException {
    return file().backups(backups, folder, terms());
  }

  @Override
  public Rebuilding openForRebuilding() throws IOException {
    Epochs epochs = file().epochs();
    return ClusterRebuilding.open(epochs, terms(), decided(epochs));
  }

  @Override
  public StoredArticles storedArticles() throws IOException {
    return ClusterStoredArticles.open(file().epochs());
  }

  @Override
  public Optional<PeerEngine> peer() throws IOException {
    return Optional.of(new ClusterPeer(file().plainIndex()));
  }

  /** The cluster's disks are its own care. */
  @Override
  public long room() {
    return Long.MAX_VALUE;
  }

  private PeopleLog decided(Epochs epochs) throws IOException {
    return new PeopleFile(TakenOver.from(folder, file().side(epochs)));
  }

  private SideIndex side() throws IOException {
    return TakenOver.from(folder, file().side());
  }

  @Override
  public ApiKeys keys() throws IOException {
    return side().keys(InstantSource.system());
  }

  @Override
  public DecisionLogs logs() throws IOException {
    return side();
  }

  @Override
  public PeopleLog names() throws IOException {
    Epochs epochs = file().epochs();
    return new ClusterPeople(decided(epochs), epochs, terms());
  }
}
