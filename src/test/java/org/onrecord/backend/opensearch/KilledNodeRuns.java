package org.onrecord.backend.opensearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.onrecord.people.NameSource;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.ArchiveUnavailableException;

/**
 * Three nodes, each in a Java machine of its own, of which one after the other is killed and
 * started again while articles are replaced round after round and read: nothing that was committed
 * is lost, nothing half replaced is seen, and it goes on by itself. Arguments: how often.
 */
final class KilledNodeRuns {
  private static final Path FOLDER = Path.of("target/opensearch/three").toAbsolutePath();
  private static final int NODES = 3;

  private final List<Integer> http = new ArrayList<>();
  private final List<Integer> transport = new ArrayList<>();
  private final Process[] nodes = new Process[NODES];
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong refusedReads = new AtomicLong();
  private final AtomicLong refusedWrites = new AtomicLong();
  private final AtomicLong wrong = new AtomicLong();

  private KilledNodeRuns() {}

  public static void main(String[] arguments) throws Exception {
    int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
    KilledNodeRuns runs = new KilledNodeRuns();
    try {
      runs.run(kills);
    } finally {
      for (Process node : runs.nodes) {
        if (node != null) {
          node.destroyForcibly();
        }
      }
    }
    System.exit(runs.wrong.get() == 0 ? 0 : 1);
  }

  private void run(int kills) throws Exception {
    clear();
    for (int i = 0; i < NODES; i++) {
      http.add(free());
      transport.add(free());
    }
    for (int i = 0; i < NODES; i++) {
      nodes[i] = started(i);
    }
    for (Process node : nodes) {
      ready(node);
    }
    Epochs epochs = epochs();
    await(epochs);
    OpenSearchArchive.Terms terms =
        new OpenSearchArchive.Terms(
            1, 1, Duration.ofSeconds(5), Duration.ofMinutes(2), InstantSource.system());
    try (OpenSearchArchive archive = OpenSearchArchive.open(epochs, terms)) {
      KilledWriter.write(archive, 1);
    }
    acknowledged.set(1);
    Thread writing = Thread.ofPlatform().start(() -> write(terms));
    Thread reading = Thread.ofPlatform().start(this::read);
    Random random = new Random(11);
    for (int i = 0; i < kills; i++) {
      await(epochs);
      long rounds = acknowledged.get();
      int one = random.nextInt(NODES);
      nodes[one].destroyForcibly().waitFor();
      reading.join(Duration.ofMillis(random.nextInt(2_000)));
      nodes[one] = started(one);
      ready(nodes[one]);
      System.out.printf(
          "%d: node %d killed after round %d; now %d, %d reads, %d wrong%n",
          i + 1, one, rounds, acknowledged.get(), reads.get(), wrong.get());
    }
    await(epochs);
    ended.set(true);
    writing.join();
    reading.join();
    System.out.printf(
        "%d kills, %d rounds committed, %d rounds told to have failed, %d views read, %d refused,"
            + " %d wrong%n",
        kills,
        acknowledged.get(),
        refusedWrites.get(),
        reads.get(),
        refusedReads.get(),
        wrong.get());
  }

  /** Waits until every shard has its copies. */
  private static void await(Epochs epochs) throws IOException {
    Instant end = Instant.now().plus(Duration.ofMinutes(3));
    while (true) {
      try {
        String status =
            epochs
                .cluster()
                .send(
                    "GET",
                    "/_cluster/health?wait_for_nodes=3&wait_for_status=green&timeout=30s",
                    null)
                .path("status")
                .asString("");
        if (status.equals("green")) {
          return;
        }
      } catch (ArchiveUnavailableException | ClusterException e) {
        if (Instant.now().isAfter(end)) {
          throw e;
        }
      }
      if (Instant.now().isAfter(end)) {
        throw new IOException("the cluster does not become well by itself");
      }
    }
  }

  private Epochs epochs() throws IOException {
    URI[] hosts =
        http.stream().map(port -> URI.create("http://127.0.0.1:" + port)).toArray(URI[]::new);
    return new Epochs(new Cluster(ClusterAddress.of(hosts)), "killed");
  }

  private void write(OpenSearchArchive.Terms terms) {
    long round = 1;
    while (!ended.get()) {
      round++;
      try (Epochs epochs = epochs();
          OpenSearchArchive archive =
              OpenSearchArchive.openExisting(epochs, terms, NameSource.NONE)) {
        while (!ended.get()) {
          for (int i = 0; i < KilledWriter.ARTICLES; i++) {
            archive.put(KilledWriter.article(i, round));
          }
          archive.commit();
          acknowledged.set(round);
          round++;
        }
      } catch (IOException e) {
        refusedWrites.incrementAndGet();
      }
    }
  }

  private void read() {
    try (Epochs epochs = epochs()) {
      while (!ended.get()) {
        try {
          check(epochs);
          reads.incrementAndGet();
        } catch (IOException e) {
          refusedReads.incrementAndGet();
        }
      }
    } catch (IOException e) {
      wrong(e.toString());
    }
  }

  private void check(Epochs epochs) throws IOException {
    long atLeast = acknowledged.get();
    ClusterLookup lookup = new ClusterLookup(epochs.view());
    long first = -1;
    for (int i = 0; i < KilledWriter.ARTICLES; i++) {
      ArchivedArticle article = lookup.article(KilledWriter.id(i)).orElse(null);
      if (article == null) {
        wrong("article " + i + " is lost");
        return;
      }
      String title = String.valueOf(article.document().article().title());
      long round = Long.parseLong(title.split(" ")[1]);
      if (!KilledWriter.article(i, round).paragraphs().equals(article.paragraphs())) {
        wrong("article " + i + " is half of round " + round);
      }
      if (first < 0) {
        first = round;
      } else if (round != first) {
        wrong("article " + i + " is of round " + round + ", the first of " + first);
      }
    }
    if (first < atLeast) {
      wrong("round " + first + " is seen after " + atLeast + " was committed");
    }
  }

  private void wrong(String what) {
    wrong.incrementAndGet();
    System.out.println("WRONG: " + what);
  }

  private Process started(int number) throws IOException {
    String seeds = String.join(",", transport.stream().map(port -> "127.0.0.1:" + port).toList());
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-cp",
            OpenSearchNode.classPath().orElseThrow(),
            Path.of("src/test/opensearch/Node.java").toAbsolutePath().toString(),
            FOLDER.resolve("n" + number).toString(),
            Integer.toString(http.get(number)),
            Integer.toString(transport.get(number)),
            "three",
            "n" + number,
            seeds,
            "n0,n1,n2")
        .redirectErrorStream(true)
        .start();
  }

  private static void ready(Process node) throws IOException {
    BufferedReader output = node.inputReader();
    List<String> last = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      last.add(line);
      if (line.equals("READY")) {
        Thread.ofPlatform().daemon().start(() -> output.lines().forEach(_ -> {}));
        return;
      }
    }
    throw new IOException("a node does not start: " + last);
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void clear() throws IOException {
    if (Files.exists(FOLDER)) {
      try (Stream<Path> all = Files.walk(FOLDER)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
    Files.createDirectories(FOLDER);
  }
}
