package org.onrecord.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.http.RegistrySource;
import org.onrecord.search.SearchService;

/**
 * The running HTTP service: the API, the page, {@code /health}. Answers from {@link #start} on
 * until it is closed.
 */
public final class HttpServer implements AutoCloseable {
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
    return start(service, registry, host, port, Map.of());
  }

  /** Starts it with further settings of the framework. */
  static HttpServer start(
      SearchService service,
      RegistrySource registry,
      String host,
      int port,
      Map<String, Object> further)
      throws IOException {
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .deduceCloudEnvironment(false)
            .enableDefaultPropertySources(false)
            .environmentPropertySource(false)
            .properties(settings(host, port))
            .properties(further)
            .singletons(service, registry)
            .start();
    try {
      EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
      return new HttpServer(context, address(host, server.getPort()));
    } catch (ServerStartupException e) {
      context.close();
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(
          "cannot listen on " + host + ", port " + port + ": " + cause.getMessage(), e);
    }
  }

  private static Map<String, Object> settings(String host, int port) {
    return Map.of(
        "micronaut.application.name",
        "onrecord",
        "micronaut.server.host",
        host,
        "micronaut.server.port",
        port,
        "micronaut.server.netty.max-initial-line-length",
        16_384,
        "endpoints.all.enabled",
        false);
  }

  private static URI address(String host, int port) {
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + literal + ":" + port + "/");
  }

  /** The address of the page, with the port that was picked. */
  public URI url() {
    return url;
  }

  /** Stops listening, after the requests under way have been answered. */
  @Override
  public void close() {
    context.close();
  }
}
