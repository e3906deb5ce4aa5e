package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.onrecord.Await;
import org.onrecord.app.Http2Socket.Frame;

/** By HTTPS the service does what it does without, and HTTP/2 opens no way around its limits. */
@Isolated("it reads what is logged")
final class TlsTest {
  private static final int SECONDS = 5;
  private static final int STREAMS = 100;

  /** The setting that says how much of an answer a client takes at first. */
  private static final int WINDOW = 4;

  private static final int PLACES = 120;
  private static final String ARTICLE = "{\"date\":\"2024-11-07\",\"body\":\"It rained.\"}";
  private static final String[] JSON = {"content-type", "application/json"};

  @TempDir private static Path home;
  private static SelfSigned own;
  private static ServedProgram served;
  private static URI address;
  private static HttpClient client;
  private static PrintStream stderr;
  private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectory(home.resolve("seeds"));
    StringBuilder article = new StringBuilder("date 2024-11-07\n");
    for (int i = 0; i < 200; i++) {
      article.append("\nTom Birch said that ferry number ").append(i).append(" is late.\n");
    }
    Files.writeString(home.resolve("seeds/a.txt"), article);
    own = SelfSigned.make();
    own.write(certificate(), key());
    stderr = System.err;
    System.setErr(new PrintStream(LOG, true, UTF_8));
    served =
        ServedProgram.start(
            home,
            List.of(
                "serve",
                "--tls-certificate=" + certificate(),
                "--tls-key=" + key(),
                "--request-timeout=" + SECONDS,
                "--max-connections=" + PLACES,
                "--max-body=1"));
    address = URI.create(served.address());
    client = HttpClient.newBuilder().sslContext(own.trust()).build();
    awaitTrue(TlsTest::answers, "it does not answer");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    client.close();
    served.close();
    System.setErr(stderr);
  }

  /** Whatever a test did, others are served, and the log has nothing but lines that say why. */
  @AfterEach
  void othersAreServed() throws Exception {
    awaitTrue(TlsTest::answers, "others are not served");
    String log = LOG.toString(UTF_8);
    assertFalse(log.contains("\tat ") || log.contains(" | at "), log);
    assertFalse(log.contains("ERROR"), log);
  }

  private static Path certificate() {
    return home.resolve("certificate.pem");
  }

  private static Path key() {
    return home.resolve("key.pem");
  }

  @Test
  void bothVersionsSearchWriteAndExport() throws Exception {
    assertEquals("https", address.getScheme());
    for (Version version : List.of(Version.HTTP_2, Version.HTTP_1_1)) {
      HttpResponse<String> found = send(version, "GET", "/api/v1/search?q=ferry", "");
      assertEquals(version, found.version());
      assertTrue(found.body().contains("\"total\":200"), found.body());
      assertTrue(found.headers().firstValue("X-Request-Id").isPresent());
      assertEquals(List.of("DENY"), found.headers().allValues("X-Frame-Options"));
      assertEquals(List.of(), found.headers().allValues("Strict-Transport-Security"));
      String path = "/api/v1/articles/by-" + version;
      HttpResponse<String> put = send(version, "PUT", path, ARTICLE);
      assertEquals(201, put.statusCode(), put.body());
      assertEquals(200, send(version, "HEAD", path, "").statusCode());
      assertEquals(200, send(version, "OPTIONS", path, "").statusCode());
      String lines = send(version, "GET", "/api/v1/export?q=ferry&format=jsonl", "").body();
      assertEquals(200, lines.lines().count());
      String feed = send(version, "GET", "/api/v1/feed.atom?q=ferry", "").body();
      assertTrue(feed.contains("href=\"" + served.address() + "/"), feed);
      HttpResponse<String> out = send(version, "POST", "/sign-out", "");
      assertTrue(
          out.headers().allValues("Set-Cookie").stream().allMatch(c -> c.contains("Secure")),
          out.headers()::toString);
    }
  }

  @Test
  void ownPageMayWriteAndNoOther() throws Exception {
    HttpRequest.Builder put =
        request("PUT", "/api/v1/articles/page", ARTICLE).header("Origin", served.address());
    assertEquals(201, client.send(put.build(), BodyHandlers.ofString()).statusCode());
    String elsewhere = served.address().replace("https:", "http:");
    HttpRequest.Builder other =
        request("PUT", "/api/v1/articles/page", ARTICLE).header("Origin", elsewhere);
    assertEquals(401, client.send(other.build(), BodyHandlers.ofString()).statusCode());
  }

  @Test
  void bodiesThatAreTooLongOrPackedAreRefused() throws Exception {
    byte[] body = new byte[2 << 20];
    String path = "/api/v1/articles/long";
    for (HttpRequest.BodyPublisher publisher :
        List.of(
            BodyPublishers.ofByteArray(body),
            BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)))) {
      HttpRequest.Builder put = request("PUT", path, "").PUT(publisher).expectContinue(true);
      assertEquals(413, client.send(put.build(), BodyHandlers.ofString()).statusCode());
    }
    HttpRequest.Builder packed = request("PUT", path, "x").header("Content-Encoding", "gzip");
    HttpResponse<String> answer = client.send(packed.build(), BodyHandlers.ofString());
    assertEquals(415, answer.statusCode());
    assertTrue(answer.body().contains("without Content-Encoding"), answer.body());
    assertEquals(404, send(Version.HTTP_2, "GET", path, "").statusCode());
  }

  @Test
  void strangerIsRefusedBeforeTheBody() throws Exception {
    try (Http2Socket socket = new Http2Socket(address, own.trust())) {
      String[] stranger = {":authority", "archive.example", "content-length", "100000"};
      socket.request(1, false, "PUT", "/api/v1/articles/strange", stranger);
      Frame answer = socket.await(Http2Socket.HEADERS, 1);
      assertEquals("401", answer.status());
      assertEquals("max-age=31536000", answer.header("strict-transport-security"));
    }
  }

  @Test
  void whoIsSlowOrSilentIsCutOff() throws Exception {
    Instant start = Instant.now();
    try (Http2Socket socket = new Http2Socket(address, own.trust());
        Http2Socket idle = new Http2Socket(address, own.trust());
        Socket silent = new Socket(address.getHost(), address.getPort())) {
      idle.flush();
      socket.request(1, false, "PUT", "/api/v1/articles/slow", local(JSON));
      socket.data(1, false, "{".getBytes(UTF_8));
      socket.request(3, true, "GET", "/health", local());
      assertEquals("200", socket.await(Http2Socket.HEADERS, 3).status());
      CompletableFuture<Frame> cut =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return socket.await(Http2Socket.RESET, 1);
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              });
      while (!cut.isDone()) {
        socket.data(1, false, " ".getBytes(UTF_8));
        socket.flush();
        Thread.sleep(100);
        assertTrue(Duration.between(start, Instant.now()).toSeconds() < 20, "not cut off");
      }
      assertEquals(Http2Socket.CANCEL, cut.get().error());
      while (idle.next().isPresent()) {
        // It says goodbye.
      }
      assertTrue(isClosed(silent));
    }
    assertEquals(404, send(Version.HTTP_2, "GET", "/api/v1/articles/slow", "").statusCode());
  }

  @Test
  void requestsAtATimeAreBoundedByConnectionAndOnAll() throws Exception {
    try (Http2Socket one = new Http2Socket(address, own.trust(), WINDOW, 0);
        Http2Socket other = new Http2Socket(address, own.trust(), WINDOW, 0)) {
      askAndReadNothing(one, STREAMS + 1);
      askAndReadNothing(other, PLACES - STREAMS + 1);
    }
    assertTrue(LOG.toString(UTF_8).contains("There are " + PLACES + " requests by HTTP/2"));
    awaitTrue(TlsTest::answers, "the places are still taken");
  }

  /** Asks so often, and has the last request refused. */
  private static void askAndReadNothing(Http2Socket socket, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      socket.request(2 * i + 1, true, "GET", "/health/live", local());
    }
    assertEquals(Http2Socket.REFUSED, socket.await(Http2Socket.RESET, 2 * times - 1).error());
  }

  private static boolean answers() {
    try {
      return send(Version.HTTP_2, "GET", "/health", "").statusCode() == 200;
    } catch (IOException | InterruptedException refused) {
      return false;
    }
  }

  @Test
  void requestsThatAreTakenBackAtOnceEndTheConnection() throws Exception {
    try (Http2Socket socket = new Http2Socket(address, own.trust())) {
      try {
        for (int i = 0; i < 300; i++) {
          socket.request(2 * i + 1, true, "GET", "/health/live", local());
          socket.reset(2 * i + 1);
        }
      } catch (IOException closed) {
        // What it said last can still be read.
      }
      assertEquals(Http2Socket.CALM, socket.await(Http2Socket.GOAWAY, 0).error());
    }
  }

  @Test
  void formThatIsBrokenOffIsNoFault() throws Exception {
    try (Http2Socket socket = new Http2Socket(address, own.trust())) {
      String[] form = local("content-type", "application/x-www-form-urlencoded");
      socket.request(1, false, "POST", "/sign-in", form);
      socket.data(1, false, "key=".getBytes(UTF_8));
      socket.request(3, true, "GET", "/health", local());
      socket.await(Http2Socket.HEADERS, 3);
      socket.reset(1);
      socket.flush();
    }
  }

  @Test
  void headersThatAreTooLongAreRefused() throws Exception {
    try (Http2Socket socket = new Http2Socket(address, own.trust())) {
      socket.request(1, true, "GET", "/health?" + "a".repeat(10_000), local());
      assertEquals("200", socket.await(Http2Socket.HEADERS, 1).status());
      String[] many = new String[1_600];
      Arrays.setAll(many, i -> "x-" + i);
      socket.request(3, true, "GET", "/health", local(many));
      assertEquals("431", socket.await(Http2Socket.HEADERS, 3).status());
      socket.request(5, true, "GET", "/health", local());
      assertEquals("200", socket.await(Http2Socket.HEADERS, 5).status());
    }
  }

  @Test
  void exportThatIsNotReadEndsWithItsClient() throws Exception {
    try (Http2Socket socket = new Http2Socket(address, own.trust(), WINDOW, 0)) {
      socket.request(1, true, "GET", "/api/v1/export?q=ferry&format=jsonl", local());
      assertEquals("200", socket.await(Http2Socket.HEADERS, 1).status());
      assertEquals(1, figure("onrecord_exports_open"));
      socket.reset(1);
      socket.flush();
      awaitTrue(() -> figure("onrecord_exports_open") == 0, "the export is still open");
    }
  }

  @Test
  void furtherConnectionsThanAllowedAreClosed() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i <= PLACES; i++) {
        sockets.add(new Socket(address.getHost(), address.getPort()));
      }
      awaitTrue(
          () -> LOG.toString(UTF_8).contains("There are " + PLACES + " connections"), "not full");
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    awaitTrue(TlsTest::answers, "the connections are still counted");
  }

  private static boolean isClosed(Socket socket) {
    try {
      socket.setSoTimeout(20_000);
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Test
  void whoDoesNotSpeakHttpsIsNotHeard() throws Exception {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String secret = "Authorization: Bearer nobody-should-know\r\n";
      socket.getOutputStream().write(("GET / HTTP/1.1\r\n" + secret + "\r\n").getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertFalse(answer.startsWith("HTTP"), answer);
    } catch (IOException reset) {
      // It does not answer.
    }
    try (SSLSocket old = (SSLSocket) own.trust().getSocketFactory().createSocket()) {
      old.connect(new java.net.InetSocketAddress(address.getHost(), address.getPort()));
      old.setEnabledProtocols(new String[] {"TLSv1.2"});
      old.startHandshake();
      assertEquals("TLSv1.2", old.getSession().getProtocol());
    }
  }

  @Test
  void newCertificateIsUsedAndABrokenOneIsNot() throws Exception {
    SelfSigned renewed = SelfSigned.make();
    renewed.write(certificate(), home.resolve("other.pem"));
    awaitTrue(() -> LOG.toString(UTF_8).contains("stays in use"), "nobody saw it");
    assertEquals(own.certificate(), shown());
    renewed.write(certificate(), key());
    awaitTrue(() -> renewed.certificate().equals(shown()), "the old one is still in use");
    own.write(certificate(), key());
    awaitTrue(() -> own.certificate().equals(shown()), "the new one is still in use");
  }

  /** The certificate that a client is shown that takes any. */
  private static Certificate shown() {
    try {
      SSLContext any = SSLContext.getInstance("TLS");
      any.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
      try (SSLSocket socket =
          (SSLSocket) any.getSocketFactory().createSocket(address.getHost(), address.getPort())) {
        socket.startHandshake();
        return socket.getSession().getPeerCertificates()[0];
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String[] local(String... more) {
    List<String> all = new ArrayList<>(List.of(":authority", address.getAuthority()));
    all.addAll(List.of(more));
    return all.toArray(new String[0]);
  }

  private static double figure(String name) {
    try {
      return send(Version.HTTP_1_1, "GET", "/prometheus", "")
          .body()
          .lines()
          .filter(line -> line.startsWith(name + " "))
          .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
          .sum();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitTrue(Supplier<Boolean> what, String otherwise) throws Exception {
    Await.until(what::get, otherwise);
  }

  private static HttpRequest.Builder request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create(served.address() + path))
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .header("Content-Type", "application/json");
  }

  private static HttpResponse<String> send(Version version, String method, String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        request(method, path, body).version(version).build(), BodyHandlers.ofString());
  }
}
