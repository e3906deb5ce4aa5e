package org.onrecord.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onrecord.Await;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills a service at random moments while clients write, starts it again, and asks whether
 * everything that it had acknowledged is there and whole, and nothing half. By itself it runs as
 * often as it is told, on an index of its own or, in place, on one that is there, and prints
 * figures; {@code src/test/scripts/kill-runs} starts it.
 */
public final class KillRuns {
  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** What the launcher gives. */
  private static final List<String> SHIPPED = List.of("-Xmx2g", "-XX:+ExitOnOutOfMemoryError");

  private static final int CLIENTS = 4;
  private static final int ARTICLES = 12;
  private static final JsonMapper JSON = new JsonMapper();

  /** What an article says in each paragraph: a word that no other version has. */
  private sealed interface State {
    record Absent() implements State {}

    record Withheld() implements State {}

    record Shown(String word) implements State {}
  }

  /** What the clients know of an article. */
  private static final class Known {
    private State acknowledged = new State.Absent();

    /** What was asked last, and whether it was done is not known. */
    private @Nullable State asked;

    private int version;
  }

  /** What the runs showed. */
  public record Report(int runs, long acknowledged, Duration slowestStart, List<String> faults) {}

  private final Path home;
  private final Path index;
  private final List<String> javaOptions;

  /** After how many kills the whole index is checked. */
  private final int every;

  /** Milliseconds for which is written before a kill, at the most. */
  private final int longest;

  private final Random random;
  private final List<Map<String, Known>> clients = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private long acknowledged;
  private Duration slowestStart = Duration.ZERO;

  private KillRuns(
      Path home,
      Path index,
      List<String> javaOptions,
      int writers,
      int every,
      int longest,
      long seed) {
    this.home = home;
    this.index = index;
    this.javaOptions = javaOptions;
    this.every = every;
    this.longest = longest;
    this.random = new Random(seed);
    String mine = "r" + Long.toString(System.currentTimeMillis(), 36);
    for (int c = 0; c < writers; c++) {
      Map<String, Known> articles = new TreeMap<>();
      for (int a = 0; a < ARTICLES; a++) {
        articles.put(mine + "-c" + c + "-a" + a, new Known());
      }
      clients.add(articles);
    }
  }

  /** Runs {@code runs} times, or until something is wrong, on an index below {@code home}. */
  public static Report run(Path home, int runs, long seed)
      throws IOException, InterruptedException {
    return run(home, CLIENTS, runs, seed);
  }

  /**
   * The same with so many clients: the more, the more writes are committed together.
   *
   * @see #run(Path, int, long)
   */
  static Report run(Path home, int clients, int runs, long seed)
      throws IOException, InterruptedException {
    Files.createDirectories(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"), "date 2024-11-07\n\nTom Birch said the pier is closed.\n");
    return new KillRuns(home, home.resolve("index"), QUICK_START, clients, 1, 1_000, seed)
        .all(runs);
  }

  /**
   * Runs on an index that is there, with the heap that the launcher gives.
   *
   * @param every after how many kills {@code check} reads all of it; it does at the end, too
   * @see #run(Path, int, long)
   */
  public static Report run(Path home, Path index, int every, int runs, long seed)
      throws IOException, InterruptedException {
    return new KillRuns(home, index, SHIPPED, CLIENTS, every, 4_000, seed).all(runs);
  }

  private Report all(int runs) throws IOException, InterruptedException {
    int run = 0;
    while (run < runs && faults.isEmpty()) {
      once(++run);
      if (run % every == 0 || run == runs) {
        check(run);
      }
    }
    if (faults.isEmpty()) {
      try (ServiceProcess service = start();
          HttpClient http = HttpClient.newHttpClient()) {
        verify(service, http);
      }
    }
    return new Report(run, acknowledged, slowestStart, faults);
  }

  private ServiceProcess start() throws IOException, InterruptedException {
    return ServiceProcess.start(home, javaOptions, "--create", "--index", index.toString());
  }

  private void check(int run) {
    ProgramRun check = ProgramRun.of(home, "check", "--index", index.toString());
    if (check.code() != 0) {
      faults.add("run " + run + ", check: " + check.out() + check.err());
    }
  }

  /** How long after it was started it says that it can answer. */
  private static Duration ready(ServiceProcess service, HttpClient http) {
    Await.until(
        () -> get(http, service.at("/health/ready")).statusCode() == 200, "it is never ready");
    return service.age();
  }

  private void once(int run) throws IOException, InterruptedException {
    try (ServiceProcess service = start();
        HttpClient http = HttpClient.newHttpClient()) {
      Duration ready = ready(service, http);
      if (ready.compareTo(slowestStart) > 0) {
        slowestStart = ready;
      }
      verify(service, http);
      CountDownLatch first = new CountDownLatch(1);
      List<Thread> threads = new ArrayList<>();
      for (Map<String, Known> articles : clients) {
        Random choices = new Random(random.nextLong());
        threads.add(
            Thread.ofPlatform().start(() -> write(service, http, articles, choices, first, run)));
      }
      first.await(30, TimeUnit.SECONDS);
      Thread.sleep(random.nextInt(longest));
      service.kill();
      for (Thread thread : threads) {
        thread.join();
      }
      told(run, ready);
    }
  }

  private void told(int run, Duration ready) {
    if (!javaOptions.equals(QUICK_START)) {
      System.out.println(
          "run "
              + run
              + ": ready after "
              + ready.toMillis()
              + " ms, "
              + acknowledged
              + " acknowledged");
    }
  }

  /** Writes until the service is gone. */
  private void write(
      ServiceProcess service,
      HttpClient http,
      Map<String, Known> articles,
      Random choices,
      CountDownLatch first,
      int run) {
    List<String> ids = new ArrayList<>(articles.keySet());
    try {
      while (true) {
        int choice = choices.nextInt(100);
        int at = choices.nextInt(ids.size());
        if (choice < 20) {
          bulk(service, http, ids.subList(at, Math.min(at + 5, ids.size())), articles);
        } else {
          single(service, http, ids.get(at), articles.get(ids.get(at)), choice);
        }
        first.countDown();
      }
    } catch (IOException killed) {
      first.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException wrong) {
      synchronized (faults) {
        faults.add("run " + run + ": " + wrong.getMessage());
      }
      first.countDown();
    }
  }

  private void single(
      ServiceProcess service, HttpClient http, String id, @Nullable Known known, int choice)
      throws IOException, InterruptedException {
    if (known == null) {
      return;
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.at("/api/v1/articles/" + id))
            .header("Content-Type", "application/json");
    if (choice < 30) {
      known.asked = new State.Absent();
      request.DELETE();
    } else if (choice < 42) {
      known.asked = new State.Withheld();
      known.version++;
      request.PUT(
          BodyPublishers.ofString(
              "{\"pubStatus\":\"withheld\",\"version\":" + known.version + "}"));
    } else {
      request.PUT(BodyPublishers.ofString(next(id, known)));
    }
    int status = http.send(request.build(), BodyHandlers.ofString()).statusCode();
    if (status == 503) {
      forget(known);
      return;
    }
    if (status >= 400 && status != 404) {
      throw new IllegalStateException(id + " was answered with " + status);
    }
    acknowledge(known);
  }

  private void bulk(
      ServiceProcess service, HttpClient http, List<String> ids, Map<String, Known> articles)
      throws IOException, InterruptedException {
    StringBuilder lines = new StringBuilder();
    for (String id : ids) {
      Known known = articles.get(id);
      if (known != null) {
        lines.append(next(id, known)).append('\n');
      }
    }
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(service.at("/api/v1/articles"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines.toString()))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() == 503) {
      ids.forEach(id -> forget(articles.get(id)));
      return;
    }
    if (answer.statusCode() != 200 || answer.body().contains("refused")) {
      throw new IllegalStateException("a bulk was answered with " + answer.body());
    }
    ids.forEach(id -> acknowledge(articles.get(id)));
  }

  private static void forget(@Nullable Known known) {
    if (known != null) {
      known.asked = null;
    }
  }

  private void acknowledge(@Nullable Known known) {
    if (known != null && known.asked != null) {
      known.acknowledged = known.asked;
      known.asked = null;
      synchronized (faults) {
        acknowledged++;
      }
    }
  }

  private static String next(String id, Known known) {
    String word = "w" + id.replace("-", "x") + "x" + ++known.version;
    known.asked = new State.Shown(word);
    return """
    {"id":"%1$s","date":"2024-11-07","outlet":"Ferry News","version":%3$d,"title":"The %2$s sails",\
    "body":"“The %2$s will sail on Sunday,” Marta Quill said.\\n\\nTom Birch said the %2$s is late.\\n\\nNobody paid for the %2$s."}\
    """
        .formatted(id, word, known.version);
  }

  private void verify(ServiceProcess service, HttpClient http)
      throws IOException, InterruptedException {
    for (Map<String, Known> articles : clients) {
      for (Map.Entry<String, Known> each : articles.entrySet()) {
        Known known = each.getValue();
        State found = found(service, http, each.getKey());
        if (!found.equals(known.acknowledged) && !found.equals(known.asked)) {
          faults.add(
              each.getKey() + ": " + known.acknowledged + " was acknowledged, " + found + " found");
        }
        if (known.acknowledged instanceof State.Shown(String word)
            && !found.equals(known.acknowledged)) {
          absent(service, http, word);
        }
        known.acknowledged = found;
        known.asked = null;
      }
    }
  }

  /** What the service has of an article; that it is whole is told by search as well. */
  private State found(ServiceProcess service, HttpClient http, String id)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = get(http, service.at("/api/v1/articles/" + id));
    if (answer.statusCode() == 404) {
      return new State.Absent();
    }
    if (answer.statusCode() == 410) {
      return new State.Withheld();
    }
    JsonNode article = JSON.readTree(answer.body());
    String title = article.path("title").asString("");
    String word = title.split(" ", -1)[1];
    int quotations = 0;
    for (JsonNode paragraph : article.get("paragraphs")) {
      quotations += paragraph.get("quotations").size();
      if (!paragraph.get("text").asString().contains(word)) {
        faults.add(id + " is of two versions: " + answer.body());
      }
    }
    int passages = article.get("paragraphs").size() + quotations;
    if (article.get("paragraphs").size() != 4 || total(service, http, word) != passages) {
      faults.add(
          id
              + " has "
              + passages
              + " passages, found "
              + total(service, http, word)
              + ": "
              + answer.body());
    }
    return new State.Shown(word);
  }

  private void absent(ServiceProcess service, HttpClient http, String word)
      throws IOException, InterruptedException {
    if (total(service, http, word) != 0) {
      faults.add(word + " is found, though its article was replaced");
    }
  }

  private static int total(ServiceProcess service, HttpClient http, String word)
      throws IOException, InterruptedException {
    URI search =
        service.at("/api/v1/search?type=any&copies=unfold&variants=off&facets=none&q=" + word);
    JsonNode answer = JSON.readTree(get(http, search).body());
    return answer.get("total").asInt();
  }

  private static HttpResponse<String> get(HttpClient http, URI address)
      throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  /** {@code KillRuns RUNS [SEED [INDEX [EVERY]]]}. */
  public static void main(String[] args) throws Exception {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    Path home = Files.createTempDirectory("onrecord-kill-runs");
    System.out.println("seed " + seed + ", in " + home);
    Report report =
        args.length > 2
            ? run(
                home,
                Path.of(args[2]).toAbsolutePath(),
                args.length > 3 ? Integer.parseInt(args[3]) : runs,
                runs,
                seed)
            : run(home, runs, seed);
    System.out.println(
        report.runs()
            + " runs, "
            + report.acknowledged()
            + " acknowledged articles, slowest start "
            + report.slowestStart().toMillis()
            + " ms, faults: "
            + report.faults());
    System.exit(report.faults().isEmpty() && report.slowestStart().toSeconds() < 5 ? 0 : 1);
  }
}
