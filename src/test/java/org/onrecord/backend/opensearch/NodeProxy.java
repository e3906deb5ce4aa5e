package org.onrecord.backend.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.onrecord.Await;

/**
 * What stands before a node of OpenSearch: passes requests on, and does what nodes, networks and
 * proxies do that are not well.
 */
public final class NodeProxy implements AutoCloseable {
  private static final String TYPE = "Content-Type";

  /** What becomes of a request. */
  public enum Treatment {
    /** The node answers it. */
    PASSED,
    /** Nobody answers until it is released: then the node does it, and answers. */
    HELD,
    /** The node does it; its answer begins, and does not go on. */
    STALLED,
    /** The node does it; the connection breaks in the midst of the answer. */
    BROKEN,
    /** The node does it; half of its answer comes, as if it were all. */
    CUT,
    /** The node does it; the answer holds nothing. */
    EMPTIED,
    /** Answered in the node's place: too much at once. */
    TOO_MUCH(429, "{}"),
    /** Answered in the node's place, by what checks passwords. */
    UNKNOWN(401, "Unauthorized"),
    /** The same where the password is right, and the user may not do that. */
    FORBIDDEN(
        403,
        """
        {"error":{"root_cause":[{"type":"security_exception",\
        "reason":"no permissions for [indices:data/read/get]"}]},"status":403}\
        """),
    /** Sent to another address. */
    SENT_ON(307, "");

    private final int status;
    private final String body;

    Treatment() {
      this(0, "");
    }

    Treatment(int status, String body) {
      this.status = status;
      this.body = body;
    }
  }

  /** A request as it came. */
  public record Seen(String method, String path, @Nullable String authorization, String body) {}

  private final URI node;
  private final @Nullable SSLContext tls;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final List<HttpExchange> done = new CopyOnWriteArrayList<>();
  private final List<HttpExchange> held = new CopyOnWriteArrayList<>();
  private final int port;
  private HttpServer server;
  private volatile Function<Seen, Treatment> treatment = _ -> Treatment.PASSED;
  private volatile CountDownLatch release = new CountDownLatch(1);
  private volatile URI elsewhere;

  /** One before a node, which passes all on. */
  public NodeProxy(URI node) throws IOException {
    this(node, null);
  }

  /** One to which TLS is spoken. */
  NodeProxy(URI node, @Nullable SSLContext tls) throws IOException {
    this.node = node;
    this.tls = tls;
    this.elsewhere = node;
    this.server = started(0);
    this.port = server.getAddress().getPort();
  }

  private HttpServer started(int at) throws IOException {
    InetSocketAddress socket = new InetSocketAddress(InetAddress.getLoopbackAddress(), at);
    HttpServer made;
    if (tls == null) {
      made = HttpServer.create(socket, 0);
    } else {
      HttpsServer secure = HttpsServer.create(socket, 0);
      secure.setHttpsConfigurator(new HttpsConfigurator(tls));
      made = secure;
    }
    made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    made.createContext("/", this::handle);
    made.start();
    return made;
  }

  /** Where it is, by the name {@code localhost}. */
  public URI at() {
    return URI.create((tls == null ? "http" : "https") + "://localhost:" + port);
  }

  /** What becomes of requests from now on. */
  public void treat(Function<Seen, Treatment> each) {
    treatment = each;
  }

  /** What becomes of all of them. */
  public void treat(Treatment all) {
    treatment = _ -> all;
  }

  /** Where requests are sent that are sent on. */
  void sendOn(URI to) {
    elsewhere = to;
    treat(Treatment.SENT_ON);
  }

  /** What came so far. */
  public List<Seen> seen() {
    return seen;
  }

  /** Has the node do what is held, and waits until it has done it. */
  public void release() {
    List<HttpExchange> waiting = List.copyOf(held);
    held.clear();
    CountDownLatch before = release;
    release = new CountDownLatch(1);
    before.countDown();
    Await.until(() -> done.containsAll(waiting), "the node does not do what was held");
  }

  /** Nobody is there any more, and all connections break, as if the node had been killed. */
  public void stop() {
    server.stop(0);
  }

  /** It is there again. */
  public void startAgain() throws IOException {
    server = started(port);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      Seen one =
          new Seen(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              new String(sent, StandardCharsets.UTF_8));
      seen.add(one);
      Treatment how = treatment.apply(one);
      if (how.status > 0) {
        exchange.getResponseHeaders().set("Location", elsewhere.resolve(one.path()).toString());
        answer(exchange, how.status, how.body.getBytes(StandardCharsets.UTF_8), how);
        return;
      }
      if (how == Treatment.HELD) {
        hold(exchange);
      }
      HttpResponse<byte[]> answer =
          http.send(request(exchange, sent), HttpResponse.BodyHandlers.ofByteArray());
      done.add(exchange);
      answer(exchange, answer.statusCode(), answer.body(), how);
      if (how == Treatment.STALLED) {
        hold(exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hold(HttpExchange exchange) throws InterruptedException {
    CountDownLatch until = release;
    held.add(exchange);
    until.await();
  }

  private HttpRequest request(HttpExchange exchange, byte[] sent) {
    return HttpRequest.newBuilder(node.resolve(exchange.getRequestURI().toString()))
        .header(TYPE, exchange.getRequestHeaders().getFirst(TYPE))
        .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(sent))
        .build();
  }

  private void answer(HttpExchange exchange, int status, byte[] body, Treatment how)
      throws IOException {
    byte[] half = Arrays.copyOf(body, body.length / 2);
    byte[] shown =
        switch (how) {
          case STALLED, BROKEN, CUT -> half;
          case EMPTIED -> new byte[0];
          default -> body;
        };
    boolean whole = how != Treatment.STALLED && how != Treatment.BROKEN;
    long length = whole ? shown.length : body.length;
    exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
    OutputStream out = exchange.getResponseBody();
    out.write(shown);
    out.flush();
  }

  @Override
  public void close() {
    release.countDown();
    server.stop(0);
    http.close();
  }
}
