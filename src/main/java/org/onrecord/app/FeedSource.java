package org.onrecord.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.onrecord.format.ReadOptions;
import org.onrecord.intake.FeedRound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds that a service asks for. */
final class FeedSource implements ServiceIntake.Source {
  private static final Logger LOG = LoggerFactory.getLogger(FeedSource.class);

  private final int size;
  private final FeedRound feeds;
  private volatile int failing;

  /**
   * Feeds.
   *
   * @param wait how long to wait at the least before a feed is asked for again
   * @param memory where it is kept what was read
   * @throws IOException if that cannot be read
   */
  FeedSource(List<URI> addresses, ReadOptions options, Duration wait, Path memory)
      throws IOException {
    this.size = addresses.size();
    this.feeds = new FeedRound(addresses, options, wait, memory);
    this.failing = feeds.failing();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int failing() {
    return failing;
  }

  @Override
  public void look(Instant now, ServiceIntake.Taking taking)
      throws IOException, InterruptedException {
    try {
      feeds.run(now, taking::take, problem -> LOG.warn("Feed {}", problem));
    } finally {
      failing = feeds.failing();
    }
  }
}
