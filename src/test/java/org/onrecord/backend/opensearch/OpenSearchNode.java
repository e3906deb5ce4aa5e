package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real OpenSearch in a Java machine and on a class path of its own, one for all tests of this
 * machine, which goes when this machine does. Its jars are fetched by Maven, as {@code
 * src/test/opensearch/pom.xml} names them; where they cannot be had, tests that need a node are
 * skipped. The system property {@code onrecord.opensearch} names one that runs already.
 */
public final class OpenSearchNode {
  private static final Path SOURCE = Path.of("src/test/opensearch").toAbsolutePath();
  private static final Path FOLDER = Path.of("target/opensearch").toAbsolutePath();
  private static final Path MEMORY = Path.of("/dev/shm");

  /** Bytes; the archives of tests take some megabytes, and go when their test has ended. */
  private static final long ROOM = 2L << 30;

  private static final AtomicInteger PREFIXES = new AtomicInteger();
  private static @Nullable OpenSearchNode one;
  private static @Nullable String unavailable;

  private final Process process;
  private final URI address;

  private OpenSearchNode(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Where the node is; starts it when it is first asked for. */
  public static synchronized URI address() {
    String running = System.getProperty("onrecord.opensearch");
    if (running != null) {
      return URI.create(running);
    }
    if (unavailable != null) {
      abort(unavailable);
    }
    if (one == null) {
      try {
        one = start("node", 1);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return one.address;
  }

  /** An index prefix that no other test has. */
  public static String prefix() {
    return "t" + ProcessHandle.current().pid() + "-" + PREFIXES.incrementAndGet();
  }

  /** Starts a node of its own, for a test that harms it. */
  static OpenSearchNode start(String name, int attempt) throws IOException {
    Optional<String> classPath = classPath();
    if (classPath.isEmpty()) {
      unavailable = "OpenSearch's jars cannot be had: Maven does not fetch them";
      abort(unavailable);
    }
    Path data = room().resolve("onrecord-" + name + "-" + ProcessHandle.current().pid());
    delete(data);
    Files.createDirectories(data);
    Path log = FOLDER.resolve(name + ".log");
    int port = freePort();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath.orElseThrow(),
                SOURCE.resolve("Node.java").toString(),
                data.toString(),
                Integer.toString(port),
                Integer.toString(freePort()))
            .redirectErrorStream(true)
            .start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  process.destroyForcibly();
                  delete(data);
                }));
    try {
      BufferedReader output = process.inputReader();
      PrintWriter told = new PrintWriter(Files.newBufferedWriter(log), true);
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        told.println(line);
        if (line.equals("READY")) {
          Thread.ofPlatform().daemon().start(() -> output.lines().forEach(told::println));
          return new OpenSearchNode(process, URI.create("http://127.0.0.1:" + port));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      process.destroyForcibly();
      throw e;
    }
    if (attempt < 3) {
      return start(name, attempt + 1);
    }
    throw new IOException("OpenSearch does not start, see " + log);
  }

  /** Where data goes that no power cut need leave: memory, where the machine has so much. */
  private static Path room() throws IOException {
    return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM
        ? MEMORY
        : FOLDER;
  }

  URI at() {
    return address;
  }

  /** Kills it, as a power cut does. */
  void kill() {
    process.destroyForcibly();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  static Optional<String> classPath() throws IOException {
    Files.createDirectories(FOLDER);
    Path file = FOLDER.resolve("classpath.txt");
    for (List<String> mode : List.of(List.of("-o"), List.<String>of())) {
      if (isThere(file)) {
        return Optional.of(Files.readString(file).strip());
      }
      fetch(mode, file);
    }
    return isThere(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
  }

  private static boolean isThere(Path file) throws IOException {
    return Files.exists(file)
        && Stream.of(Files.readString(file).strip().split(File.pathSeparator))
            .allMatch(jar -> Files.exists(Path.of(jar)));
  }

  private static void fetch(List<String> mode, Path file) throws IOException {
    try {
      Process maven =
          new ProcessBuilder(
                  Stream.of(
                          Stream.of("mvn", "-q", "-B"),
                          mode.stream(),
                          Stream.of(
                              "-f",
                              SOURCE.resolve("pom.xml").toString(),
                              "dependency:build-classpath",
                              "-Dmdep.outputFile=" + file))
                      .flatMap(parts -> parts)
                      .toList())
              .redirectErrorStream(true)
              .redirectOutput(FOLDER.resolve("maven.log").toFile())
              .start();
      if (!maven.waitFor(5, TimeUnit.MINUTES)) {
        maven.destroyForcibly();
      }
    } catch (IOException e) {
      Files.writeString(FOLDER.resolve("maven.log"), "Maven is not there: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void delete(Path folder) {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      } catch (IOException | UncheckedIOException e) {
        folder.toFile().deleteOnExit();
      }
    }
  }
}
