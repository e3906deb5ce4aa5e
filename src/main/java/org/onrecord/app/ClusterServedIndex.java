package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.onrecord.access.ApiKeys;
import org.onrecord.access.AuditLog;
import org.onrecord.alert.ArrivalSource;
import org.onrecord.alert.SavedSearches;
import org.onrecord.alert.SenderState;
import org.onrecord.alert.StandingSearches;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.LuceneStandingSearches;
import org.onrecord.backend.opensearch.ClusterArrivals;
import org.onrecord.backend.opensearch.ClusterFile;
import org.onrecord.backend.opensearch.ClusterPeople;
import org.onrecord.backend.opensearch.Epochs;
import org.onrecord.backend.opensearch.OpenSearchArchive;
import org.onrecord.backend.opensearch.OpenSearchBackend;
import org.onrecord.backend.opensearch.SideIndex;
import org.onrecord.correction.DecisionLogs;
import org.onrecord.http.IndexState;
import org.onrecord.ingest.ArticlePreparation;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.people.NameSource;
import org.onrecord.people.PeopleFile;
import org.onrecord.people.PeopleLog;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.ArticleFilter;
import org.onrecord.search.Readings;
import org.onrecord.search.SearchBackend;

/** An index on an OpenSearch cluster, which other services may serve and fill as well. */
final class ClusterServedIndex implements ServedIndex {
  private final Path folder;
  private final ClusterFile file;
  private final Duration patience;
  private final Epochs epochs;
  private final OpenSearchBackend backend;
  private final SideIndex side;
  private final ClusterPeople names;

  private ClusterServedIndex(
      Path folder,
      ClusterFile file,
      Duration patience,
      Epochs epochs,
      OpenSearchBackend backend,
      SideIndex side,
      ClusterPeople names) {
    this.folder = folder;
    this.file = file;
    this.patience = patience;
    this.epochs = epochs;
    this.backend = backend;
    this.side = side;
    this.names = names;
  }

  /**
   * Opens it.
   *
   * @param folder names the cluster
   * @param patience how long others are waited for who write
   * @param limit how long a question may take, asked by the thread that asks
   * @param expansion how many words of a field a prefix or fuzzy word stands for at the most
   * @throws org.onrecord.search.ArchiveUnavailableException if there is none, or the cluster cannot
   *     be reached
   */
  static ClusterServedIndex open(
      Path folder, ClusterFile file, Duration patience, Supplier<Duration> limit, int expansion)
      throws IOException {
    Epochs epochs = file.epochs();
    SideIndex side;
    ClusterPeople names;
    try {
      epochs.view();
      side = TakenOver.from(folder, file.side(epochs));
      names =
          new ClusterPeople(
              new PeopleFile(side), epochs, file.terms(InstantSource.system(), patience));
      names.apply();
    } catch (IOException e) {
      epochs.close();
      throw e;
    }
    return new ClusterServedIndex(
        folder,
        file,
        patience,
        epochs,
        new OpenSearchBackend(epochs, limit::get, expansion, names),
        side,
        names);
  }

  @Override
  public SearchBackend backend() {
    return backend;
  }

  @Override
  public Seen showing(Supplier<ArticleFilter> filter) {
    OpenSearchBackend shown = backend.showing(filter);
    return new Seen(shown, shown);
  }

  /** Every question is answered by the last commit. */
  @Override
  public void refresh() {}

  @Override
  public Optional<ArchivedArticle> workedOut(ArticleId id) throws IOException {
    return backend.workedOut(id);
  }

  @Override
  public Readings readings() throws IOException {
    return backend.readings();
  }

  @Override
  public Optional<Instant> nextDue(Set<ArticleId> but) throws IOException {
    return backend.nextDue(but);
  }

  @Override
  public ArticlePreparation preparing() {
    return OpenSearchArchive.preparing(names);
  }

  @Override
  public DocumentSink openForWriting(InstantSource clock) throws IOException {
    return OpenSearchArchive.openExisting(epochs, file.terms(clock, patience), names);
  }

  @Override
  public long room() {
    return Long.MAX_VALUE;
  }

  @Override
  public StandingSearches standing(NameSource decided, int expansion) {
    return new LuceneStandingSearches(backend, decided, expansion);
  }

  @Override
  public ArrivalSource arrivals() {
    return new ClusterArrivals(epochs);
  }

  @Override
  public SenderState sender() throws IOException {
    return TakenOver.sender(folder, side.sender(terms().lease()));
  }

  private OpenSearchArchive.Terms terms() {
    return file.terms(InstantSource.system(), patience);
  }

  /** Every epoch tells of its articles. */
  @Override
  public DocumentSink announcing(DocumentSink sink, SavedSearches saved, Runnable committed) {
    return sink;
  }

  @Override
  public PeopleLog names() {
    return names;
  }

  @Override
  public ApiKeys keys(InstantSource clock) {
    return side.keys(clock);
  }

  @Override
  public DecisionLogs logs() {
    return side;
  }

  @Override
  public AuditLog audit(InstantSource clock) {
    return side.audit(clock);
  }

  @Override
  public IndexState state(long free, AtomicBoolean filled, IndexOnDisk.Advice advice) {
    return new IndexOnCluster(epochs, filled, advice);
  }

  /** A cluster mends its copies itself. */
  @Override
  public void watchDamage() {}

  @Override
  public void close() {
    epochs.close();
  }
}
