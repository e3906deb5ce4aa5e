package org.onrecord.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.article.Article;
import org.onrecord.article.Sha256;
import org.onrecord.format.ArticleFeed;
import org.onrecord.format.ArticleLine;
import org.onrecord.format.ArticleSource;
import org.onrecord.format.ReadOptions;
import org.onrecord.format.ReadResult;

/**
 * Asks for feeds, one after the other, each when it is due: not before so many minutes as we wait
 * at the least, the feed's {@code ttl} says or the server's {@code max-age}; after a fault twice as
 * long each time, up to a day. Not safe for use by several threads.
 */
public final class FeedRound {
  private static final Pattern TTL = Pattern.compile("<ttl>\\s*(\\d{1,6})\\s*</ttl>");

  /** Takes in the articles of one feed. */
  @FunctionalInterface
  public interface Taking {
    /**
     * Takes them in.
     *
     * @throws IOException if that fails
     * @throws CancellationException if the program ends: the feed counts as not asked for
     */
    void take(ArticleFeed articles) throws IOException;
  }

  private final List<URI> addresses;
  private final ReadOptions options;
  private final Duration wait;
  private final FeedMemory memory;
  private final FeedClient client = new FeedClient();

  /**
   * Rounds over some feeds.
   *
   * @param wait how long to wait at the least before a feed is asked for again
   * @param file where it is kept what was read
   * @throws IOException if that cannot be read
   */
  public FeedRound(List<URI> addresses, ReadOptions options, Duration wait, Path file)
      throws IOException {
    this.addresses = List.copyOf(addresses);
    this.options = options;
    this.wait = wait;
    this.memory = new FeedMemory(file);
  }

  /**
   * Asks for those that are due.
   *
   * @param taking is given what is new in a feed; what it has taken is not given again
   * @param warn is told what could not be read
   * @throws IOException if what a feed has cannot be taken in: it is asked for again as after any
   *     fault, and the feeds behind it by the next call
   */
  public void run(Instant now, Taking taking, Consumer<String> warn)
      throws IOException, InterruptedException {
    for (URI address : addresses) {
      FeedMemory.Entry before = memory.of(address.toString());
      if (before.state().isDue(now)) {
        FeedAnswer answer = client.ask(address, before.state(), now);
        try {
          memory.put(address.toString(), after(address, before, answer, now, taking, warn));
        } catch (CancellationException e) {
          throw e;
        } catch (IOException | RuntimeException e) {
          memory.put(
              address.toString(),
              new FeedMemory.Entry(
                  before.state().failed(now, wait, Optional.empty()), before.articles()));
          throw e;
        }
      }
    }
  }

  /** How many of the feeds could not be read, or taken in, the last time. */
  public int failing() {
    return (int)
        addresses.stream().filter(a -> memory.of(a.toString()).state().failures() > 0).count();
  }

  /** How long nothing is due; none where something is. */
  public Duration idle(Instant now) {
    long due =
        addresses.stream()
            .mapToLong(a -> memory.of(a.toString()).state().due())
            .min()
            .orElse(now.getEpochSecond());
    return Duration.ofSeconds(Math.max(0, due - now.getEpochSecond()));
  }

  private FeedMemory.Entry after(
      URI address,
      FeedMemory.Entry before,
      FeedAnswer answer,
      Instant now,
      Taking taking,
      Consumer<String> warn)
      throws IOException {
    FeedState state = before.state();
    return switch (answer) {
      case FeedAnswer.Failed(String reason, Optional<Duration> asked) -> {
        warn.accept(address + ": " + reason);
        yield new FeedMemory.Entry(state.failed(now, wait, asked), before.articles());
      }
      case FeedAnswer.Unchanged(Optional<Duration> fresh) ->
          new FeedMemory.Entry(
              state.read(
                  Optional.ofNullable(state.etag()),
                  Optional.ofNullable(state.modified()),
                  now,
                  longer(fresh)),
              before.articles());
      case FeedAnswer.Changed changed -> {
        Map<String, String> articles = new HashMap<>();
        taking.take(results -> read(address, changed.body(), before, articles, results));
        Duration next = longer(changed.fresh());
        Optional<Duration> ttl = ttl(changed.body());
        yield new FeedMemory.Entry(
            state.read(
                changed.etag(),
                changed.modified(),
                now,
                ttl.filter(t -> t.compareTo(next) > 0).orElse(next)),
            articles);
      }
    };
  }

  private Duration longer(Optional<Duration> asked) {
    return asked.filter(a -> a.compareTo(wait) > 0).orElse(wait);
  }

  static Optional<Duration> ttl(byte[] feed) {
    String start = new String(feed, 0, Math.min(feed.length, 16_384), StandardCharsets.ISO_8859_1);
    Matcher ttl = TTL.matcher(start);
    return ttl.find()
        ? Optional.of(Duration.ofMinutes(Long.parseLong(ttl.group(1))))
        : Optional.empty();
  }

  /** Gives on what is new, and notes all that is there. */
  private void read(
      URI address,
      byte[] body,
      FeedMemory.Entry before,
      Map<String, String> articles,
      Consumer<? super ReadResult> results) {
    ArticleSource.of(address.toString(), new ByteArrayInputStream(body), options)
        .read(
            result -> {
              if (result instanceof ReadResult.Accepted(Article article)) {
                String digest = Sha256.hex(ArticleLine.of(article), 16);
                articles.put(article.id().value(), digest);
                if (digest.equals(before.articles().get(article.id().value()))) {
                  return;
                }
              }
              results.accept(result);
            });
  }
}
