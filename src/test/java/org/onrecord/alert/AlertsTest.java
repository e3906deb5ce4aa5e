package org.onrecord.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.Await;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.backend.lucene.LuceneStandingSearches;
import org.onrecord.backend.opensearch.OpenSearchNode;
import org.onrecord.backend.opensearch.TestClusters;
import org.onrecord.people.PeopleFile;
import org.onrecord.query.QueryLimits;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.Hit;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;

/** What saved searches are told of and when, over a real index and real files. */
final class AlertsTest {
  private static final Instant START = Instant.parse("2024-11-07T10:20:00Z");
  private static final Pace PACE =
      new Pace(Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofDays(7));

  @TempDir private Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final Sent sent = new Sent();
  private final List<Exception> faults = new CopyOnWriteArrayList<>();
  private String prefix = "";
  private LuceneArchive archive;
  private SavedSearchFile saved;
  private AnnouncingSink sink;
  private AlertLog log;
  private ToldBefore told;
  private AlertWatch watch;
  private Deliveries deliveries;

  /** Takes messages, or does not, by the path of the webhook. */
  private static final class Sent implements Carrier {
    private final List<AlertMessage> messages = new CopyOnWriteArrayList<>();
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private final CountDownLatch hanging = new CountDownLatch(1);

    @Override
    public Outcome carry(AlertMessage message) {
      String path = String.valueOf(message.search().webhook()).replaceFirst(".*/", "");
      messages.add(message);
      try {
        if (path.equals("hang")) {
          hanging.await();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return outcomes.getOrDefault(path, new Outcome.Arrived());
    }

    @Override
    public String receiver(SavedSearch search) {
      return String.valueOf(search.webhook()).replaceFirst("/[^/]*$", "");
    }
  }

  @BeforeEach
  void open() throws IOException {
    archive = LuceneArchive.open(folder);
    saved = new SavedSearchFile(folder);
    begin();
  }

  /** What is kept for who sends next: in files, or on a cluster. */
  private SenderState sender() throws IOException {
    return prefix.isEmpty()
        ? SenderState.in(folder)
        : TestClusters.sender(prefix, Duration.ofSeconds(15));
  }

  private void onCluster() throws IOException {
    prefix = OpenSearchNode.prefix();
    restart();
  }

  private void begin() throws IOException {
    SenderState sender = sender();
    log = AlertLog.open(sender.log());
    told = ToldBefore.open(sender.told());
    told.reload();
    log.reload();
    ArrivalLog arrivals = new ArrivalLog(folder);
    sink =
        new AnnouncingSink(
            archive, arrivals, saved, id -> archive.backend().hold(id).isPresent(), () -> {});
    Everything everything = new Everything(archive);
    watch =
        new AlertWatch(
            saved,
            new LuceneStandingSearches(
                archive.backend(), new PeopleFile(folder), QueryLimits.DEFAULT.expansion()),
            arrivals,
            log,
            told,
            everything,
            now::get,
            faults::add);
    deliveries =
        new Deliveries(
            saved,
            log,
            everything,
            Map.of(Channel.WEBHOOK, sent),
            PACE,
            now::get,
            ZoneOffset.UTC,
            faults::add);
  }

  /** As after a crash: all is read from the files anew. */
  private void restart() throws IOException {
    deliveries.close();
    log.close();
    told.close();
    begin();
  }

  @AfterEach
  void close() throws IOException {
    sent.hanging.countDown();
    deliveries.close();
    log.close();
    told.close();
    archive.close();
    assertEquals(List.of(), faults);
  }

  /** The whole archive, searched for words; a search for a question mark alone is none. */
  private record Everything(LuceneArchive archive) implements OwnedArchive {
    private SearchQuestion question(SavedSearch search) throws IOException, InvalidSearchException {
      if (search.query().equals("?")) {
        throw new InvalidSearchException("It is no search.");
      }
      try {
        return new SearchService(archive.backend(), FacetAliases.NONE)
            .understand(SearchRequest.of(search.query()));
      } catch (InvalidRequestException e) {
        throw new InvalidSearchException(String.valueOf(e.getMessage()));
      }
    }

    @Override
    public AskedSearch understood(SavedSearch search) throws IOException, InvalidSearchException {
      try (SearchQuestion question = question(search)) {
        return question.searched();
      }
    }

    @Override
    public List<Hit> within(SavedSearch search, ArticleId article)
        throws IOException, InvalidSearchException {
      try (SearchQuestion question = question(search)) {
        return question.exactly(article);
      }
    }

    @Override
    public boolean shows(SavedSearch search, ArchivedArticle article) {
      return true;
    }

    @Override
    public void refresh() {}

    @Override
    public Optional<ArchivedArticle> workedOut(ArticleId id) throws IOException {
      return archive.shown(id);
    }
  }

  private SavedSearch save(String query, Grouping every, String target) throws IOException {
    return save(query, every, false, target);
  }

  private SavedSearch save(String query, Grouping every, boolean corrections, String target)
      throws IOException {
    SavedSearch search =
        new SavedSearch(
            "%016x".formatted(saved.all().size() + 1L),
            "",
            "Ruth Alder",
            query,
            query,
            every,
            corrections,
            URI.create("https://" + target),
            List.of(),
            "A".repeat(43),
            START,
            START);
    saved.put(search);
    return search;
  }

  private void put(SampleArticle... articles) throws IOException {
    for (SampleArticle each : articles) {
      sink.put(each.archived());
    }
    sink.commit();
    look();
  }

  private void look() throws IOException {
    while (watch.step()) {
      continue;
    }
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /** Sends what is due; then so many messages were tried in all. */
  private void send(int messages) throws IOException {
    deliveries.tick();
    Await.until(() -> deliveries.underWay() == 0, "something is still being sent");
    assertEquals(messages, sent.messages.size());
  }

  private Outbox outbox(SavedSearch search) {
    return log.outbox(search.id(), Channel.WEBHOOK);
  }

  private List<String> passages(int message) {
    List<String> ids = new ArrayList<>();
    for (Hit hit : sent.messages.get(message).hits()) {
      ids.add(((Hit.ParagraphHit) hit).paragraph().id());
    }
    return ids;
  }

  @Test
  void whatIsNewIsSentOnce() throws IOException {
    SavedSearch ferry = save("ferry", Grouping.NOW, "desk.example/a");
    put(
        article("one").paragraph("The ferry sails.").paragraph("The mast stands."),
        article("two").paragraph("The pier is closed."));
    send(1);
    assertEquals(List.of("one~p1"), passages(0));
    assertEquals(1, outbox(ferry).sent());
    send(1);
    pass(Duration.ofHours(1));
    send(1);
  }

  @Test
  void whatWasThereBeforeASearchWasSavedIsNot() throws IOException {
    put(article("one").paragraph("The ferry sails."));
    save("ferry", Grouping.NOW, "desk.example/a");
    look();
    send(0);
  }

  @Test
  void copiesAndCorrectionsAreSilent() throws IOException {
    save("ferry", Grouping.NOW, "desk.example/a");
    put(article("one").paragraph("The ferry sails."));
    send(1);
    pass(Duration.ofHours(1));
    put(article("copy").paragraph("The ferry sails!"));
    put(article("one").paragraph("The ferry sails in May."));
    put(article("one").paragraph("The ferry sails in May."));
    send(1);
  }

  @Test
  void correctionsAreToldOfWhereTheyAreWanted() throws IOException {
    save("ferry", Grouping.NOW, true, "desk.example/a");
    put(article("one").paragraph("The ferry sails.").paragraph("The ferry is red."));
    send(1);
    pass(Duration.ofHours(1));
    put(article("one").paragraph("The ferry sails in May.").paragraph("The ferry is red."));
    send(2);
    assertEquals(List.of("one~p1"), passages(1));
  }

  @Test
  void messagesOfNowAreAMinuteApart() throws IOException {
    save("ferry", Grouping.NOW, "desk.example/a");
    put(article("one").paragraph("The ferry sails."));
    send(1);
    put(article("two").paragraph("The ferry is late."));
    put(article("three").paragraph("The ferry is red."));
    pass(Duration.ofSeconds(59));
    send(1);
    pass(Duration.ofSeconds(1));
    send(2);
    assertEquals(List.of("two~p1", "three~p1"), passages(1));
  }

  @Test
  void hourlyAndDailyMessagesComeAtTheEnd() throws IOException {
    save("ferry", Grouping.HOURLY, "desk.example/hour");
    save("ferry", Grouping.DAILY, "desk.example/day");
    put(article("one").paragraph("The ferry sails."));
    pass(Duration.ofMinutes(39));
    put(article("two").paragraph("The ferry is late."));
    send(0);
    pass(Duration.ofMinutes(1));
    send(1);
    assertEquals(List.of("one~p1", "two~p1"), passages(0));
    now.set(Instant.parse("2024-11-08T05:59:59Z"));
    send(1);
    now.set(Instant.parse("2024-11-08T06:00:00Z"));
    send(2);
    assertEquals(List.of("one~p1", "two~p1"), passages(1));
  }

  @Test
  void whatIsNotShownAnyMoreIsToldOnceAndNeverSent() throws IOException {
    SavedSearch ferry = save("ferry", Grouping.NOW, "desk.example/a");
    put(article("one").paragraph("The ferry sails."));
    send(1);
    pass(Duration.ofHours(1));
    put(article("two").paragraph("The ferry is late."));
    sink.delete(new ArticleId("two"));
    sink.delete(new ArticleId("one"));
    sink.commit();
    look();
    send(2);
    assertEquals(List.of("one"), sent.messages.get(1).gone());
    assertEquals(List.of(), sent.messages.get(1).hits());
    pass(Duration.ofHours(1));
    put(article("one").paragraph("The ferry sails."));
    sink.delete(new ArticleId("one"));
    sink.commit();
    look();
    send(2);
    assertEquals(0, outbox(ferry).unsent());
  }

  @Test
  void triesGoOnForAWeekWithLongerPausesAndThenEnd() throws IOException {
    SavedSearch ferry = save("ferry", Grouping.NOW, "desk.example/bad");
    SavedSearch other = save("ferry", Grouping.NOW, "other.example/good");
    sent.outcomes.put("bad", new Carrier.Outcome.Failed("it answers 500", Optional.empty()));
    put(article("one").paragraph("The ferry sails."));
    send(2);
    assertEquals(1, outbox(other).sent());
    List<Duration> pauses = new ArrayList<>();
    int tries = 2;
    while (!outbox(ferry).isEnded()) {
      Outbox.Sending sending = outbox(ferry).sending();
      assertTrue(sending != null && tries < 400, "it ends too late");
      pauses.add(Duration.between(now.get(), sending.next()));
      now.set(sending.next());
      send(++tries);
    }
    long first = pauses.getFirst().toMillis();
    assertTrue(first >= 5_000 && first <= 10_000, pauses::toString);
    assertTrue(
        pauses.stream().allMatch(pause -> pause.compareTo(PACE.longest()) <= 0), pauses::toString);
    assertTrue(pauses.getLast().toMinutes() >= 30, pauses::toString);
    assertTrue(Duration.between(START, now.get()).compareTo(PACE.end()) >= 0);
    assertTrue(String.valueOf(outbox(ferry).fault()).contains("7 days"));
    assertEquals(
        1,
        sent.messages.stream()
            .filter(message -> message.search().equals(ferry))
            .map(AlertMessage::delivery)
            .distinct()
            .count());
    pass(Duration.ofDays(1));
    send(tries);
  }

  @Test
  void receiverThatWantsNoMoreEndsItAtOnce() throws IOException {
    SavedSearch ferry = save("ferry", Grouping.NOW, "desk.example/gone");
    sent.outcomes.put("gone", new Carrier.Outcome.Refused("it answers 410"));
    put(article("one").paragraph("The ferry sails."));
    send(1);
    assertTrue(outbox(ferry).isEnded());
    assertEquals(1, outbox(ferry).unsent());
  }

  @Test
  void oneThatHangsKeepsNoOtherWaiting() throws IOException {
    for (int i = 0; i < 10; i++) {
      save("ferry", Grouping.NOW, "slow.example/hang");
    }
    SavedSearch other = save("ferry", Grouping.NOW, "quick.example/good");
    put(article("one").paragraph("The ferry sails."));
    deliveries.tick();
    Await.until(() -> outbox(other).sent() == 1, "the other was not sent");
    Await.until(() -> sent.messages.size() == 5, "not four of one receiver are tried");
    put(article("two").paragraph("The ferry is late."));
    assertEquals(1, outbox(other).unsent());
    pass(Duration.ofHours(1));
    deliveries.tick();
    Await.until(() -> outbox(other).sent() == 2, "the other was not sent again");
    assertEquals(6, sent.messages.size());
  }

  @Test
  void whatWaitsIsBoundedAndItsRestCounted() throws IOException {
    SavedSearch ferry = save("ferry", Grouping.DAILY, "desk.example/a");
    for (int i = 0; i < 12; i++) {
      SampleArticle each = article("a" + i);
      for (int paragraph = 0; paragraph < 100; paragraph++) {
        each.paragraph("The ferry number " + i + " sails " + paragraph + " times.");
      }
      put(each);
    }
    assertEquals(Outbox.MOST, outbox(ferry).waiting().size());
    assertEquals(200, outbox(ferry).more());
    pass(Duration.ofDays(1));
    send(1);
    AlertMessage message = sent.messages.getFirst();
    assertEquals(AlertMessage.MOST_HITS, message.hits().size());
    assertEquals(1_200 - AlertMessage.MOST_HITS, message.more());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingIsLostOrSentTwiceOverARestart(boolean onCluster) throws IOException {
    if (onCluster) {
      onCluster();
    }
    SavedSearch ferry = save("ferry", Grouping.NOW, "desk.example/a");
    sent.outcomes.put("a", new Carrier.Outcome.Failed("it answers 503", Optional.empty()));
    put(article("one").paragraph("The ferry sails."));
    send(1);
    restart();
    look();
    sent.outcomes.clear();
    pass(Duration.ofMinutes(1));
    send(2);
    assertEquals(sent.messages.get(0).delivery(), sent.messages.get(1).delivery());
    assertEquals(List.of("one~p1"), passages(1));
    restart();
    look();
    assertEquals(1, outbox(ferry).sent());
    put(article("copy").paragraph("The ferry sails."));
    pass(Duration.ofHours(1));
    send(2);
  }

  @Test
  void whatWasCommittedAndNotLookedAtIsLookedAtAfterACrash() throws IOException {
    save("ferry", Grouping.NOW, "desk.example/a");
    sink.put(article("one").paragraph("The ferry sails.").archived());
    sink.commit();
    restart();
    look();
    send(1);
  }

  @Test
  void lineThatACrashCutOffIsDoneAgain() throws IOException {
    SavedSearch ferry = save("ferry", Grouping.NOW, "desk.example/a");
    put(article("one").paragraph("The ferry sails."));
    deliveries.close();
    log.close();
    told.close();
    Files.writeString(
        folder.resolve(SenderState.LOG), "{\"event\":\"arri", StandardOpenOption.APPEND);
    begin();
    assertEquals(1, outbox(ferry).unsent());
    send(1);
  }

  @Test
  void searchThatBecomesInvalidIsToldAndKeepsNoOtherBack() throws IOException {
    SavedSearch bad = save("?", Grouping.NOW, "desk.example/bad");
    save("ferry", Grouping.NOW, "desk.example/good");
    put(article("one").paragraph("The ferry sails."));
    send(1);
    assertEquals(Optional.of("It is no search."), watch.fault(bad.id()));
  }

  @Test
  void arrivalsThatWereReadAreThrownAwayInTime() throws IOException {
    ArrivalLog arrivals = new ArrivalLog(folder);
    List<AnnouncedArticle> many = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      many.add(
          new AnnouncedArticle(
              AnnouncedArticle.Kind.SHOWN, new ArticleId("an-article-with-a-long-name-" + i)));
    }
    arrivals.announce(many);
    arrivals.committed();
    ArrivalLog.Place place = ArrivalLog.Place.START;
    int read = 0;
    for (ArrivalLog.Batch batch = arrivals.read(place, 100);
        !batch.next().equals(place);
        batch = arrivals.read(place, 100)) {
      read += batch.arrivals().size();
      place = batch.next();
    }
    assertEquals(40_000, read);
    arrivals.forget(place);
    assertEquals(0, Files.size(folder.resolve(ArrivalLog.FILE)));
    arrivals.announce(many.subList(0, 1));
    assertEquals(0, arrivals.read(place, 100).arrivals().size());
    arrivals.committed();
    assertEquals(1, arrivals.read(place, 100).arrivals().size());
  }
}
