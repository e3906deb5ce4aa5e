package org.onrecord.backend.opensearch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.ArchiveUnavailableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An OpenSearch cluster over HTTP: JSON goes there and comes back. A node that is not there is
 * passed over for the next; what is too much for the cluster just now is asked again a few times.
 * Safe for use by several threads.
 */
public final class Cluster implements Closeable {
  /** How often a request is sent that is refused for now, or for which no node is there. */
  private static final int MOST_ATTEMPTS = 6;

  /** How long is waited after the first refusal; doubled after each. */
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  /** How long one request may take that goes through many documents. */
  private static final Duration LONG = Duration.ofMinutes(30);

  private static final String JSON = "application/json";

  private static final Duration CONNECTING = Duration.ofSeconds(5);

  private final JsonMapper mapper = JsonMapper.shared();
  private final ClusterAddress address;
  private final HttpClient http;
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * A cluster; nothing is asked of it yet.
   *
   * @throws IOException if the certificates cannot be read
   */
  public Cluster(ClusterAddress address) throws IOException {
    this.address = address;
    HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(CONNECTING);
    if (address.authority() != null) {
      builder.sslContext(Certificates.trusting(address.authority()));
    }
    this.http = builder.build();
  }

  /**
   * Sends a request.
   *
   * @param path from the slash after the host, with its query; what needs it is percent-encoded
   * @param body the JSON to send; null for none
   * @return the JSON of the answer; a missing node where it has none
   * @throws ClusterException if the cluster refuses the request as such
   * @throws ArchiveUnavailableException if the cluster cannot be reached, or cannot do it now
   */
  public JsonNode send(String method, String path, @Nullable JsonNode body) throws IOException {
    return exchange(new Sent(method, path, JSON, bytes(body), address.patience()));
  }

  /** The same of what may take long, since it goes through many documents. */
  JsonNode sendLong(String method, String path, @Nullable JsonNode body) throws IOException {
    return exchange(new Sent(method, path, JSON, bytes(body), LONG));
  }

  private byte @Nullable [] bytes(@Nullable JsonNode body) {
    return body == null ? null : mapper.writeValueAsBytes(body);
  }

  /** A request. */
  private record Sent(
      String method, String path, String type, byte @Nullable [] body, Duration patience) {}

  /** The same of lines of JSON, each of which ends with a line feed. */
  JsonNode sendLines(String path, byte[] lines) throws IOException {
    return exchange(new Sent("POST", path, "application/x-ndjson", lines, address.patience()));
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

  private JsonNode exchange(Sent sent) throws IOException {
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      URI host = address.hosts().get(Math.floorMod(turn.getAndIncrement(), address.hosts().size()));
      boolean last = attempt == MOST_ATTEMPTS;
      try {
        HttpResponse<byte[]> answer = http.send(request(host, sent), BYTES);
        if (last || !isForNow(answer)) {
          return read(answer);
        }
      } catch (InterruptedException e) {
        throw interrupted(e);
      } catch (ConnectException | HttpConnectTimeoutException e) {
        if (last) {
          throw ClusterFaults.unreachable(address, e);
        }
      } catch (ClusterException | ArchiveUnavailableException e) {
        throw e;
      } catch (HttpTimeoutException e) {
        throw ClusterFaults.lost(address, e);
      } catch (IOException e) {
        // Whatever is sent twice does the same, or is told from what was sent before.
        if (last) {
          throw ClusterFaults.lost(address, e);
        }
      }
      pause(pause);
      pause = pause.multipliedBy(2);
    }
  }

  private static final HttpResponse.BodyHandler<byte[]> BYTES = BodyHandlers.ofByteArray();

  private HttpRequest request(URI host, Sent sent) {
    BodyPublisher body =
        sent.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(sent.body());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(host.resolve(sent.path()))
            .timeout(sent.patience())
            .header("Content-Type", sent.type())
            .method(sent.method(), body);
    if (address.authorization() != null) {
      request.header("Authorization", address.authorization());
    }
    return request.build();
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

  private JsonNode read(HttpResponse<byte[]> answer) throws IOException {
    byte[] bytes = answer.body();
    JsonNode json;
    try {
      json = bytes.length == 0 ? JsonNodeFactory.instance.missingNode() : mapper.readTree(bytes);
    } catch (JacksonException e) {
      if (answer.statusCode() >= 400) {
        throw ClusterFaults.told(
            address, answer.statusCode(), "", new String(bytes, StandardCharsets.UTF_8));
      }
      throw new IOException(address + " does not answer like OpenSearch", e);
    }
    if (answer.statusCode() < 400) {
      return json;
    }
    throw ClusterFaults.told(address, answer.statusCode(), json);
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
    http.close();
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
