package org.onrecord.alert;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.onrecord.alert.OwnedArchive.InvalidSearchException;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.CopyMode;

/**
 * Finds what saved searches find in articles that came into the archive, and notes it as to be
 * sent. An owner is told of a passage once, of its word-for-word copies not at all where the search
 * folds copies, and of what an article says that was there before only if they asked for it. For
 * one thread, but for what it tells.
 */
public final class AlertWatch {
  /** How many arrivals are looked at together. */
  private static final int BATCH = 100;

  /** After how long it is asked again what a search means, since the archive knows more names. */
  private static final Duration UNDERSTOOD = Duration.ofHours(1);

  /** How many are asked again at a time for that reason alone. */
  private static final int ASKED_AGAIN = 50;

  private static final String ARTICLE = "article";
  private static final String GONE = "gone";

  private final SavedSearches saved;
  private final StandingSearches standing;
  private final ArrivalSource arrivals;
  private final AlertLog log;
  private final ToldBefore told;
  private final OwnedArchive archive;
  private final InstantSource clock;
  private final Consumer<Exception> failures;
  private final Map<String, Kept> kept = new HashMap<>();
  private final Map<String, String> faults = new ConcurrentHashMap<>();
  private final AtomicLong found = new AtomicLong();
  private List<SavedSearch> known = List.of();

  /**
   * A search that stands.
   *
   * @param folds whether its copies are told of
   */
  private record Kept(SavedSearch saved, Instant asked, boolean folds) {}

  /**
   * @param failures is told of articles that cannot be looked at, and are passed over
   */
  public AlertWatch(
      SavedSearches saved,
      StandingSearches standing,
      ArrivalSource arrivals,
      AlertLog log,
      ToldBefore told,
      OwnedArchive archive,
      InstantSource clock,
      Consumer<Exception> failures) {
    this.failures = failures;
    this.saved = saved;
    this.standing = standing;
    this.arrivals = arrivals;
    this.log = log;
    this.told = told;
    this.archive = archive;
    this.clock = clock;
  }

  /** Why a saved search finds nothing; empty where it can be run. Safe on any thread. */
  public Optional<String> fault(String search) {
    return Optional.ofNullable(faults.get(search));
  }

  /** How many passages were found since it began. Safe on any thread. */
  public long found() {
    return found.get();
  }

  /**
   * Looks at the next arrivals.
   *
   * @return whether there were any
   */
  public boolean step() throws IOException {
    refresh();
    ArrivalSource.Batch batch = arrivals.read(arrivals.from(log.read(), since()), BATCH);
    if (batch.next().equals(log.read())) {
      return false;
    }
    archive.refresh();
    List<AlertEvent> events = new ArrayList<>();
    Map<ArticleId, AnnouncedArticle.Kind> kinds = kinds(batch.arrivals());
    List<ArchivedArticle> shown = new ArrayList<>();
    for (Map.Entry<ArticleId, AnnouncedArticle.Kind> each : kinds.entrySet()) {
      switch (each.getValue()) {
        case SHOWN, CHANGED -> archive.workedOut(each.getKey()).ifPresent(shown::add);
        case GONE -> events.addAll(gone(each.getKey()));
      }
    }
    events.addAll(foundOrPassedOver(shown, kinds));
    events.add(new AlertEvent.Read(batch.next()));
    log.add(events);
    told.flush();
    arrivals.forget(batch.next());
    return true;
  }

  /** Since when anybody wants to be told. */
  private Instant since() {
    return known.stream().map(SavedSearch::created).min(Instant::compareTo).orElse(Instant.MAX);
  }

  /** The last that came of each; what is shown for the first time and then changed is new. */
  private static Map<ArticleId, AnnouncedArticle.Kind> kinds(List<AnnouncedArticle> all) {
    Map<ArticleId, AnnouncedArticle.Kind> kinds = new LinkedHashMap<>();
    for (AnnouncedArticle arrival : all) {
      boolean isNew =
          arrival.kind() == AnnouncedArticle.Kind.CHANGED
              && kinds.get(arrival.article()) == AnnouncedArticle.Kind.SHOWN;
      kinds.put(arrival.article(), isNew ? AnnouncedArticle.Kind.SHOWN : arrival.kind());
    }
    return kinds;
  }

  private List<AlertEvent> gone(ArticleId article) {
    List<AlertEvent> events = new ArrayList<>();
    for (SavedSearch search : known) {
      if (told.has(search.id(), ARTICLE, article.value())
          && told.add(search.id(), GONE, article.value())) {
        for (Channel channel : search.channels()) {
          events.add(new AlertEvent.Gone(search.id(), channel, article.value(), clock.instant()));
        }
      }
    }
    return events;
  }

  /** One that cannot be looked at keeps nobody from being told of the others. */
  private List<AlertEvent> foundOrPassedOver(
      List<ArchivedArticle> shown, Map<ArticleId, AnnouncedArticle.Kind> kinds) throws IOException {
    try {
      return found(shown, kinds);
    } catch (RuntimeException e) {
      List<AlertEvent> events = new ArrayList<>();
      for (ArchivedArticle one : shown) {
        try {
          events.addAll(found(List.of(one), kinds));
        } catch (RuntimeException again) {
          failures.accept(
              new IOException("saved searches pass over the article " + one.id(), again));
        }
      }
      return events;
    }
  }

  private List<AlertEvent> found(
      List<ArchivedArticle> shown, Map<ArticleId, AnnouncedArticle.Kind> kinds) throws IOException {
    List<AlertEvent> events = new ArrayList<>();
    Map<ArticleId, ArchivedArticle> byId = new HashMap<>();
    shown.forEach(article -> byId.put(article.id(), article));
    for (StandingSearches.Match match : standing.match(shown)) {
      Kept search = kept.get(match.search());
      if (search == null) {
        continue;
      }
      Map<ArticleId, List<String>> passages = new LinkedHashMap<>();
      for (StandingSearches.Passage passage : match.passages()) {
        boolean wanted =
            kinds.get(passage.article()) == AnnouncedArticle.Kind.SHOWN
                || search.saved().corrections();
        if (wanted && told.add(search.saved().id(), identity(search, passage))) {
          passages.computeIfAbsent(passage.article(), _ -> new ArrayList<>()).add(passage.id());
        }
      }
      for (Map.Entry<ArticleId, List<String>> each : passages.entrySet()) {
        if (archive.shows(search.saved(), Objects.requireNonNull(byId.get(each.getKey())))) {
          events.addAll(found(search.saved(), each.getKey(), each.getValue()));
        }
      }
    }
    return events;
  }

  private List<AlertEvent> found(SavedSearch search, ArticleId article, List<String> passages) {
    told.add(search.id(), ARTICLE, article.value());
    found.addAndGet(passages.size());
    List<AlertEvent> events = new ArrayList<>();
    for (Channel channel : search.channels()) {
      events.add(
          new AlertEvent.Found(search.id(), channel, article.value(), passages, clock.instant()));
    }
    return events;
  }

  /** What tells a passage from others: its words, and its article unless copies are folded. */
  private static String identity(Kept search, StandingSearches.Passage passage) {
    StringBuilder words = new StringBuilder();
    passage
        .text()
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(words::appendCodePoint);
    return (search.folds() ? "" : passage.article().value()) + ' ' + words;
  }

  /** Takes over what was saved, changed and taken away. */
  private void refresh() throws IOException {
    List<SavedSearch> now = saved.all();
    Instant stale = clock.instant().minus(UNDERSTOOD);
    int again = ASKED_AGAIN;
    for (SavedSearch search : now) {
      Kept before = kept.get(search.id());
      if (before == null || !before.saved().equals(search)) {
        keep(search);
        if (before != null) {
          resume(search);
        }
      } else if (again > 0 && before.asked().isBefore(stale)) {
        again--;
        keep(search);
      }
    }
    if (now != known) {
      Map<String, SavedSearch> left = new HashMap<>();
      now.forEach(search -> left.put(search.id(), search));
      for (String id : Set.copyOf(kept.keySet())) {
        if (!left.containsKey(id)) {
          kept.remove(id);
          standing.remove(id);
          faults.remove(id);
        }
      }
      log.keep(left.keySet());
      known = now;
    }
  }

  /** What was given up of a search, or fails, is tried again at once when it is saved anew. */
  private void resume(SavedSearch search) throws IOException {
    List<AlertEvent> resumed = new ArrayList<>();
    for (Channel channel : search.channels()) {
      if (log.outbox(search.id(), channel).fault() != null) {
        resumed.add(new AlertEvent.Resumed(search.id(), channel, clock.instant()));
      }
    }
    log.add(resumed);
  }

  private void keep(SavedSearch search) throws IOException {
    boolean folds = true;
    try {
      if (search.channels().isEmpty()) {
        archive.understood(search);
        standing.remove(search.id());
      } else {
        AskedSearch asked = archive.understood(search);
        folds = asked.request().copies() == CopyMode.FOLD;
        standing.put(search.id(), asked);
      }
      faults.remove(search.id());
    } catch (InvalidSearchException e) {
      standing.remove(search.id());
      faults.put(search.id(), e.reason());
    }
    kept.put(search.id(), new Kept(search, clock.instant(), folds));
  }
}
