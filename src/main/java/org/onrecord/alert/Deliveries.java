package org.onrecord.alert;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.onrecord.alert.OwnedArchive.InvalidSearchException;
import org.onrecord.article.ArticleId;
import org.onrecord.search.Hit;

/**
 * Sends what is due: of each saved search one message at a time by each channel, to one receiver
 * only so many at a time, so that one that hangs keeps no other waiting. A message is put together
 * anew at each try from what the archive shows then; it keeps its id. Safe for use by several
 * threads.
 */
public final class Deliveries implements Closeable {
  private static final int MOST = 32;
  private static final int MOST_TO_ONE = 4;

  private final SavedSearches saved;
  private final AlertLog log;
  private final OwnedArchive archive;
  private final Map<Channel, Carrier> carriers;
  private final Pace pace;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Consumer<Exception> faults;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong arrived = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();

  private volatile boolean closed;

  /** What is under way, and how many to each receiver. */
  private final Set<Way> underWay = new HashSet<>();

  private final Map<String, Integer> toOne = new HashMap<>();

  private record Way(String search, Channel channel) {}

  /**
   * @param carriers by channel; of one that lacks its carrier nothing is sent
   * @param zone whose mornings are meant
   * @param faults is told what of the archive or the log failed
   */
  public Deliveries(
      SavedSearches saved,
      AlertLog log,
      OwnedArchive archive,
      Map<Channel, Carrier> carriers,
      Pace pace,
      InstantSource clock,
      ZoneId zone,
      Consumer<Exception> faults) {
    this.saved = saved;
    this.log = log;
    this.archive = archive;
    this.carriers = Map.copyOf(carriers);
    this.pace = pace;
    this.clock = clock;
    this.zone = zone;
    this.faults = faults;
  }

  /** How many messages arrived since it began. */
  public long arrived() {
    return arrived.get();
  }

  /** How many tries failed since it began. */
  public long failed() {
    return failed.get();
  }

  /** How many messages are being sent. */
  int underWay() {
    synchronized (underWay) {
      return underWay.size();
    }
  }

  /** Begins to send whatever is due now. */
  public void tick() throws IOException {
    Instant now = clock.instant();
    for (SavedSearch search : saved.all()) {
      for (Channel channel : search.channels()) {
        Carrier carrier = carriers.get(channel);
        if (carrier != null && isDue(search, channel, now)) {
          begin(search, channel, carrier);
        }
      }
    }
  }

  private boolean isDue(SavedSearch search, Channel channel, Instant now) {
    return log.outbox(search.id(), channel)
        .due(search.every(), zone)
        .filter(at -> !at.isAfter(now))
        .isPresent();
  }

  private void begin(SavedSearch search, Channel channel, Carrier carrier) {
    Way way = new Way(search.id(), channel);
    String receiver = carrier.receiver(search);
    synchronized (underWay) {
      if (underWay.size() >= MOST
          || toOne.getOrDefault(receiver, 0) >= MOST_TO_ONE
          || !underWay.add(way)) {
        return;
      }
      toOne.merge(receiver, 1, Integer::sum);
    }
    threads.execute(
        () -> {
          try {
            send(search, channel, carrier);
          } catch (IOException | RuntimeException e) {
            if (!closed) {
              faults.accept(e);
            }
          } finally {
            synchronized (underWay) {
              underWay.remove(way);
              toOne.merge(receiver, -1, Integer::sum);
              toOne.remove(receiver, 0);
            }
          }
        });
  }

  private void send(SavedSearch search, Channel channel, Carrier carrier) throws IOException {
    if (log.outbox(search.id(), channel).sending() == null) {
      add(
          new AlertEvent.Begun(
              search.id(), channel, UUID.randomUUID().toString(), clock.instant()));
    }
    Outbox outbox = log.outbox(search.id(), channel);
    Outbox.Sending sending = outbox.sending();
    if (sending == null) {
      return;
    }
    AlertMessage message;
    try {
      message = message(search, sending);
    } catch (InvalidSearchException e) {
      failed(search, channel, outbox, sending, e.reason(), Optional.empty());
      return;
    }
    if (message.isEmpty()) {
      add(new AlertEvent.Dropped(search.id(), channel));
      return;
    }
    Carrier.Outcome outcome = carrier.carry(message);
    if (closed) {
      return;
    }
    switch (outcome) {
      case Carrier.Outcome.Arrived() -> {
        arrived.incrementAndGet();
        add(new AlertEvent.Arrived(search.id(), channel, clock.instant()));
      }
      case Carrier.Outcome.Failed(String reason, var wait) ->
          failed(search, channel, outbox, sending, reason, wait);
      case Carrier.Outcome.Refused(String reason) -> {
        failed.incrementAndGet();
        add(new AlertEvent.Ended(search.id(), channel, clock.instant(), reason));
      }
    }
  }

  private void failed(
      SavedSearch search,
      Channel channel,
      Outbox outbox,
      Outbox.Sending sending,
      String reason,
      Optional<Duration> wait)
      throws IOException {
    failed.incrementAndGet();
    Instant now = clock.instant();
    Instant next = now.plus(pace.pause(sending.tries() + 1, wait, random));
    add(new AlertEvent.Failed(search.id(), channel, now, next, reason));
    Instant since = outbox.failingSince();
    if (since != null && !since.plus(pace.end()).isAfter(now)) {
      add(
          new AlertEvent.Ended(
              search.id(),
              channel,
              now,
              reason + "; all tries have failed for " + pace.end().toDays() + " days"));
    }
  }

  private void add(AlertEvent event) throws IOException {
    log.add(List.of(event));
  }

  /** What of a message is still to be told. */
  private AlertMessage message(SavedSearch search, Outbox.Sending sending)
      throws IOException, InvalidSearchException {
    Map<String, Set<String>> wanted = new LinkedHashMap<>();
    List<String> gone = new ArrayList<>();
    for (Notice notice : sending.notices()) {
      switch (notice) {
        case Notice.Found(String article, String passage) ->
            wanted.computeIfAbsent(article, _ -> new HashSet<>()).add(passage);
        case Notice.Gone(String article) -> gone.add(article);
      }
    }
    List<Hit> hits = new ArrayList<>();
    long more = sending.more();
    for (Map.Entry<String, Set<String>> each : wanted.entrySet()) {
      if (hits.size() >= AlertMessage.MOST_HITS) {
        more += each.getValue().size();
        continue;
      }
      for (Hit hit : archive.within(search, new ArticleId(each.getKey()))) {
        if (each.getValue().contains(id(hit))) {
          if (hits.size() < AlertMessage.MOST_HITS) {
            hits.add(hit);
          } else {
            more++;
          }
        }
      }
    }
    return new AlertMessage(search, sending.delivery(), hits, more, gone);
  }

  private static String id(Hit hit) {
    return switch (hit) {
      case Hit.ParagraphHit found -> found.paragraph().id();
      case Hit.QuoteHit found -> found.quote().quotation().id();
    };
  }

  /** Waits for none that is under way: what has not arrived is sent when it begins again. */
  @Override
  public void close() {
    closed = true;
    threads.shutdownNow();
  }
}
