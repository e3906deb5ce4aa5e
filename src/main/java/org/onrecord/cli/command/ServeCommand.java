package org.onrecord.cli.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.onrecord.cli.Ports;
import org.onrecord.cli.Service;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.ServiceSettings;
import org.onrecord.cli.option.SettingOptions;
import org.onrecord.cli.option.Settings;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.format.ArticleShare;
import org.onrecord.format.ArticleSource;
import org.onrecord.ingest.IngestReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code onrecord serve}: the HTTP service. */
@Command(
    name = "serve",
    description = {
      "Serves the index: a page to search on, and the API under /api/v1.",
      "",
      "The index in OnRecord's own folder is first filled from the seeds if it is empty",
      "or missing; one that is named is there, or made with --create. Without keys",
      "(onrecord keys) this machine alone is served, and may do everything. An option",
      "may also stand in the environment or in a file: onrecord settings.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord serve",
      "  onrecord serve --port 0 --index /srv/onrecord --create --seeds articles/",
      "  onrecord serve --host 0.0.0.0 --cors-origin https://desk.example",
    })
final class ServeCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final SettingOptions options = new SettingOptions(Settings.ALL);

  private final Ports ports;
  private final Places places;
  private final Terminal terminal;
  private final Import imports;

  private ServeCommand(Ports ports, Places places, Terminal terminal, Import imports) {
    this.ports = ports;
    this.places = places;
    this.terminal = terminal;
    this.imports = imports;
  }

  static CommandLine commandLine(Ports ports, Places places, Terminal terminal, Import imports) {
    return new CommandLine(new ServeCommand(ports, places, terminal, imports));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServiceSettings settings = options.settings();
    boolean own = settings.find(Settings.INDEX).isEmpty();
    if (own) {
      settings = settings.with(Settings.INDEX, places.index().toString());
    } else {
      NamedIndex.at(settings.index(), settings.get(Settings.CREATE), ports);
    }
    requireKeys(settings);
    boolean mayFill = own || settings.find(Settings.SEEDS).isPresent();
    boolean refused = mayFill && ports.archives().at(settings.index()).isEmpty() && fill(settings);
    try (Service.Running service = ports.service().start(settings)) {
      String address = service.address().toString();
      terminal.out().println("OnRecord serves " + address.replaceFirst("/$", ""));
      terminal.out().flush();
      service.awaitEnd();
    }
    return (refused ? ExitCode.REFUSED : ExitCode.DONE).number();
  }

  /** Refuses what would open the index to all the world unasked. */
  private void requireKeys(ServiceSettings settings) throws IOException {
    String host = settings.get(Settings.HOST);
    if (!settings.get(Settings.ALLOW_ANONYMOUS_READ)
        && settings.find(Settings.AUTH_HEADER).isEmpty()
        && !isLoopback(host)
        && ports.archives().at(settings.index()).keys().keys().isEmpty()) {
      throw options.wrong(
          "--host "
              + host
              + " is open to other machines, and there are no keys. Make one with \"onrecord keys"
              + " add NAME --role ROLE\", or let everybody read with --allow-anonymous-read",
          null);
    }
  }

  private boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw options.wrong("--host " + host + " is no address of this machine", e);
    }
  }

  /** Fills the index from the seeds; says whether some of them were refused. */
  private boolean fill(ServiceSettings settings) throws IOException {
    Path from = settings.find(Settings.SEEDS).orElseGet(places::seeds);
    terminal.err().println("Filling the empty index from " + from);
    IngestReport report =
        imports.run(
            new ArticleSource(List.of(from.toString()), Optional.empty(), terminal.in()),
            ArticleShare.WHOLE,
            settings.knowledge(),
            settings.index(),
            settings.bounds());
    Import.print(report, terminal.err());
    return report.refusals() > 0;
  }
}
