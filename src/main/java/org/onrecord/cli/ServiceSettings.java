package org.onrecord.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.onrecord.query.QueryLimits;

/**
 * How an index is served. Every default is written here once; the command line, the environment and
 * a file of settings may say otherwise.
 *
 * @param index its folder; it is there
 * @param host the address to listen on, one of this machine's own
 * @param port 0 to 65535; 0 picks one that is free
 * @param knowledge what articles that come by HTTP are read with
 * @param anonymousRead whether everybody may search and read without a key
 * @param limits how much one client may ask for
 * @param corsOrigins the origins whose pages may use the API, {@code https://desk.example}; {@code
 *     *} for every one
 * @param operation how it is operated
 */
public record ServiceSettings(
    Path index,
    String host,
    int port,
    Knowledge knowledge,
    boolean anonymousRead,
    Limits limits,
    List<String> corsOrigins,
    Operation operation) {
  public static final String HOST = "127.0.0.1";
  public static final String PORT = "8080";
  public static final String RATE_LIMIT = "600";
  public static final String MAX_BODY = "16";
  public static final String MAX_ARTICLES = "10000";
  public static final String WRITE_QUEUE = "128";
  public static final String MAX_SEARCHES = "32";
  public static final String SEARCH_TIMEOUT = "10";
  public static final String REQUEST_TIMEOUT = "60";
  public static final String MAX_CONNECTIONS = "1000";

  public ServiceSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("--port is 0 to 65535, not " + port);
    }
    corsOrigins = List.copyOf(corsOrigins);
    for (String origin : corsOrigins) {
      if (!origin.equals("*") && !origin.matches("https?://[^/\\s]+")) {
        throw new IllegalArgumentException(
            "--cors-origin is * or an origin such as https://desk.example, not " + origin);
      }
    }
  }

  /**
   * How much one client may ask for.
   *
   * @param requestsPerMinute by key, or by address without one; 0 for any number. A client on this
   *     machine that needs no key is not counted
   * @param bodyMegabytes the longest body, 1 to 1024
   * @param articles the most in one request, 1 to 100,000
   * @param writes how many requests to write are under way at a time, 1 to 10,000
   * @param searches how many requests to search or read are answered at a time, 1 to 10,000
   * @param searchSeconds how long a search may take, 1 to 3,600
   * @param queries what a query may ask for
   * @param bounds what is taken in
   */
  public record Limits(
      int requestsPerMinute,
      int bodyMegabytes,
      int articles,
      int writes,
      int searches,
      int searchSeconds,
      QueryLimits queries,
      Bounds bounds) {
    public static final Limits DEFAULT =
        new Limits(
            Integer.parseInt(RATE_LIMIT),
            Integer.parseInt(MAX_BODY),
            Integer.parseInt(MAX_ARTICLES),
            Integer.parseInt(WRITE_QUEUE),
            Integer.parseInt(MAX_SEARCHES),
            Integer.parseInt(SEARCH_TIMEOUT),
            QueryLimits.DEFAULT,
            Bounds.DEFAULT);

    public Limits {
      within("--rate-limit", requestsPerMinute, 0, 1_000_000);
      within("--max-body", bodyMegabytes, 1, 1_024);
      within("--max-articles", articles, 1, 100_000);
      within("--write-queue", writes, 1, 10_000);
      within("--max-searches", searches, 1, 10_000);
      within("--search-timeout", searchSeconds, 1, 3_600);
    }
  }

  /**
   * How the service is operated.
   *
   * @param publicUrl the address that others know it by, without a slash at the end; without one it
   *     is what a request asks for
   * @param tls what it speaks HTTPS by; without, it speaks HTTP
   * @param requestSeconds how long a request may take to arrive, 1 to 3600
   * @param connections the most at a time, 1 to 100,000
   */
  public record Operation(
      Optional<String> publicUrl,
      Optional<Tls> tls,
      int requestSeconds,
      int connections,
      LogFormat logFormat,
      AccessLog accessLog) {
    public static final Operation DEFAULT =
        new Operation(
            Optional.empty(),
            Optional.empty(),
            Integer.parseInt(REQUEST_TIMEOUT),
            Integer.parseInt(MAX_CONNECTIONS),
            LogFormat.TEXT,
            AccessLog.OFF);

    public Operation {
      publicUrl.ifPresent(Operation::requireAddress);
      within("--request-timeout", requestSeconds, 1, 3_600);
      within("--max-connections", connections, 1, 100_000);
    }

    private static void requireAddress(String url) {
      if (!url.matches(
          "https?://[A-Za-z0-9._-]+(:[0-9]{1,5})?|https?://\\[[0-9a-fA-F:.]+](:[0-9]{1,5})?")) {
        throw new IllegalArgumentException(
            "--public-url is an address without a path such as https://archive.example, not "
                + url);
      }
    }
  }

  /**
   * The files of a certificate, in PEM.
   *
   * @param certificate the service's own, and after it those that signed it
   * @param key its private key, in PKCS#8
   */
  public record Tls(Path certificate, Path key) {}

  /** How the log is written. */
  public enum LogFormat {
    /** A line for a person. */
    TEXT,
    /** A JSON object a line. */
    JSON
  }

  /** Whether each request is a line of the log. */
  public enum AccessLog {
    ON,
    OFF
  }

  private static void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          option + " is " + least + " to " + most + ", not " + value);
    }
  }

  /** An index served as it comes, on this machine alone, on a port that is free. */
  public static ServiceSettings local(Path index) {
    return new ServiceSettings(
        index, HOST, 0, Knowledge.SHIPPED, false, Limits.DEFAULT, List.of(), Operation.DEFAULT);
  }
}
