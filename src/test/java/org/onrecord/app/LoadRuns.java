package org.onrecord.app;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts load on a service of its own and prints what came of it. {@code writes SECONDS CLIENTS…}:
 * how many small articles are put in a second. {@code overload SECONDS CLIENTS}: searches and
 * writes by many clients, then by one. {@code soak SECONDS CLIENTS}: the same for a long time, with
 * the memory in use. The index is one of its own or, in place, one that is there; the heap is what
 * the launcher gives. {@code src/test/scripts/load-runs} starts it.
 */
public final class LoadRuns {
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final List<String> WORDS =
      List.of("ferry", "pier", "council", "bridge", "harbour", "mayor", "vote", "winter", "tax");

  /** What clients saw, by status; 0 for no answer. */
  private static final class Seen {
    private final Map<Integer, List<Long>> micros = new TreeMap<>();
    private int withoutRetryAfter;

    synchronized void add(int status, long nanos, boolean retryAfter) {
      micros.computeIfAbsent(status, _ -> new ArrayList<>()).add(nanos / 1_000);
      withoutRetryAfter += (status == 429 || status == 503) && !retryAfter ? 1 : 0;
    }

    synchronized long served() {
      return micros.entrySet().stream()
          .filter(each -> each.getKey() / 100 == 2)
          .mapToLong(each -> each.getValue().size())
          .sum();
    }

    synchronized String text(Duration elapsed) {
      StringBuilder text = new StringBuilder();
      text.append(
          String.format(Locale.ROOT, "%.0f served/s", served() / (elapsed.toMillis() / 1e3)));
      micros.forEach(
          (status, all) -> {
            long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
            text.append(
                String.format(
                    Locale.ROOT,
                    "; %d: %d times, p50 %.1f ms, p99 %.1f ms, most %.1f ms",
                    status,
                    sorted.length,
                    sorted[sorted.length / 2] / 1e3,
                    sorted[sorted.length * 99 / 100] / 1e3,
                    sorted[sorted.length - 1] / 1e3));
          });
      return text
          + (withoutRetryAfter > 0 ? "; " + withoutRetryAfter + " WITHOUT Retry-After" : "");
    }
  }

  /** How many of a hundred requests are writes. */
  private final int writes;

  private final ServiceProcess service;
  private final HttpClient http = HttpClient.newHttpClient();

  private LoadRuns(ServiceProcess service, int writes) {
    this.service = service;
    this.writes = writes;
  }

  private Seen run(int clients, Duration time) throws InterruptedException {
    Seen seen = new Seen();
    long until = System.nanoTime() + time.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int c = 0; c < clients; c++) {
      Random random = new Random(c);
      String name = "load-" + c;
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; System.nanoTime() < until; i++) {
                      one(random, name + "-" + i % 200, seen);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return seen;
  }

  private void one(Random random, String id, Seen seen) {
    long started = System.nanoTime();
    try {
      HttpRequest request =
          random.nextInt(100) < writes
              ? HttpRequest.newBuilder(service.at("/api/v1/articles/" + id))
                  .header("Content-Type", "application/json")
                  .PUT(BodyPublishers.ofString(article(random)))
                  .build()
              : HttpRequest.newBuilder(
                      service.at(
                          "/api/v1/search?q=" + word(random) + "+" + word(random) + "&type=any"))
                  .build();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      seen.add(
          answer.statusCode(),
          System.nanoTime() - started,
          answer.headers().firstValue("Retry-After").isPresent());
      if (answer.statusCode() == 503 || answer.statusCode() == 429) {
        Thread.sleep(100);
      }
    } catch (IOException e) {
      seen.add(0, System.nanoTime() - started, false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static String article(Random random) {
    return String.format(
        Locale.ROOT,
        "{\"date\":\"2024-11-%02d\",\"outlet\":\"Ferry News\",\"title\":\"The %s and the"
            + " %s\",\"body\":\"“The %s %d will open on Sunday,” Marta Quill said.\\n"
            + "\\n"
            + "Tom Birch said the %s was late.\"}",
        1 + random.nextInt(28),
        word(random),
        word(random),
        word(random),
        random.nextInt(10_000),
        word(random));
  }

  /** Megabytes of the heap that are in use after garbage was collected. */
  private long used() throws IOException, InterruptedException {
    jcmd("GC.run");
    Matcher used = USED.matcher(jcmd("GC.heap_info"));
    return used.find() ? Long.parseLong(used.group(1)) / 1_024 : -1;
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(service.pid()),
                command)
            .redirectErrorStream(true)
            .start();
    String out =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }

  private static ServiceProcess start(Path index) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("onrecord-load-runs");
    Files.createDirectories(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"), "date 2024-11-07\n\nTom Birch said the pier is closed.\n");
    return ServiceProcess.start(
        home,
        List.of("-Xmx2g", "-XX:+ExitOnOutOfMemoryError"),
        "--create",
        "--seeds",
        home.resolve("seeds").toString(),
        "--index",
        home.resolve(index).toString());
  }

  private static void writes(Path index, Duration time, int[] clients) throws Exception {
    try (ServiceProcess service = start(index)) {
      LoadRuns load = new LoadRuns(service, 100);
      load.run(4, time);
      for (int count : clients) {
        System.out.println(count + " clients: " + load.run(count, time).text(time));
      }
    }
  }

  private static void overload(Path index, Duration time, int clients) throws Exception {
    try (ServiceProcess service = start(index)) {
      LoadRuns load = new LoadRuns(service, 20);
      System.out.println("8 clients: " + load.run(8, time).text(time));
      System.out.println(clients + " clients: " + load.run(clients, time).text(time));
      System.out.println("then 1 client: " + load.run(1, time).text(time));
    }
  }

  private static void soak(Path index, Duration time, int clients) throws Exception {
    Duration lap = Duration.ofSeconds(Math.max(5, time.toSeconds() / 20));
    try (ServiceProcess service = start(index)) {
      LoadRuns load = new LoadRuns(service, 20);
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        String seen = load.run(clients, lap).text(lap);
        System.out.println(load.used() + " MB used; " + seen);
      }
    }
  }

  /** {@code writes|overload|soak SECONDS CLIENTS… [INDEX]}. */
  public static void main(String[] args) throws Exception {
    Duration time = Duration.ofSeconds(Long.parseLong(args[1]));
    boolean given = !args[args.length - 1].matches("[0-9]+");
    Path index = Path.of(given ? args[args.length - 1] : "index");
    if (given) {
      index = index.toAbsolutePath();
    }
    int[] clients =
        Arrays.stream(args)
            .skip(2)
            .limit(args.length - (given ? 3 : 2))
            .mapToInt(Integer::parseInt)
            .toArray();
    switch (args[0]) {
      case "writes" -> writes(index, time, clients);
      case "overload" -> overload(index, time, clients[0]);
      case "soak" -> soak(index, time, clients[0]);
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.exit(0);
  }
}
