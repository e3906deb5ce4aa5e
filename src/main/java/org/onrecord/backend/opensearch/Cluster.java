package org.onrecord.backend.opensearch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.opensearch.NodeRequests.Sent;
import org.onrecord.search.ArchiveUnavailableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenSearch cluster over HTTP: JSON goes there and comes back. A node that does not answer is
 * passed over for the next; what is too much for the cluster just now is asked again a few times.
 * All of that ends after {@link ClusterAddress#patience}. Safe for use by several threads.
 */
public final class Cluster implements Closeable {
  /** How often a request is sent that is refused for now, or for which no node is there. */
  private static final int MOST_ATTEMPTS = 6;

  /** How long is waited after the first refusal; doubled after each. */
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  /** How long one request may take that goes through many documents, of nodes that are well. */
  private static final Duration LONG = Duration.ofMinutes(30);

  private static final String JSON = "application/json";

  private final JsonMapper mapper = JsonMapper.shared();
  private final ClusterAddress address;
  private final ClusterNodes nodes;
  private final NodeRequests requests;

  /**
   * A cluster; nothing is asked of it yet.
   *
   * @throws IOException if the certificates cannot be read
   */
  public Cluster(ClusterAddress address) throws IOException {
    this.address = address;
    this.nodes = new ClusterNodes(address.hosts(), System::nanoTime);
    this.requests = new NodeRequests(address);
  }

  /**
   * Sends a request.
   *
   * @param path from the slash after the host, with its query; what needs it is percent-encoded
   * @param body the JSON to send; null for none
   * @return the JSON of the answer, an object or an array
   * @throws ClusterException if the cluster refuses the request as such
   * @throws ArchiveUnavailableException if the cluster cannot be reached, or cannot do it now
   */
  public JsonNode send(String method, String path, @Nullable JsonNode body) throws IOException {
    return exchange(new Sent(method, path, JSON, bytes(body)), Duration.ZERO);
  }

  /**
   * The same; gives the answer as it comes, unread.
   *
   * @throws ClusterException and others as {@link #send}
   */
  byte[] sendUnread(String method, String path, JsonNode body) throws IOException {
    return exchange(
        new Sent(method, path, JSON, bytes(body)),
        Duration.ZERO,
        answer -> {
          if (answer.statusCode() >= 300) {
            read(answer);
          }
          return answer.body();
        });
  }

  /** The same of what may take long, since it goes through many documents. */
  JsonNode sendLong(String method, String path, @Nullable JsonNode body) throws IOException {
    return exchange(new Sent(method, path, JSON, bytes(body)), LONG);
  }

  private byte @Nullable [] bytes(@Nullable JsonNode body) {
    return body == null ? null : mapper.writeValueAsBytes(body);
  }

  /** The same of lines of JSON, each of which ends with a line feed. */
  JsonNode sendLines(String path, byte[] lines) throws IOException {
    return exchange(new Sent("POST", path, "application/x-ndjson", lines), Duration.ZERO);
  }

  /** Makes an index where there is none; others may do so at the same time. */
  void createIndex(String name, JsonNode definition) throws IOException {
    try {
      send("PUT", "/" + name, definition);
    } catch (ClusterException e) {
      if (!e.type().equals("resource_already_exists_exception")) {
        throw e;
      }
    }
  }

  /** A word as a part of a path. */
  static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private JsonNode exchange(Sent sent, Duration longest) throws IOException {
    return exchange(sent, longest, this::read);
  }

  /** What an answer is read as. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(HttpResponse<byte[]> answer) throws IOException;
  }

  /**
   * Asks one node, and others where it does not answer.
   *
   * @param longest how long an answer may take of a node that answers other requests meanwhile
   */
  private <T> T exchange(Sent sent, Duration longest, Reading<T> reading) throws IOException {
    long end = System.nanoTime() + address.patience().plus(longest).toNanos();
    Duration pause = FIRST_PAUSE;
    boolean late = false;
    for (int attempt = 1; ; attempt++) {
      URI host = nodes.next();
      Duration left = Duration.ofNanos(end - System.nanoTime());
      boolean wait = true;
      try {
        HttpResponse<byte[]> answer = answer(host, sent, left, late, longest);
        nodes.answered(host);
        if (!isForNow(answer) || isLast(attempt, end, pause)) {
          return reading.of(answer);
        }
      } catch (InterruptedException e) {
        throw interrupted(e);
      } catch (ClusterException | ArchiveUnavailableException e) {
        throw e;
      } catch (IOException e) {
        // Whatever is sent twice does the same, or is told from what was sent before.
        nodes.silent(host);
        boolean insecure = e instanceof SSLException && attempt >= nodes.count();
        if (late || insecure || isLast(attempt, end, pause)) {
          throw ClusterFaults.silent(address, host, e);
        }
        late = isLate(e);
        wait = !nodes.hasOther(host);
      }
      if (wait) {
        pause(pause);
        pause = pause.multipliedBy(2);
      }
    }
  }

  /** A node that does not answer leaves half of the time to another. */
  private HttpResponse<byte[]> answer(
      URI host, Sent sent, Duration left, boolean late, Duration longest)
      throws IOException, InterruptedException {
    if (!longest.isZero()) {
      return requests.lateAnswer(host, sent, address.patience().dividedBy(2), longest);
    }
    boolean all = late || !nodes.hasOther(host);
    return requests.answer(host, sent, all ? left : left.dividedBy(2));
  }

  private boolean isLast(int attempt, long end, Duration pause) {
    return attempt >= MOST_ATTEMPTS + nodes.count() - 1
        || end - System.nanoTime() <= pause.toNanos();
  }

  private static boolean isLate(IOException fault) {
    return fault instanceof HttpTimeoutException && !(fault instanceof HttpConnectTimeoutException);
  }

  /** Whether the same may be done a little later: too much at once, or a node that is leaving. */
  private static boolean isForNow(HttpResponse<byte[]> answer) {
    return switch (answer.statusCode()) {
      case 429 ->
          !new String(answer.body(), StandardCharsets.UTF_8).contains(ClusterFaults.BLOCKED);
      case 502, 503, 504 -> true;
      default -> false;
    };
  }

  /**
   * What an answer says.
   *
   * @throws IOException if it is none of OpenSearch's, or was cut off
   */
  private JsonNode read(HttpResponse<byte[]> answer) throws IOException {
    int status = answer.statusCode();
    if (status >= 300 && status < 400) {
      throw ClusterFaults.elsewhere(address, answer.headers().firstValue("Location").orElse("?"));
    }
    byte[] bytes = answer.body();
    JsonNode json;
    try {
      json = mapper.readTree(bytes);
    } catch (JacksonException e) {
      if (status >= 400) {
        throw ClusterFaults.told(address, status, "", new String(bytes, StandardCharsets.UTF_8));
      }
      throw new IOException(answer.uri().getAuthority() + " does not answer like OpenSearch", e);
    }
    if (status >= 400) {
      throw ClusterFaults.told(address, status, json);
    }
    if (!json.isContainer()) {
      throw new IOException(answer.uri().getAuthority() + " answers nothing");
    }
    return json;
  }

  ClusterAddress address() {
    return address;
  }

  static void pause(Duration pause) throws IOException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    InterruptedIOException told = new InterruptedIOException("interrupted");
    told.initCause(e);
    return told;
  }

  @Override
  public void close() {
    requests.close();
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
