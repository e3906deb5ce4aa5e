package org.onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.ingest.IngestReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code onrecord serve}: the HTTP service. */
@Command(
    name = "serve",
    description = {
      "Serves the index: a page to search on, and the API under /api/v1.",
      "",
      "An index that is empty or missing is first filled from the seeds. Without",
      "keys (onrecord keys) this machine alone is served, and may do everything.",
      "An option may also stand in the environment or in a file, as",
      "src/docs/settings.md tells.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord serve",
      "  onrecord serve --port 0 --index /srv/onrecord --seeds articles/",
      "  onrecord serve --host 0.0.0.0 --cors-origin https://desk.example",
    })
final class ServeCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;
  @Mixin private final KnowledgeOptions reading = new KnowledgeOptions();
  @Mixin private final ServiceOptions options = new ServiceOptions();

  @Option(
      names = "--seeds",
      paramLabel = "DIR",
      description = "The articles to begin with; by default the folder \"seeds\" beside OnRecord.")
  private @Nullable Path seeds;

  private final Ports ports;
  private final Places places;
  private final Terminal terminal;
  private final Import imports;

  private ServeCommand(Ports ports, Places places, Terminal terminal, Import imports) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.places = places;
    this.terminal = terminal;
    this.imports = imports;
  }

  static CommandLine commandLine(Ports ports, Places places, Terminal terminal, Import imports) {
    return new CommandLine(new ServeCommand(ports, places, terminal, imports))
        .setDefaultValueProvider(new SettingsSource(places.environment(), places.home()));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServiceSettings settings = options.settings(index.path(), reading.knowledge());
    boolean refused = ports.archives().isEmpty(index.path()) && fill();
    try (Service.Running service = ports.service().start(settings)) {
      String address = service.address().toString();
      terminal.out().println("OnRecord serves " + address.replaceFirst("/$", ""));
      terminal.out().flush();
      service.awaitEnd();
    }
    return (refused ? ExitCode.REFUSED : ExitCode.DONE).number();
  }

  /** Fills the index from the seeds; says whether some of them were refused. */
  private boolean fill() throws IOException {
    Path from = seeds == null ? places.seeds() : seeds;
    terminal.err().println("Filling the empty index from " + from);
    IngestReport report =
        imports.run(
            List.of(from.toString()),
            Optional.empty(),
            reading.knowledge(),
            index.path(),
            options.bounds());
    Import.print(report, terminal.err());
    return report.refusals() > 0;
  }
}
