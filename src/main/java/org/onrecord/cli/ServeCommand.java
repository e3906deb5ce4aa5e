package org.onrecord.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.ingest.IngestReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord serve}: the HTTP service. */
@Command(
    name = "serve",
    description = {
      "Serves the index: a page to search on, and the API under /api/v1.",
      "",
      "An index that is empty or missing is first filled from the seeds.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord serve",
      "  onrecord serve --port 0 --index /srv/onrecord --seeds articles/",
    })
final class ServeCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;
  @Mixin private final VariantsOption variants = new VariantsOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seeds",
      paramLabel = "DIR",
      description = "The articles to begin with; by default the folder \"seeds\" beside OnRecord.")
  private @Nullable Path seeds;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = {
        "The model that finds quotations in the seeds; by default",
        "the one that comes with OnRecord."
      })
  private @Nullable Path model;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "The address to listen on, one of this machine's own; ${DEFAULT-VALUE} by default.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The port to listen on, ${DEFAULT-VALUE} by default; 0 picks a free one.")
  private int port;

  private final Ports ports;
  private final Places places;
  private final Terminal terminal;
  private final Import imports;

  ServeCommand(Ports ports, Places places, Terminal terminal, Import imports) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.places = places;
    this.terminal = terminal;
    this.imports = imports;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    checkAddress();
    boolean refused = ports.archives().isEmpty(index.path()) && fill();
    try (Service.Running service = ports.service().start(index.path(), host, port)) {
      String address = service.address().toString();
      terminal.out().println("OnRecord serves " + address.replaceFirst("/$", ""));
      terminal.out().flush();
      service.awaitEnd();
    }
    return (refused ? ExitCode.REFUSED : ExitCode.DONE).number();
  }

  private void checkAddress() {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(spec.commandLine(), "--port is 0 to 65535, not " + port);
    }
    try {
      if (!InetAddress.getByName(host).isLoopbackAddress()) {
        throw new ParameterException(
            spec.commandLine(),
            "--host "
                + host
                + " is open to other machines, which OnRecord does not serve yet; use 127.0.0.1");
      }
    } catch (UnknownHostException e) {
      throw new ParameterException(
          spec.commandLine(), "--host " + host + " is no address of this machine", e);
    }
  }

  /** Fills the index from the seeds; says whether some of them were refused. */
  private boolean fill() throws IOException {
    Path from = seeds == null ? places.seeds() : seeds;
    terminal.err().println("Filling the empty index from " + from);
    IngestReport report =
        imports.run(
            List.of(from.toString()),
            Optional.empty(),
            variants.with(null, Optional.ofNullable(model)),
            index.path());
    Import.print(report, terminal.err());
    return report.refusals() > 0;
  }
}
