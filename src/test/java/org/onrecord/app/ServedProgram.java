package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.Await;
import org.onrecord.cli.command.OnRecordCommand;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.terminal.Terminal;

/** {@code onrecord serve} as it is shipped, run within the test on a free port until closed. */
public final class ServedProgram implements AutoCloseable {
  private static final String READY = "OnRecord serves ";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Thread thread;

  private ServedProgram(Path home, List<String> args, Duration patience) {
    List<String> withPort = new ArrayList<>(args);
    withPort.addAll(List.of("--port", "0"));
    PrintStream both = new PrintStream(out, true, UTF_8);
    Terminal terminal = new Terminal(InputStream.nullInputStream(), both, both, Set.of());
    thread =
        new Thread(
            () ->
                OnRecordCommand.run(
                    withPort.toArray(new String[0]),
                    OnceLoaded.ports(patience),
                    new Places(home),
                    terminal),
            "serve");
  }

  /** Starts it and waits until it is ready. */
  public static ServedProgram start(Path home, List<String> args) {
    return start(home, args, Wiring.PATIENCE);
  }

  /**
   * The same.
   *
   * @param patience how long a write waits for another who writes
   */
  static ServedProgram start(Path home, List<String> args, Duration patience) {
    ServedProgram program = new ServedProgram(home, args, patience);
    program.thread.start();
    Await.until(
        () -> program.output().contains(READY) || !program.thread.isAlive(),
        PATIENCE,
        () -> "it does not serve: " + program.output());
    assertTrue(program.output().contains(READY), program::output);
    return program;
  }

  /** Everything it has written. */
  public String output() {
    return out.toString(UTF_8);
  }

  /** Where it serves, without a slash at the end. */
  public String address() {
    return output()
        .lines()
        .filter(l -> l.startsWith(READY))
        .findFirst()
        .orElseThrow()
        .substring(READY.length());
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
