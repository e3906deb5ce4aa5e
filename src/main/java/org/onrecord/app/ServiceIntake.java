package org.onrecord.app;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Provenance;
import org.onrecord.format.ArticleFeed;
import org.onrecord.format.ReadResult;
import org.onrecord.http.IntakeState;
import org.onrecord.ingest.ArticleOutcome;
import org.onrecord.ingest.ArticleWriter;
import org.onrecord.ingest.DocumentSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what feeds have and what is dropped into a folder while a service runs, a thread of its
 * own. What fails is told in the log and tried again; the service goes on.
 */
final class ServiceIntake implements IntakeState, Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceIntake.class);

  /** How long the end waits for what is under way: a slice that is being written. */
  private static final Duration LAST_WRITE = Duration.ofSeconds(20);

  /** How many refusals of one round the log tells of. */
  private static final int TOLD = 20;

  /** Where articles come from. For one thread, but for {@link #failing}. */
  interface Source {
    /** How many feeds or folders it is. */
    int size();

    /** How many of them failed the last time. Safe for use by several threads. */
    int failing();

    /**
     * Gives on what is new, if it is time to look.
     *
     * @throws IOException if that cannot be taken in; it is tried again
     * @throws CancellationException if the service ends; what is not read yet is read by the next
     */
    void look(Instant now, Taking taking) throws IOException, InterruptedException;
  }

  /** Takes in what a source has. */
  @FunctionalInterface
  interface Taking {
    void take(ArticleFeed articles) throws IOException;
  }

  private final List<Source> sources;
  private final ArticleWriter writer;
  private final InstantSource clock;
  private final Duration tick;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private volatile @Nullable Instant lastTaken;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("intake").unstarted(this::run);

  /**
   * An intake, not yet begun.
   *
   * @param tick how long it waits between two looks
   */
  ServiceIntake(List<Source> sources, ArticleWriter writer, InstantSource clock, Duration tick) {
    this.sources = List.copyOf(sources);
    this.writer = writer;
    this.clock = clock;
    this.tick = tick;
  }

  /** Begins at once. */
  ServiceIntake begun() {
    thread.start();
    return this;
  }

  private void run() {
    try {
      do {
        for (Source source : sources) {
          look(source);
        }
      } while (!end.await(tick.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Source source) throws InterruptedException {
    try {
      source.look(clock.instant(), this::take);
    } catch (IOException | RuntimeException e) {
      if (end.getCount() > 0) {
        LOG.error("What has arrived cannot be taken in; it is tried again", e);
      }
    }
  }

  /** What one source has: its refusals are told, and what they were. */
  private void take(ArticleFeed articles) throws IOException {
    Round round = new Round();
    try {
      writer.takeIn(results -> articles.read(r -> round.read(r, results)), round::told);
    } finally {
      round.close();
    }
  }

  /** What came of one look at one source. */
  private final class Round {
    /** Where those stand of which it is not told yet what became of them, in order. */
    private final Deque<Provenance> open = new ArrayDeque<>();

    private long in;
    private long out;

    void read(ReadResult result, Consumer<? super ReadResult> results) {
      if (end.getCount() == 0) {
        throw new CancellationException("the service ends");
      }
      switch (result) {
        case ReadResult.Skipped _ -> {}
        case ReadResult.Warned warned -> LOG.debug("{}", warned.sentence());
        case ReadResult.Rejected rejected -> refuse(rejected.sentence());
        case ReadResult.Accepted accepted -> {
          open.add(accepted.article().provenance());
          results.accept(accepted);
        }
      }
    }

    void told(ArticleOutcome outcome) {
      Provenance place = open.remove();
      switch (outcome) {
        case ArticleOutcome.Taken same
            when same.replacement() == DocumentSink.Replacement.UNCHANGED -> {}
        case ArticleOutcome.Taken _ -> {
          in++;
          taken.incrementAndGet();
          lastTaken = clock.instant();
        }
        case ArticleOutcome.Stale stale ->
            LOG.info("Not taken: {}: {}", place.place(), stale.reason());
        case ArticleOutcome.Refused refusal ->
            refuse(new ReadResult.Rejected(place, refusal.reason()).sentence());
      }
    }

    private void refuse(String sentence) {
      refused.incrementAndGet();
      if (++out <= TOLD) {
        LOG.warn("Refused: {}", sentence);
      }
    }

    void close() {
      if (out > TOLD) {
        LOG.warn("{} more were refused", out - TOLD);
      }
      if (in > 0) {
        LOG.info("{} articles taken in", in);
      }
    }
  }

  @Override
  public int sources() {
    return sources.stream().mapToInt(Source::size).sum();
  }

  @Override
  public int failing() {
    return sources.stream().mapToInt(Source::failing).sum();
  }

  @Override
  public long taken() {
    return taken.get();
  }

  @Override
  public long refused() {
    return refused.get();
  }

  @Override
  public Optional<Instant> lastTaken() {
    return Optional.ofNullable(lastTaken);
  }

  /** Ends it before the writer is closed. */
  @Override
  public void close() {
    end.countDown();
    try {
      if (!thread.join(LAST_WRITE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
