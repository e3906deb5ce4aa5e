package org.onrecord.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.format.ReadOptions;
import org.onrecord.format.ReadResult;

/**
 * How often a feed is asked for, with what, and what of it is taken in, by a server on this
 * machine.
 */
class FeedRoundTest {
  private static final Instant START = Instant.parse("2024-11-07T18:00:00Z");
  private static final Duration WAIT = Duration.ofMinutes(15);

  @TempDir private Path temp;
  private HttpServer server;
  private final List<String> asked = new ArrayList<>();
  private final List<String> taken = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private String feed = feed("One", "");
  private String robots = "";
  private int status = 200;

  private static String feed(String text, String ttl) {
    return "<rss version=\"2.0\"><channel><title>Post</title>"
        + ttl
        + "<item><guid>a</guid><pubDate>Thu, 07 Nov 2024 18:00:00 GMT</pubDate><description>"
        + text
        + "</description></item><item><guid>b</guid><description>Other</description></item>"
        + "</channel></rss>";
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean forRobots = path.equals("/robots.txt");
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    if (!forRobots) {
      asked.add(path + " " + known);
    }
    String tag = "\"" + feed.hashCode() + "\"";
    byte[] body = (forRobots ? robots : feed).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("ETag", tag);
    if (status == 503) {
      exchange.getResponseHeaders().set("Retry-After", "7200");
    }
    int code = forRobots ? 200 : status == 200 && tag.equals(known) ? 304 : status;
    exchange.sendResponseHeaders(code, code == 304 ? -1 : body.length);
    if (code != 304) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private FeedRound rounds() throws IOException {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/rss");
    return new FeedRound(List.of(address), ReadOptions.DEFAULT, WAIT, temp.resolve("feeds.json"));
  }

  private void run(FeedRound rounds, long minutes) throws IOException, InterruptedException {
    rounds.run(
        START.plus(Duration.ofMinutes(minutes)),
        articles ->
            articles.read(
                result -> {
                  if (result instanceof ReadResult.Accepted(var article)) {
                    taken.add(article.id() + " " + article.body());
                  }
                }),
        warnings::add);
  }

  @Test
  void whatHasNotChangedIsNotTakenAgainEvenAfterARestart() throws Exception {
    FeedRound rounds = rounds();
    run(rounds, 0);
    assertEquals(2, taken.size());
    run(rounds, 14);
    assertEquals(1, asked.size());
    run(rounds(), 15);
    assertEquals(List.of("/rss null", "/rss \"" + feed.hashCode() + "\""), asked);
    feed = feed("One, corrected", "");
    run(rounds(), 30);
    assertEquals(3, taken.size());
    assertTrue(taken.getLast().endsWith(" One, corrected"), taken.getLast());
    assertEquals(List.of(), warnings);
  }

  @Test
  void feedSaysHowLongItDoesNotChange() throws Exception {
    feed = feed("One", "<ttl>60</ttl>");
    FeedRound rounds = rounds();
    run(rounds, 0);
    assertEquals(Duration.ofMinutes(60), rounds.idle(START));
    run(rounds, 59);
    assertEquals(1, asked.size());
    run(rounds, 60);
    assertEquals(2, asked.size());
  }

  @Test
  void faultDoublesTheWait() throws Exception {
    status = 500;
    FeedRound rounds = rounds();
    run(rounds, 0);
    assertEquals(Duration.ofMinutes(30), rounds.idle(START));
    run(rounds, 30);
    assertEquals(Duration.ofMinutes(90), rounds.idle(START));
    assertTrue(warnings.getFirst().endsWith("/rss: the server answers 500"), warnings.getFirst());
    status = 200;
    run(rounds, 90);
    assertEquals(2, taken.size());
    assertEquals(Duration.ofMinutes(105), rounds.idle(START));
  }

  @Test
  void serverMayAskForMorePatience() throws Exception {
    status = 503;
    FeedRound rounds = rounds();
    run(rounds, 0);
    assertEquals(Duration.ofHours(2), rounds.idle(START));
  }

  @Test
  void robotsAreHeeded() throws Exception {
    robots = "User-agent: *\nDisallow: /rss\n";
    FeedRound rounds = rounds();
    run(rounds, 0);
    assertEquals(List.of(), asked);
    assertEquals(List.of(), taken);
    assertEquals(Duration.ofDays(1), rounds.idle(START));
  }

  @Test
  void retryAfterIsSecondsOrADate() {
    assertEquals(Optional.of(Duration.ofMinutes(2)), FeedClient.retryAfter("120", START));
    assertEquals(
        Optional.of(Duration.ofHours(1)),
        FeedClient.retryAfter("Thu, 07 Nov 2024 19:00:00 GMT", START));
    assertEquals(Optional.empty(), FeedClient.retryAfter("soon", START));
  }
}
