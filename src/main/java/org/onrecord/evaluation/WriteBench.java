package org.onrecord.evaluation;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Puts short articles into a service, one a request, each client its next one when the last is
 * acknowledged; and takes them out again.
 *
 * @param service the service's address, without a path
 * @param key what it is asked with; null for none
 */
public record WriteBench(URI service, @Nullable String key) {
  /** How many articles a client writes in turn, so that most writes replace one. */
  private static final int ARTICLES = 200;

  private static final double MILLI = 1e6;

  /** What some clients saw. */
  public record Speed(int clients, List<Long> nanos, long elapsed) {
    public Speed {
      nanos = nanos.stream().sorted().toList();
    }

    /** A row of a table in Markdown: clients, writes a second, p50 and p99 in milliseconds. */
    public String line() {
      return String.format(
          Locale.ROOT,
          "| %d | %.0f | %.1f | %.1f |",
          clients,
          nanos.size() / (elapsed / 1e9),
          percentile(0.5),
          percentile(0.99));
    }

    private double percentile(double share) {
      return nanos.isEmpty()
          ? 0
          : nanos.get((int) Math.min(nanos.size() - 1L, (long) (share * nanos.size()))) / MILLI;
    }
  }

  /**
   * Writes for a while.
   *
   * @throws IOException if a write is not acknowledged
   */
  public Speed run(int clients, Duration time) throws IOException, InterruptedException {
    List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    Set<String> written = new ConcurrentSkipListSet<>();
    long begin = System.nanoTime();
    long elapsed;
    try (HttpClient http = HttpClient.newHttpClient();
        ExecutorService pool = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> running = new ArrayList<>();
      for (int c = 0; c < clients; c++) {
        String client = "onrecord-bench-" + c;
        running.add(
            pool.submit(
                () -> {
                  for (int i = 0; System.nanoTime() - begin < time.toNanos(); i++) {
                    String id = client + "-" + i % ARTICLES;
                    long asked = System.nanoTime();
                    send(http, id, "PUT", article(i));
                    nanos.add(System.nanoTime() - asked);
                    written.add(id);
                  }
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
      elapsed = System.nanoTime() - begin;
      for (String id : written) {
        send(http, id, "DELETE", "");
      }
    } catch (ExecutionException e) {
      throw new IOException("a write failed: " + e.getCause(), e);
    }
    return new Speed(clients, nanos, elapsed);
  }

  private void send(HttpClient http, String id, String method, String body)
      throws IOException, InterruptedException {
    String path = "/api/v1/articles/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw new IOException(method + " of " + path + " was answered with " + status);
    }
  }

  /** A short article that no other is. */
  private static String article(int number) {
    return """
    {"date": "2024-11-07", "outlet": "Ferry News", "title": "The pier and the ferry",\
     "body": "“Pier %1$d will open on Sunday,” Marta Quill said.\\n\\nTom Birch said ferry %1$d was late."}\
    """
        .formatted(number);
  }
}
