package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.onrecord.cli.Service;
import org.onrecord.cli.command.OnRecordCommand;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.ServiceSettings;
import org.onrecord.cli.option.Settings;
import org.onrecord.cli.terminal.Terminal;

/**
 * The program as it is shipped, run within the test: the real analysis, the real index, the real
 * service.
 *
 * @param code what the command ended with
 * @param index the line that tells which index it works on; empty without one
 * @param err what else it wrote to the error stream
 */
public record ProgramRun(int code, String index, String out, String err) {

  /** Runs a command that ends by itself. */
  public static ProgramRun of(Path home, String in, List<String> args) {
    return of(home, in, args, Wiring.PATIENCE);
  }

  /**
   * The same.
   *
   * @param patience how long it waits for another who writes
   */
  public static ProgramRun of(Path home, String in, List<String> args, Duration patience) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        OnRecordCommand.run(
            args.toArray(new String[0]),
            OnceLoaded.ports(patience),
            new Places(home),
            new Terminal(
                new ByteArrayInputStream(in.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                Set.of()));
    String told = err.toString(UTF_8);
    int end = told.startsWith("Index: ") ? told.indexOf('\n') + 1 : 0;
    return new ProgramRun(code, told.substring(0, end), out.toString(UTF_8), told.substring(end));
  }

  public static ProgramRun of(Path home, String... args) {
    return of(home, "", List.of(args));
  }

  /** Serves an index on a free port until the answer is closed, and sends to this machine, too. */
  public static Service.Running servePrivately(Path index) throws IOException {
    return serve(ServiceSettings.local(index).with(Settings.ALERT_PRIVATE_TARGETS, "true"));
  }

  /** Serves an index on a free port until the answer is closed. */
  public static Service.Running serve(Path index) throws IOException {
    return serve(ServiceSettings.local(index));
  }

  private static Service.Running serve(ServiceSettings settings) throws IOException {
    return OnceLoaded.ports(Wiring.PATIENCE).service().start(settings);
  }

  public List<String> outLines() {
    return out.lines().toList();
  }
}
