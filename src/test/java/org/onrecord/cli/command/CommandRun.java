package org.onrecord.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.Knowledge;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.RegistryChoice;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.ingest.FakeAnalyzer;
import picocli.CommandLine;

/** Runs command lines within the test, on fakes, and keeps what they write. */
final class CommandRun {
  private final Path home;
  private final FakeArchives archives = new FakeArchives();
  private final FakeService service = new FakeService();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Knowledge knowledge = Knowledge.SHIPPED;
  private String in = "";
  private Map<String, String> environment = Map.of();
  private Set<Terminal.Stream> interactive = Set.of();

  CommandRun(Path home) {
    this.home = home;
  }

  CommandRun standardInput(String text) {
    in = text;
    return this;
  }

  CommandRun environment(Map<String, String> variables) {
    environment = Map.copyOf(variables);
    return this;
  }

  CommandRun interactive(Terminal.Stream... streams) {
    interactive = Set.of(streams);
    return this;
  }

  /** The exit code. */
  int run(String... args) {
    return commandLine().execute(args);
  }

  /** All commands, to look at or to run. */
  CommandLine commandLine() {
    Ports ports =
        new Ports(
            archives,
            (given, corrections, warnings) -> {
              knowledge = given;
              for (Path file : given.registry().files()) {
                throw new IOException(file + " is no registry");
              }
              return new FakeAnalyzer();
            },
            service,
            (request, result) ->
                "{\"q\":\"" + request.q() + "\",\"total\":" + result.total() + "}");
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(in.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            interactive);
    return OnRecordCommand.commandLine(ports, new Places(home, environment), terminal);
  }

  String out() {
    return out.toString(UTF_8);
  }

  String err() {
    return err.toString(UTF_8);
  }

  List<String> outLines() {
    return out().lines().toList();
  }

  List<String> errLines() {
    return err().lines().toList();
  }

  FakeArchives archives() {
    return archives;
  }

  FakeService service() {
    return service;
  }

  RegistryChoice registry() {
    return knowledge.registry();
  }

  Optional<Path> model() {
    return knowledge.model();
  }
}
