package org.onrecord.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.SettingOptions;
import org.onrecord.cli.option.Settings;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.Diagnostics;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.mcp.LineServer;
import org.onrecord.mcp.McpServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code onrecord mcp}: the archive for an assistant that starts it. */
@Command(
    name = "mcp",
    description = {
      "Answers an assistant by the Model Context Protocol on standard input and output, until",
      "the input ends. An assistant starts it; \"onrecord serve\" answers the same at /mcp.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  onrecord mcp",
      "  onrecord mcp --index news --public-url https://archive.example.org",
    })
final class McpCommand implements Callable<Integer> {
  /** Where a service has the pages that citations link to, if nothing else is said. */
  private static final String USUAL = "http://127.0.0.1:8080";

  @Mixin private final SettingOptions options = new SettingOptions(List.of(Settings.PUBLIC_URL));

  @Mixin private final IndexFolder index;
  @Mixin private final StandardHelp help = new StandardHelp();

  private final Ports ports;
  private final Terminal terminal;
  private final Diagnostics diagnostics;

  McpCommand(Ports ports, Places places, Terminal terminal, Diagnostics diagnostics) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
    this.diagnostics = diagnostics;
  }

  @Override
  public Integer call() throws IOException {
    String base = options.settings().find(Settings.PUBLIC_URL).orElse(USUAL);
    try (ArchiveAccess.OpenArchive archive = ports.archives().at(index.path()).openForReading()) {
      new LineServer(new McpServer(archive.tools()), base, diagnostics::report)
          .serve(terminal.in(), terminal.out());
    }
    return ExitCode.DONE.number();
  }
}
