package org.onrecord.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.onrecord.access.AccessControl;
import org.onrecord.access.AccessControl.Caller;
import org.onrecord.access.ApiKeys;
import org.onrecord.access.RateLimiter;
import org.onrecord.alert.Alerts;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.backend.opensearch.ClusterFile;
import org.onrecord.cli.Service;
import org.onrecord.cli.option.Bounds;
import org.onrecord.cli.option.ServiceSettings;
import org.onrecord.cli.option.Settings;
import org.onrecord.correction.CorrectionFile;
import org.onrecord.correction.CorrectionLog;
import org.onrecord.draft.DraftChecker;
import org.onrecord.format.ReadOptions;
import org.onrecord.http.RegistrySource;
import org.onrecord.http.RequestCaller;
import org.onrecord.http.guard.AnonymousReading;
import org.onrecord.ingest.AnalyzerSource;
import org.onrecord.ingest.ArticleWriter;
import org.onrecord.ingest.BoundedAnalyzer;
import org.onrecord.ingest.CorrectionService;
import org.onrecord.ingest.Corrections;
import org.onrecord.ingest.EmbargoWatcher;
import org.onrecord.ingest.GuardedSink;
import org.onrecord.ingest.WriteLimits;
import org.onrecord.mcp.McpServer;
import org.onrecord.mcp.Toolbox;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.people.PeopleDesk;
import org.onrecord.people.PeopleLog;
import org.onrecord.search.ArticleFilter;
import org.onrecord.search.SearchBackend;
import org.onrecord.search.SearchService;
import org.onrecord.verify.Verifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves an index by HTTP until it is closed or the program is told to end. */
final class ArchiveService implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveService.class);

  /** How often names are joined that are one on good evidence. */
  private static final Duration JOINING = Duration.ofMinutes(10);

  /** How often it is looked for what has arrived, and how long a whole file has been quiet. */
  private static final Duration INTAKE_TICK = Duration.ofSeconds(5);

  private final SharedExtraction.Loading loading;
  private final Runnable afterSignal;
  private final Duration patience;

  ArchiveService(SharedExtraction.Loading loading, Runnable afterSignal, Duration patience) {
    this.loading = loading;
    this.afterSignal = afterSignal;
    this.patience = patience;
  }

  @Override
  public Running start(ServiceSettings settings) throws IOException {
    Logging.use(settings.get(Settings.LOG_FORMAT));
    try (OpenedParts opened = new OpenedParts()) {
      ServedIndex index = opened.with(open(settings));
      InstantSource clock = InstantSource.system();
      RegistryAliases aliases = new RegistryAliases();
      aliases.prepare();
      CorrectionLog corrections = new CorrectionFile(index.logs());
      PeopleLog names = index.names();
      ApiKeys keys = index.keys(clock);
      PeopleDesk people = new PeopleDesk(names, held(index), aliases::registry, clock);
      SharedExtraction extraction = new SharedExtraction(loading, settings.knowledge());
      if (!settings.knowledge().registry().files().isEmpty()) {
        extraction.prepare();
      }
      ReadingAdvice advice = opened.with(new ReadingAdvice(settings.knowledge(), index::readings));
      ServedAlerts saved = new ServedAlerts(settings, index, aliases, keys, names, clock);
      Alerts alerts = opened.with(saved.alerts());
      ArticleWriter desk =
          opened.with(desk(settings, index, () -> extraction.with(corrections::of), saved, clock));
      Optional<ServiceIntake> intake = intake(settings, desk, clock);
      ServedIndex.Seen readers = index.showing(ArchiveService::shown);
      SearchService search =
          new SearchService(readers.backend(), aliases, aliases, settings.queries());
      SearchService whole =
          new SearchService(index.backend(), aliases, aliases, settings.queries());
      Warming warming = Warming.of(whole);
      Verifier verifier = new Verifier(readers.passages(), search, aliases);
      List<Object> parts =
          new ArrayList<>(
              List.of(
                  search,
                  verifier,
                  new McpServer(new Toolbox(search, verifier, aliases::registry)),
                  new DraftChecker(
                      () -> extraction.with(Corrections.NONE), verifier::verify, clock),
                  (RegistrySource) aliases::registry,
                  desk,
                  corrections,
                  new CorrectionService(corrections, extraction, names, clock),
                  people,
                  keys,
                  new AccessControl(keys, settings.get(Settings.ALLOW_ANONYMOUS_READ), clock),
                  new RateLimiter(settings.get(Settings.RATE_LIMIT), System::nanoTime),
                  saved.saved(),
                  alerts,
                  index.audit(clock),
                  index.state(
                      settings.bounds().free(),
                      new AtomicBoolean(settings.get(Settings.CREATE)),
                      advice)));
      intake.ifPresent(parts::add);
      HttpServer server = opened.with(HttpServer.start(settings, parts.toArray()));
      index.watchDamage();
      warming.await();
      server.drawFirstPages(whole);
      EmbargoWatcher embargoes =
          opened.with(
              EmbargoWatcher.watch(
                  index::nextDue,
                  desk,
                  clock,
                  fault -> LOG.error("Articles whose embargo has ended cannot be shown", fault)));
      NameJoining joining = opened.with(NameJoining.every(JOINING, people));
      intake.ifPresent(begun -> opened.with(begun.begun()));
      saved.begun(server.url());
      advice.tell();
      return opened.kept(
          new RunningService(
              server, intake, advice, embargoes, joining, alerts, desk, index, afterSignal));
    }
  }

  private ServedIndex open(ServiceSettings settings) throws IOException {
    int expansion = settings.queries().expansion();
    Optional<ClusterFile> cluster = ClusterFile.in(settings.index());
    return cluster.isPresent()
        ? ClusterServedIndex.open(
            settings.index(), cluster.get(), patience, patience(settings), expansion)
        : LuceneServedIndex.open(settings.index(), patience(settings), expansion);
  }

  /** What is taken in as long as the service runs; empty where nothing is to be. */
  private static Optional<ServiceIntake> intake(
      ServiceSettings settings, ArticleWriter desk, InstantSource clock) throws IOException {
    List<ServiceIntake.Source> sources = new ArrayList<>();
    ReadOptions options = ReadOptions.DEFAULT.withHtml(settings.get(Settings.HTML));
    List<URI> feeds = settings.find(Settings.FEED).orElse(List.of());
    if (!feeds.isEmpty()) {
      sources.add(
          new FeedSource(
              feeds,
              options,
              Duration.ofMinutes(settings.get(Settings.FEED_EVERY)),
              settings.index().resolve("feeds.json")));
    }
    Optional<Path> folder = settings.find(Settings.WATCH);
    if (folder.isPresent()) {
      sources.add(
          new FolderSource(
              folder.get(), options, INTAKE_TICK, settings.index().resolve("watched.tsv")));
    }
    return sources.isEmpty()
        ? Optional.empty()
        : Optional.of(new ServiceIntake(sources, desk, clock, INTAKE_TICK));
  }

  /** Which articles are shown to who makes the request that this thread answers. */
  private static ArticleFilter shown() {
    return RequestCaller.current()
        .map(Caller::bounds)
        .map(bounds -> new ArticleFilter(bounds.outlets(), bounds.sections()))
        .orElse(ArticleFilter.NONE);
  }

  /** How long a search may take of the one who asks for it. */
  private static Supplier<Duration> patience(ServiceSettings settings) {
    Duration usual = Duration.ofSeconds(settings.get(Settings.SEARCH_TIMEOUT));
    Duration set = Duration.ofSeconds(settings.get(Settings.ANONYMOUS_SEARCH_TIMEOUT));
    Duration anonymous = set.compareTo(usual) < 0 ? set : usual;
    return () -> AnonymousReading.isUnderWay() ? anonymous : usual;
  }

  private static PeopleDesk.Archived held(ServedIndex index) {
    SearchBackend archive = index.backend();
    return new PeopleDesk.Archived() {
      @Override
      public List<ArchivedPerson> people() throws IOException {
        return archive.people();
      }

      @Override
      public boolean has(String id) throws IOException {
        return archive.hasPerson(id);
      }

      @Override
      public long articlesWithBoth(String id, String other) throws IOException {
        return archive.articlesWithBoth(id, other);
      }
    };
  }

  /** Says what is wrong in a registry that is used all the same. */
  static void warn(String problem) {
    LOG.warn(problem);
  }

  private ArticleWriter desk(
      ServiceSettings settings,
      ServedIndex index,
      AnalyzerSource analysis,
      ServedAlerts saved,
      InstantSource clock) {
    Bounds bounds = settings.bounds();
    return new ArticleWriter(
        () ->
            new GuardedSink(
                saved.announcing(index.openForWriting(clock)), index::room, bounds.free()),
        () -> new BoundedAnalyzer(analysis.open(), bounds.characters(), bounds.paragraphs()),
        index::workedOut,
        index.preparing(),
        new WriteLimits(
            settings.get(Settings.MAX_ARTICLES), patience, settings.get(Settings.WRITE_QUEUE)),
        ReadOptions.DEFAULT.withHtml(settings.get(Settings.HTML)),
        fault -> LOG.error("The index could not be tidied up or closed after writing", fault));
  }
}
