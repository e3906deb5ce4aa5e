package org.onrecord.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.onrecord.Await;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients that send what no client library would, over sockets of their own: each gets a clear
 * answer or none, leaves at most a line without a stack trace in the log, and holds nobody up.
 */
@Isolated("it reads what is logged")
final class HostileClientsTest {
  private static final int SECONDS = 2;

  @TempDir private static Path home;
  private static ServedProgram served;
  private static HttpClient client;
  private static PrintStream stderr;
  private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"), "date 2024-11-07\n\nTom Birch said the pier is closed.\n");
    stderr = System.err;
    System.setErr(new PrintStream(LOG, true, UTF_8));
    served = ServedProgram.start(home, List.of("serve", "--request-timeout", "" + SECONDS));
    client = HttpClient.newHttpClient();
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
    assertEquals(200, get("/api/v1/search?q=pier").statusCode());
    String log = LOG.toString(UTF_8);
    assertFalse(log.contains("\tat ") || log.contains(" | at "), log);
    assertFalse(log.contains("ERROR"), log);
  }

  @Test
  void pathsOutOfTheArchiveLeadNowhere() throws Exception {
    for (String id :
        List.of(
            "..%2f..%2fetc%2fpasswd",
            "../../../etc/passwd",
            "%2e%2e/%2e%2e/etc/passwd",
            "..%5c..%5cboot.ini",
            "a%00b",
            "%00",
            "a%0d%0aX-Evil:%201",
            "%ff%fe",
            "%c0%af",
            "a%252fb",
            "~p1~q1",
            "a~p99999999999999999999~q1",
            "x".repeat(2_000))) {
      for (String route :
          List.of(
              "/api/v1/articles/",
              "/api/v1/quotes/",
              "/api/v1/paragraphs/",
              "/api/v1/speakers/",
              "/api/v1/parties/",
              "/articles/",
              "/quotes/",
              "/embed/quotes/",
              "/assets/",
              "/api/v1/facets/")) {
        String answer = raw("GET " + route + id + " HTTP/1.1\r\n");
        assertTrue(
            answer.startsWith("HTTP/1.1 404") || answer.startsWith("HTTP/1.1 400"),
            route + id + ": " + answer);
        assertFalse(answer.contains("root:") || answer.contains("X-Evil: 1\r\n"), answer);
      }
      String put = write("PUT", "/api/v1/articles/" + id, "{\"date\":\"2024-11-07\"}");
      assertTrue(put.startsWith("HTTP/1.1 4"), id + ": " + put);
    }
  }

  @Test
  void headersThatAreTooLongAreRefused() throws Exception {
    assertStatus(
        "431|413|400", raw("GET /health HTTP/1.1\r\nX-Long: " + "a".repeat(100_000) + "\r\n"));
    assertStatus("431|413|400", raw("GET /health HTTP/1.1\r\n" + "X-A: b\r\n".repeat(20_000)));
    assertStatus("400", raw("GET /health HTTP/1.1\r\nno colon at all\r\n"));
    assertStatus("400", raw("GET /hea lth HTTP/1.1\r\n"));
    assertTrue(raw("\u0016\u0003\u0001\u0002\u0000\u0001\r\n").contains(" 400 "));
  }

  @Test
  void lengthsThatContradictEachOtherAreRefused() throws Exception {
    String head = "PUT /api/v1/articles/smuggled HTTP/1.1\r\nContent-Type: application/json\r\n";
    assertStatus("400", raw(head + "Content-Length: 5\r\nContent-Length: 7\r\n"));
    assertStatus("400", raw(head + "Content-Length: -1\r\n"));
    assertStatus("400|413", raw(head + "Content-Length: 99999999999999999999\r\n"));
    assertStatus("413", raw(head + "Content-Length: 2000000000\r\n"));
    assertEquals(404, get("/api/v1/articles/smuggled").statusCode());
  }

  @Test
  void bodiesThatAreNoArticlesAreRefused() throws Exception {
    String path = "/api/v1/articles/bad";
    String start = "{\"date\":\"2024-11-07\",\"body\":\"It rained.\",\"x\":";
    for (String body :
        List.of(
            start + "[".repeat(50_000) + "]".repeat(50_000) + "}",
            start + "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000) + "}",
            start + "1".repeat(1_000_000) + "}",
            start + "1,\"x\":2}",
            start + "\"\\ud800\"",
            start + "\"\u0000\"}",
            start + "NaN}",
            start + "[" + "0,".repeat(1_000_000) + "0]}",
            "\"a string\"",
            "[1]",
            "null",
            "{",
            "")) {
      assertStatus("422", write("PUT", path, body));
    }
    byte[] latin = "{\"date\":\"2024-11-07\",\"body\":\"Caf\u00e9 rain.\"}".getBytes(ISO_8859_1);
    String answer = write("PUT", path, latin, "application/json");
    assertStatus("201", answer);
    assertTrue(answer.contains("Windows-1252"), answer);
    assertStatus("200|422", write("PUT", path, start + "1e999999999}"));
    new JsonMapper().readTree(get(path).body());
    for (String type :
        List.of("text/plain", "application/pdf", "multipart/form-data; boundary=x")) {
      assertStatus("415", write("PUT", path, start.getBytes(UTF_8), type));
    }
    for (String none : List.of("", "x")) {
      assertStatus("415|422", write("PUT", path, start.getBytes(UTF_8), none));
    }
  }

  @Test
  void forgedCursorsAreRefused() throws Exception {
    String next =
        new JsonMapper()
            .readTree(get("/api/v1/search?type=any&size=1").body())
            .get("next")
            .asString();
    List<String> forged =
        new ArrayList<>(List.of("x", "AAAA", "%00", "-1", "../..", next + "x", next.substring(2)));
    forged.add(Base64.getUrlEncoder().encodeToString(new byte[4096]));
    forged.add(Base64.getUrlEncoder().encodeToString("\u00ac\u00ed\0\5sr".getBytes(ISO_8859_1)));
    for (int i = 0; i < next.length(); i += 3) {
      char other = next.charAt(i) == 'A' ? 'B' : 'A';
      forged.add(next.substring(0, i) + other + next.substring(i + 1));
    }
    for (String cursor : forged) {
      for (String route :
          List.of("/api/v1/search?type=any&size=1&after=", "/api/v1/facets/speaker?after=")) {
        String answer = raw("GET " + route + cursor + " HTTP/1.1\r\n");
        assertTrue(
            answer.startsWith("HTTP/1.1 400") || answer.startsWith("HTTP/1.1 200"),
            cursor + ": " + answer);
      }
    }
    assertStatus("400", raw("GET /api/v1/search?after=x HTTP/1.1\r\n"));
  }

  @Test
  void requestThatNeverEndsIsCutOff() throws Exception {
    for (String begun :
        List.of(
            "",
            "GET /hea",
            "GET /health HTTP/1.1\r\nX-Slow: ",
            "PUT /api/v1/articles/slow HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                + " application/json\r\nContent-Length: 100000\r\n\r\n{")) {
      try (Socket socket = connect()) {
        socket.getOutputStream().write(begun.getBytes(UTF_8));
        Instant start = Instant.now();
        int sent = trickle(socket);
        Duration took = Duration.between(start, Instant.now());
        assertTrue(took.toSeconds() < 4 * SECONDS, begun + " lived for " + took + ", sent " + sent);
      }
    }
    assertEquals(404, get("/api/v1/articles/slow").statusCode());
  }

  /** Sends a byte now and then until the other side has hung up; says how many. */
  private static int trickle(Socket socket) throws Exception {
    socket.setSoTimeout(100);
    for (int sent = 0; sent < 1_000; sent++) {
      try {
        if (socket.getInputStream().read() < 0) {
          return sent;
        }
      } catch (java.net.SocketTimeoutException stillOpen) {
        // It is to be closed soon.
      } catch (SocketException closed) {
        return sent;
      }
      try {
        socket.getOutputStream().write('a');
      } catch (SocketException closed) {
        return sent;
      }
    }
    throw new AssertionError("the connection is still open");
  }

  @Test
  void connectionThatIsUsedAgainIsNotCutOff() throws Exception {
    try (Socket socket = connect()) {
      for (int i = 0; i < 4; i++) {
        assertEquals("HTTP/1.1 200", askedOnce(socket));
        Thread.sleep(SECONDS * 500L);
        socket.getInputStream().skipNBytes(socket.getInputStream().available());
      }
    }
  }

  @Test
  void halfClosedConnectionsEnd() throws Exception {
    try (Socket socket = connect()) {
      socket
          .getOutputStream()
          .write(
              ("PUT /api/v1/articles/half HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                      + " application/json\r\nContent-Length: 1000\r\n\r\n{\"date\":")
                  .getBytes(UTF_8));
      socket.shutdownOutput();
      socket.setSoTimeout(10_000);
      String answer = read(socket);
      assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
    }
    assertEquals(404, get("/api/v1/articles/half").statusCode());
  }

  @Test
  void fiveHundredConnectionsAreHeldAndOthersServed() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 500; i++) {
        Socket socket = connect();
        sockets.add(socket);
        socket.getOutputStream().write("GET /api/v1/search HTTP/1.1\r\nX-Slow: ".getBytes(UTF_8));
      }
      Instant start = Instant.now();
      for (int i = 0; i < 5; i++) {
        assertEquals(200, get("/api/v1/search?q=pier").statusCode());
      }
      Duration took = Duration.between(start, Instant.now());
      assertTrue(took.toSeconds() < 10, () -> "five searches took " + took);
      String answer =
          write(
              "PUT", "/api/v1/articles/amid", "{\"date\":\"2024-11-07\",\"body\":\"It rained.\"}");
      assertTrue(answer.startsWith("HTTP/1.1 20"), answer);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void furtherConnectionsThanAllowedAreRefused() throws Exception {
    int before = LOG.toString(UTF_8).length();
    Path other = home.resolve("other");
    Files.createDirectories(other.resolve("seeds"));
    Files.copy(home.resolve("seeds/a.txt"), other.resolve("seeds/a.txt"));
    try (ServedProgram small =
        ServedProgram.start(other, List.of("serve", "--max-connections", "5"))) {
      URI address = URI.create(small.address());
      List<Socket> sockets = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        Socket socket = new Socket(address.getHost(), address.getPort());
        sockets.add(socket);
        assertEquals("HTTP/1.1 200", askedOnce(socket), "connection " + i);
      }
      awaitRefusal(address, true);
      for (Socket socket : sockets) {
        socket.close();
      }
      awaitRefusal(address, false);
    }
    String log = LOG.toString(UTF_8).substring(before);
    assertEquals(1, log.lines().filter(l -> l.contains("most at a time")).count(), log);
  }

  /** How the answer begins, after which the connection is certainly counted. */
  private static String askedOnce(Socket socket) throws IOException {
    socket
        .getOutputStream()
        .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
    return new String(socket.getInputStream().readNBytes(12), UTF_8);
  }

  private static void awaitRefusal(URI address, boolean refused) throws Exception {
    String expected = refused ? "HTTP/1.1 503" : "HTTP/1.1 200";
    Await.until(
        () -> {
          try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket
                .getOutputStream()
                .write(
                    "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(UTF_8));
            return read(socket).startsWith(expected);
          } catch (SocketException reset) {
            return refused;
          }
        },
        address + " does not answer " + expected);
  }

  private static void assertStatus(String expected, String answer) {
    assertTrue(
        answer.matches("(?s)HTTP/1.[01] (" + expected + ") .*"),
        () -> String.format(Locale.ROOT, "expected %s: %.500s", expected, answer));
  }

  private static Socket connect() throws IOException {
    URI address = URI.create(served.address());
    return new Socket(address.getHost(), address.getPort());
  }

  private static String write(String method, String path, String body) throws IOException {
    return write(method, path, body.getBytes(UTF_8), "application/json");
  }

  private static String write(String method, String path, byte[] body, String type)
      throws IOException {
    return raw(
        (method
            + " "
            + path
            + " HTTP/1.1\r\nContent-Length: "
            + body.length
            + "\r\n"
            + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")),
        body);
  }

  /** The answer to a request with this head, which lacks its Host and its end. */
  private static String raw(String head) throws IOException {
    return raw(head, new byte[0]);
  }

  private static String raw(String head, byte[] body) throws IOException {
    try (Socket socket = connect()) {
      socket.setSoTimeout(20_000);
      try {
        socket
            .getOutputStream()
            .write((head + "Host: localhost\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
        socket.getOutputStream().write(body);
      } catch (SocketException refusedEarly) {
        // What it answered can still be read.
      }
      return read(socket);
    }
  }

  private static String read(Socket socket) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(answer);
    } catch (SocketException closed) {
      // Closed with a part of the request unread.
    }
    return answer.toString(UTF_8);
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(served.address() + path)).build(),
        BodyHandlers.ofString());
  }
}
