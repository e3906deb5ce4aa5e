package org.onrecord.backend.opensearch;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Requests to single nodes of a cluster, each of which ends in time: the time goes on until the
 * last byte of the answer is there. Safe for use by several threads.
 */
final class NodeRequests implements Closeable {
  private static final Duration CONNECTING = Duration.ofSeconds(5);

  private final ClusterAddress address;
  private final HttpClient http;

  /** A request to whichever node. */
  record Sent(String method, String path, String type, byte @Nullable [] body) {}

  /**
   * Nothing is asked yet.
   *
   * @throws IOException if the certificates cannot be read
   */
  NodeRequests(ClusterAddress address) throws IOException {
    this.address = address;
    HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(CONNECTING);
    if (address.authority() != null) {
      builder.sslContext(Certificates.trusting(address.authority()));
    }
    this.http = builder.build();
  }

  /**
   * What a node answers.
   *
   * @throws HttpTimeoutException if not all of it is there within a time
   * @throws IOException if the node cannot be reached, or ends before its answer does
   */
  HttpResponse<byte[]> answer(URI host, Sent sent, Duration within)
      throws IOException, InterruptedException {
    return answer(host, sent, within, Duration.ZERO);
  }

  /**
   * The same of what may take long. It is waited for as long as the node answers other requests:
   * now and then it is asked for its name.
   *
   * @param within how long such another request may take
   * @param longest how long in all
   */
  HttpResponse<byte[]> lateAnswer(URI host, Sent sent, Duration within, Duration longest)
      throws IOException, InterruptedException {
    return answer(host, sent, within, longest);
  }

  private HttpResponse<byte[]> answer(URI host, Sent sent, Duration within, Duration longest)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request(host, sent), BodyHandlers.ofByteArray());
    try {
      while (true) {
        try {
          return answer.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          if (System.nanoTime() - begun > longest.toNanos()) {
            throw new HttpTimeoutException(
                "%s took longer than %d ms".formatted(host, within.toMillis()));
          }
          answer(host, new Sent("GET", "/", sent.type(), null), within, Duration.ZERO);
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest request(URI host, Sent sent) {
    BodyPublisher body =
        sent.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(sent.body());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(host.resolve(sent.path()))
            .header("Content-Type", sent.type())
            .method(sent.method(), body);
    if (address.authorization() != null) {
      request.header("Authorization", address.authorization());
    }
    return request.build();
  }

  @Override
  public void close() {
    http.close();
  }
}
