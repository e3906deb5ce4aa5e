package org.onrecord.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.onrecord.alert.delivery.Mail;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.cli.option.ServiceSettings;
import org.onrecord.cli.option.Settings;
import org.onrecord.http.RegistrySource;
import org.onrecord.http.guard.SearchLimiter;
import org.onrecord.http.web.FirstPages;
import org.onrecord.http.wire.CertificateFiles;
import org.onrecord.search.SearchService;

/**
 * The running HTTP service: the API, the page, {@code /health}. Answers from {@link #start} on
 * until it is closed.
 */
public final class HttpServer implements AutoCloseable {
  /** How long the end waits for requests under way. */
  private static final Duration LAST_REQUESTS = Duration.ofSeconds(20);

  /** How long it waits for connections on which nothing is under way. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  /** Every user may listen on ports from this one on. */
  private static final int FIRST_OF_ALL = 1024;

  private static final int HANDSHAKE_SECONDS = 10;

  /** The longest address line and the longest headers, in bytes; HTTP/2 has both in one. */
  private static final int ADDRESS_LINE = 16_384;

  private static final int HEADERS = 8_192;

  /**
   * The most requests at a time on a connection by HTTP/2: what RFC 9113 section 6.5.2 asks for.
   */
  private static final int STREAMS = 100;

  private final ApplicationContext context;
  private final URI url;

  private HttpServer(ApplicationContext context, URI url) {
    this.context = context;
    this.url = url;
  }

  /**
   * Starts the service; whoever starts it closes it, and the search service's index only
   * afterwards.
   *
   * @param host the name or address to listen on, {@code 127.0.0.1}
   * @param port 0 to 65535; 0 picks one that is free
   * @throws IOException if it cannot listen there; the message says why
   */
  public static HttpServer start(SearchService service, String host, int port) throws IOException {
    return start(service, new RegistryAliases()::registry, host, port);
  }

  /**
   * Starts it with this registry.
   *
   * @param registry asked when it is first needed
   * @see #start(SearchService, String, int)
   */
  public static HttpServer start(
      SearchService service, RegistrySource registry, String host, int port) throws IOException {
    return start(
        ServiceSettings.DEFAULT
            .with(Settings.HOST, host)
            .with(Settings.PORT, Integer.toString(port)),
        service,
        registry);
  }

  /**
   * Starts the service with what it is made of: a search service; where it is to write, an {@code
   * ArticleWriter}; where not everybody may do everything, an {@code AccessControl} with a {@code
   * RateLimiter}.
   *
   * @throws IOException if it cannot listen there, or not speak HTTPS; the message says why
   */
  static HttpServer start(ServiceSettings settings, Object... parts) throws IOException {
    Map<String, Object> all = properties(settings);
    List<Object> beans = new ArrayList<>(Arrays.asList(parts));
    if (settings.tls().isPresent()) {
      ServiceSettings.Tls tls = settings.tls().get();
      CertificateFiles files = new CertificateFiles(tls.certificate(), tls.key());
      files.read();
      beans.add(files);
      all.putAll(tls(settings.get(Settings.PORT), settings.get(Settings.REQUEST_TIMEOUT)));
    }
    return start(settings.get(Settings.HOST), settings.get(Settings.PORT), all, beans.toArray());
  }

  /** HTTPS in place of HTTP: HTTP/2 for clients that can, HTTP/1.1 for the others. */
  private static Map<String, Object> tls(int port, int requestSeconds) {
    String ssl = "micronaut.server.ssl.";
    String http2 = "micronaut.server.netty.http2.";
    return Map.of(
        ssl + "enabled",
        true,
        ssl + "port",
        port,
        ssl + "key-name",
        CertificateFiles.NAME,
        ssl + "protocols",
        List.of("TLSv1.3", "TLSv1.2"),
        ssl + "handshake-timeout",
        Duration.ofSeconds(Math.min(requestSeconds, HANDSHAKE_SECONDS)),
        "micronaut.server.http-version",
        "2.0",
        http2 + "max-concurrent-streams",
        STREAMS,
        http2 + "max-header-list-size",
        ADDRESS_LINE + HEADERS,
        "micronaut.server.netty.request-decompression-enabled",
        false);
  }

  /** Pages of these origins may use the API and read what its answers say beside the body. */
  private static Map<String, Object> cors(List<String> origins) {
    if (origins.isEmpty()) {
      return Map.of();
    }
    String prefix = "micronaut.server.cors.";
    String web = prefix + "configurations.web.";
    return Map.of(
        prefix + "enabled",
        true,
        web + (origins.contains("*") ? "allowed-origins-regex" : "allowed-origins"),
        origins.contains("*") ? ".*" : origins,
        web + "allowed-methods",
        List.of("GET", "HEAD", "PUT", "POST", "DELETE"),
        web + "allowed-headers",
        List.of(
            "Authorization",
            "Content-Type",
            "If-Match",
            "If-None-Match",
            "MCP-Protocol-Version",
            "Mcp-Method",
            "Mcp-Name"),
        web + "exposed-headers",
        List.of(
            "ETag",
            "Location",
            "Retry-After",
            "X-Match",
            "X-Relaxed",
            "X-Request-Id",
            "X-Total-Count"),
        web + "allow-credentials",
        false);
  }

  private static HttpServer start(
      String host, int port, Map<String, Object> settings, Object... parts) throws IOException {
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .deduceCloudEnvironment(false)
            .enableDefaultPropertySources(false)
            .environmentPropertySource(false)
            .properties(settings)
            .singletons(parts)
            .start();
    try {
      EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
      return new HttpServer(context, address(server.getScheme(), host, server.getPort()));
    } catch (ServerStartupException e) {
      context.close();
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(
          "cannot listen on " + host + ", port " + port + ": " + reason(cause, port), e);
    }
  }

  private static String reason(Throwable cause, int port) {
    String said = String.valueOf(cause.getMessage());
    if (said.contains("already in use")) {
      return "another program does already. Name another port (--port, or 0 for any that is free)";
    }
    return port > 0 && port < FIRST_OF_ALL && said.contains("ermission")
        ? said + ": ports below " + FIRST_OF_ALL + " are the system's; let a proxy listen there"
        : said;
  }

  private static Map<String, Object> properties(ServiceSettings settings) {
    Map<String, Object> all = new HashMap<>();
    all.put("micronaut.application.name", "onrecord");
    all.put("micronaut.server.host", settings.get(Settings.HOST));
    all.put("micronaut.server.port", settings.get(Settings.PORT));
    all.put("micronaut.server.netty.max-initial-line-length", ADDRESS_LINE);
    all.put("micronaut.server.netty.max-header-size", HEADERS);
    all.put("micronaut.server.max-request-size", (long) settings.get(Settings.MAX_BODY) << 20);
    all.put("micronaut.server.dispatch-options-requests", true);
    all.put("endpoints.all.enabled", false);
    // Pages of other origins load what is served to all, and who they are for is asked of each
    // request: see LocalRequest and McpOriginFilter. The framework would refuse them on localhost.
    all.put("micronaut.server.cors.localhost-pass-through", true);
    all.put("onrecord.request-timeout", settings.get(Settings.REQUEST_TIMEOUT));
    all.put("onrecord.max-connections", settings.get(Settings.MAX_CONNECTIONS));
    all.put("onrecord.max-searches", settings.get(Settings.MAX_SEARCHES));
    all.put("onrecord.max-searches-by-address", settings.get(Settings.MAX_SEARCHES_BY_ADDRESS));
    all.put(
        "onrecord.access-log", settings.get(Settings.ACCESS_LOG) == ServiceSettings.AccessLog.ON);
    List<String> origins = settings.find(Settings.CORS_ORIGIN).orElse(List.of());
    all.put("onrecord.cors-origins", origins);
    all.putAll(cors(origins));
    settings
        .find(Settings.TRUSTED_PROXIES)
        .ifPresent(ranges -> all.put("onrecord.trusted-proxies", ranges));
    settings
        .find(Settings.AUTH_HEADER)
        .ifPresent(header -> all.put("onrecord.auth-header", header));
    settings
        .find(Settings.AUTH_GROUPS_HEADER)
        .ifPresent(header -> all.put("onrecord.auth-groups-header", header));
    settings.find(Settings.AUTH_ROLES).ifPresent(roles -> all.put("onrecord.auth-roles", roles));
    all.put("onrecord.max-saved", settings.get(Settings.MAX_SAVED));
    if (settings.find(Settings.SMTP).isPresent()) {
      List<String> domains = new ArrayList<>();
      domains.add(Mail.domain(settings.get(Settings.MAIL_FROM)));
      domains.addAll(settings.find(Settings.MAIL_DOMAINS).orElse(List.of()));
      all.put("onrecord.mail-domains", domains);
    }
    settings.find(Settings.PUBLIC_URL).ifPresent(url -> all.put("onrecord.public-url", url));
    return all;
  }

  private static URI address(String scheme, String host, int port) {
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return URI.create(scheme + "://" + literal + ":" + port + "/");
  }

  /** The address of the page, with the port that was picked. */
  public URI url() {
    return url;
  }

  /** Draws what browsers ask for first, so that nobody waits for what is read once. */
  void drawFirstPages(SearchService service) {
    context.getBean(FirstPages.class).draw(service);
  }

  /** Stops listening, after the requests under way have been answered. */
  @Override
  public void close() {
    awaitLastRequests();
    context.close();
  }

  private void awaitLastRequests() {
    CompletableFuture<?> ended =
        context.getBean(GracefulShutdownManager.class).shutdownGracefully().toCompletableFuture();
    Optional<SearchLimiter> requests = context.findBean(SearchLimiter.class);
    long now = System.nanoTime();
    long until = now + LAST_REQUESTS.toNanos();
    long busy = now;
    try {
      while (now < until && (busy == now || !ended.isDone() && now - busy < QUIET.toNanos())) {
        Thread.sleep(10);
        now = System.nanoTime();
        busy = requests.isPresent() && requests.get().underWay() > 0 ? now : busy;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
