package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.onrecord.access.ApiKeys;
import org.onrecord.access.AuditFile;
import org.onrecord.access.AuditLog;
import org.onrecord.access.KeyFile;
import org.onrecord.alert.AnnouncingSink;
import org.onrecord.alert.ArrivalLog;
import org.onrecord.alert.ArrivalSource;
import org.onrecord.alert.SavedSearches;
import org.onrecord.alert.SenderState;
import org.onrecord.alert.StandingSearches;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.backend.lucene.LuceneArchiveReader;
import org.onrecord.backend.lucene.LuceneSearchBackend;
import org.onrecord.backend.lucene.LuceneStandingSearches;
import org.onrecord.backend.lucene.care.LuceneIndexVerifier;
import org.onrecord.backup.DiskSpace;
import org.onrecord.correction.DecisionFolder;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An index in a folder of Lucene's. */
final class LuceneServedIndex implements ServedIndex {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneServedIndex.class);

  private final Path folder;
  private final LuceneArchiveReader reader;

  private LuceneServedIndex(Path folder, LuceneArchiveReader reader) {
    this.folder = folder;
    this.reader = reader;
  }

  /**
   * Opens it.
   *
   * @param limit how long a search may take, asked by the thread that searches
   * @param expansion how many words of a field a prefix or fuzzy word stands for at the most
   */
  static LuceneServedIndex open(Path folder, Supplier<Duration> limit, int expansion)
      throws IOException {
    return new LuceneServedIndex(folder, LuceneArchiveReader.open(folder, limit, expansion));
  }

  @Override
  public SearchBackend backend() {
    return reader.backend();
  }

  @Override
  public Seen showing(Supplier<ArticleFilter> filter) {
    LuceneSearchBackend shown = reader.backend().showing(filter);
    return new Seen(shown, shown);
  }

  @Override
  public void refresh() throws IOException {
    reader.refresh();
  }

  @Override
  public Optional<ArchivedArticle> workedOut(ArticleId id) throws IOException {
    return reader.workedOut(id);
  }

  @Override
  public Readings readings() throws IOException {
    return reader.readings();
  }

  @Override
  public Optional<Instant> nextDue(Set<ArticleId> but) throws IOException {
    return reader.nextDue(but);
  }

  @Override
  public ArticlePreparation preparing() {
    return LuceneArchive.preparing();
  }

  @Override
  public DocumentSink openForWriting(InstantSource clock) throws IOException {
    return ServedSink.open(folder, reader, clock);
  }

  @Override
  public long room() throws IOException {
    return DiskSpace.left(folder);
  }

  @Override
  public StandingSearches standing(NameSource names, int expansion) {
    return new LuceneStandingSearches(reader.backend(), names, expansion);
  }

  @Override
  public ArrivalSource arrivals() {
    return new ArrivalLog(folder);
  }

  @Override
  public SenderState sender() {
    return SenderState.in(folder);
  }

  @Override
  public DocumentSink announcing(DocumentSink sink, SavedSearches saved, Runnable committed) {
    return new AnnouncingSink(
        sink,
        new ArrivalLog(folder),
        saved,
        id -> reader.backend().hold(id).isPresent(),
        committed);
  }

  @Override
  public PeopleLog names() {
    return new PeopleFile(folder);
  }

  @Override
  public ApiKeys keys(InstantSource clock) {
    return new KeyFile(folder, clock);
  }

  @Override
  public DecisionLogs logs() {
    return new DecisionFolder(folder);
  }

  @Override
  public AuditLog audit(InstantSource clock) {
    return new AuditFile(folder, clock);
  }

  @Override
  public IndexState state(long free, AtomicBoolean filled, IndexOnDisk.Advice advice) {
    return new IndexOnDisk(folder, free, filled, advice, reader::isDamaged);
  }

  @Override
  public void watchDamage() {
    reader.whenDamaged(this::tellDamage);
  }

  /** Looks beside the service which files are damaged, once: that may take minutes. */
  private void tellDamage() {
    Thread.ofPlatform()
        .daemon()
        .name("damaged files")
        .start(
            () -> {
              try {
                List<String> files = new LuceneIndexVerifier(folder).damage();
                LOG.error(
                    files.isEmpty()
                        ? "No file of the index in {} is found damaged, though reading it failed:"
                            + " run \"onrecord check\""
                        : "These files of the index in {} are damaged; restore it from a backup"
                            + " (onrecord restore): {}",
                    folder,
                    files);
              } catch (IOException e) {
                LOG.error("The index in {} cannot be checked", folder, e);
              }
            });
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
