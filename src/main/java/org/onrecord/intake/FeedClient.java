package org.onrecord.intake;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks for feeds by HTTP, as a guest should: by conditional requests, under its own name, and for
 * nothing that a site's {@code robots.txt} forbids. What is longer than {@value #LARGEST} bytes or
 * takes too long is not read. Not safe for use by several threads.
 */
final class FeedClient {
  static final String AGENT = "onrecord";
  private static final String NAME = "OnRecord (reads feeds for a news archive)";
  private static final int LARGEST = 32 << 20;
  private static final int LARGEST_ROBOTS = 500 << 10;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration ROBOTS_HOLD = Duration.ofDays(1);
  private static final Pattern MAX_AGE = Pattern.compile("(?:^|[\\s,])max-age=(\\d{1,9})");

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final Map<String, KnownRobots> robots = new HashMap<>();

  /** What a site asked of programs. */
  private record KnownRobots(Robots rules, Instant read) {}

  /** Asks for a feed, unless it is as it was. */
  FeedAnswer ask(URI address, FeedState state, Instant now) throws InterruptedException {
    try {
      if (!robots(address, now).allows(path(address))) {
        return new FeedAnswer.Failed(
            "the site's robots.txt asks programs not to read it", Optional.of(FeedState.LONGEST));
      }
      HttpRequest.Builder request = request(address);
      if (state.etag() != null) {
        request.header("If-None-Match", state.etag());
      }
      if (state.modified() != null) {
        request.header("If-Modified-Since", state.modified());
      }
      HttpResponse<InputStream> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return answer(response, body, now);
      }
    } catch (IOException | IllegalArgumentException e) {
      return new FeedAnswer.Failed("it cannot be reached: " + reason(e), Optional.empty());
    }
  }

  private static FeedAnswer answer(HttpResponse<?> response, InputStream body, Instant now)
      throws IOException {
    Optional<Duration> fresh =
        response
            .headers()
            .firstValue("Cache-Control")
            .map(MAX_AGE::matcher)
            .filter(Matcher::find)
            .map(m -> Duration.ofSeconds(Long.parseLong(m.group(1))));
    if (response.statusCode() == 304) {
      return new FeedAnswer.Unchanged(fresh);
    }
    if (response.statusCode() != 200) {
      return new FeedAnswer.Failed(
          "the server answers " + response.statusCode(),
          response.headers().firstValue("Retry-After").flatMap(v -> retryAfter(v, now)));
    }
    byte[] bytes = body.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      return new FeedAnswer.Failed("it is longer than 32 MiB", Optional.of(FeedState.LONGEST));
    }
    return new FeedAnswer.Changed(
        bytes,
        response.headers().firstValue("ETag"),
        response.headers().firstValue("Last-Modified"),
        fresh);
  }

  /** Seconds, or a date. */
  static Optional<Duration> retryAfter(String value, Instant now) {
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant time = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, time)).filter(d -> !d.isNegative());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /**
   * Asked once a day of a site (RFC 9309, section 2.4): a site without one, or one that cannot be
   * read, forbids nothing.
   */
  private Robots robots(URI address, Instant now) throws IOException, InterruptedException {
    String site = address.getScheme() + "://" + address.getRawAuthority();
    KnownRobots known = robots.get(site);
    if (known == null || known.read().plus(ROBOTS_HOLD).isBefore(now)) {
      HttpResponse<InputStream> response =
          http.send(
              request(URI.create(site + "/robots.txt")).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        known =
            new KnownRobots(
                response.statusCode() == 200
                    ? Robots.of(
                        new String(body.readNBytes(LARGEST_ROBOTS), StandardCharsets.UTF_8), AGENT)
                    : Robots.NONE,
                now);
      }
      robots.put(site, known);
    }
    return known.rules();
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(PATIENCE)
        .header("User-Agent", NAME)
        .header(
            "Accept",
            "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5");
  }

  private static String path(URI address) {
    String path =
        address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
  }

  private static String reason(Exception fault) {
    String message = fault.getMessage();
    return message == null ? fault.getClass().getSimpleName() : message;
  }
}
