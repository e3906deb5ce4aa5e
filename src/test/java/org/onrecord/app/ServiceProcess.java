package org.onrecord.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code onrecord serve} as a process of its own, which can be killed. */
public final class ServiceProcess implements AutoCloseable {
  private static final String READY = "OnRecord serves ";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final CompletableFuture<String> address = new CompletableFuture<>();
  private final StringBuffer output = new StringBuffer();
  private final Duration startUp;
  private final long started;

  private ServiceProcess(Process process, long started) throws IOException, InterruptedException {
    this.process = process;
    this.started = started;
    Thread.ofVirtual().start(this::read);
    try {
      address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IOException("it does not serve: " + output, e);
    }
    startUp = Duration.ofNanos(System.nanoTime() - started);
  }

  /** Starts it and waits until it is ready. */
  public static ServiceProcess start(Path home, List<String> javaOptions, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules=jdk.incubator.vector",
            "-Donrecord.home=" + home));
    command.addAll(javaOptions);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Main.class.getName(),
            "serve",
            "--port",
            "0"));
    command.addAll(List.of(options));
    long started = System.nanoTime();
    return new ServiceProcess(
        new ProcessBuilder(command).redirectErrorStream(true).start(), started);
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        if (line.startsWith(READY)) {
          address.complete(line.substring(READY.length()));
        }
      }
      address.completeExceptionally(new IOException("it ended"));
    } catch (IOException e) {
      address.completeExceptionally(new UncheckedIOException(e));
    }
  }

  /** An address below that at which it serves. */
  public URI at(String path) {
    return URI.create(address.join() + path);
  }

  /** Everything it has written. */
  public String output() {
    return output.toString();
  }

  /** How long it took until it was ready. */
  public Duration startUp() {
    return startUp;
  }

  /** How long ago it was started. */
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  public long pid() {
    return process.pid();
  }

  /** Kills it, as {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Tells it to end, as {@code kill} does. */
  public void tell() {
    process.destroy();
  }

  /** Its exit code, once it has ended. */
  public int awaitEnd(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("it did not end in " + patience + ": " + output);
    }
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
