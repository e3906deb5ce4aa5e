package org.onrecord.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.onrecord.Await;
import org.onrecord.alert.delivery.WebhookReceiver;
import org.onrecord.alert.delivery.WebhookReceiver.Post;
import org.onrecord.backend.opensearch.OpenSearchNode;

/**
 * Kills one and the other of two services on one cluster, each with a folder of its own, while
 * articles come that saved searches find and a slow receiver is told of them, and counts who was
 * told how often. {@code src/test/scripts/kill-senders} starts it.
 */
public final class KilledSenderRuns {
  /** How many articles come before each kill; each is found by a search of its own. */
  private static final int EACH = 10;

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> JAVA = List.of("-XX:TieredStopAtLevel=1", "-Xmx700m");

  private final Path home;
  private final Random random;
  private final List<ServiceProcess> services = new ArrayList<>();

  private KilledSenderRuns(Path home, long seed) {
    this.home = home;
    this.random = new Random(seed);
  }

  private Path folder(int service) {
    return home.resolve("service" + service);
  }

  private ServiceProcess start(HttpClient http, int service)
      throws IOException, InterruptedException {
    ServiceProcess started =
        ServiceProcess.start(
            home, JAVA, "--index", folder(service).toString(), "--alert-private-targets");
    Await.until(
        () -> status(http, "GET", started.at("/health/ready"), "") == 200,
        PATIENCE,
        () -> "it is never ready");
    return started;
  }

  private static int status(HttpClient http, String method, URI at, String json)
      throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(at)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  private void run(int kills) throws IOException, InterruptedException {
    String prefix = OpenSearchNode.prefix();
    for (int i = 0; i < 2; i++) {
      Files.createDirectories(folder(i));
      Files.writeString(
          folder(i).resolve("cluster.properties"),
          "hosts = %s\nprefix = %s\nreplicas = 0\n".formatted(OpenSearchNode.address(), prefix));
    }
    ProgramRun.of(home, "index", "--index", folder(0).toString(), "src/docs/examples/articles");
    try (HttpClient http = HttpClient.newHttpClient();
        WebhookReceiver receiver = new WebhookReceiver()) {
      services.add(start(http, 0));
      services.add(start(http, 1));
      int articles = kills * EACH + EACH;
      for (int i = 0; i < articles; i++) {
        String saved =
            "{\"name\":\"%1$s\",\"search\":\"?q=%1$s\",\"webhook\":\"%2$s\"}"
                .formatted(word(i), receiver.address("/slow/" + word(i)));
        require(201, status(http, "POST", services.get(i % 2).at("/api/v1/saved"), saved));
      }
      for (int kill = 0; kill < kills; kill++) {
        write(http, kill * EACH);
        Thread.sleep(random.nextInt(3_000));
        int killed = random.nextInt(2);
        services.get(killed).kill();
        System.out.println(
            "killed " + killed + " after " + told(receiver, articles) + " were told");
        services.set(killed, start(http, killed));
      }
      write(http, kills * EACH);
      Await.until(
          () -> told(receiver, articles) == articles, PATIENCE, () -> "some are never told");
      tell(receiver, articles, kills);
    } finally {
      for (ServiceProcess service : services) {
        service.close();
      }
    }
  }

  private static String word(int article) {
    return "zword" + article + "q";
  }

  private void write(HttpClient http, int first) throws IOException, InterruptedException {
    for (int i = first; i < first + EACH; i++) {
      String body = "{\"date\":\"2026-01-02\",\"body\":\"Of %s alone.\"}".formatted(word(i));
      URI at = services.get(random.nextInt(2)).at("/api/v1/articles/" + word(i));
      require(201, status(http, "PUT", at, body));
    }
  }

  private static void require(int wanted, int status) {
    if (status != wanted) {
      throw new IllegalStateException("it was answered with " + status);
    }
  }

  private static int told(WebhookReceiver receiver, int articles) {
    int told = 0;
    for (int i = 0; i < articles; i++) {
      told += receiver.posts("/slow/" + word(i)).isEmpty() ? 0 : 1;
    }
    return told;
  }

  private static void tell(WebhookReceiver receiver, int articles, int kills) {
    int again = 0;
    int twice = 0;
    for (int i = 0; i < articles; i++) {
      List<Post> posts = receiver.posts("/slow/" + word(i));
      Set<String> deliveries = new HashSet<>();
      posts.forEach(post -> deliveries.add(post.header("Webhook-id")));
      again += posts.size() - deliveries.size();
      twice += deliveries.size() - 1;
    }
    System.out.println(
        "%d kills, %d searches told, %d messages sent again with the same webhook-id, %d twice"
            .formatted(kills, articles, again, twice));
  }

  /** {@code KilledSenderRuns [KILLS [SEED]]}. */
  public static void main(String[] args) throws Exception {
    int kills = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    new KilledSenderRuns(Files.createTempDirectory("onrecord-kill-senders"), seed).run(kills);
    System.exit(0);
  }
}
