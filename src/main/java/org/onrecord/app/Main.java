package org.onrecord.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.onrecord.cli.command.OnRecordCommand;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.terminal.Terminal;

/**
 * The program. System properties: {@code onrecord.home} is the folder in which {@code index} and
 * {@code seeds} lie (the working folder by default); {@code onrecord.terminal} names the streams
 * that a person looks at, as {@code out}, {@code err} or {@code out,err}.
 */
public final class Main {
  /** Held here, because the system would forget a logger's level together with the logger. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    LUCENE.setLevel(Level.SEVERE);
    Terminal terminal =
        new Terminal(
            System.in, stream(FileDescriptor.out), stream(FileDescriptor.err), interactive());
    Places places = new Places(Path.of(System.getProperty("onrecord.home", "")), System.getenv());
    int code =
        OnRecordCommand.run(args, Wiring.ports(Main::ended, Wiring.PATIENCE), places, terminal);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }

  /** A service that did all that it had accepted ends well, though a signal ended it. */
  private static void ended() {
    Runtime.getRuntime().halt(0);
  }

  /** What OnRecord writes is UTF-8, whatever the machine's locale says. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static Set<Terminal.Stream> interactive() {
    Set<Terminal.Stream> streams = EnumSet.noneOf(Terminal.Stream.class);
    String names = System.getProperty("onrecord.terminal", "");
    for (Terminal.Stream stream : Terminal.Stream.values()) {
      if (names.contains(stream.name().toLowerCase(Locale.ROOT))) {
        streams.add(stream);
      }
    }
    return streams;
  }
}
