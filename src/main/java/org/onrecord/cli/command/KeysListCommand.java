package org.onrecord.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.access.ApiKey;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code onrecord keys list}: the keys that hold. */
@Command(
    name = "list",
    description = {"Lists the keys: id, role, when it was made, name.", ""},
    footer = {"", "Examples:", "  onrecord keys list"})
final class KeysListCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;
  private final Ports ports;
  private final Terminal terminal;

  KeysListCommand(Ports ports, Places places, Terminal terminal) {
    this.ports = ports;
    this.index = new IndexFolder(places);
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<ApiKey> keys =
        (index.isNamed()
                ? NamedIndex.at(index.path(), false, ports)
                : ports.archives().at(index.path()))
            .keys()
            .keys();
    for (ApiKey key : keys) {
      terminal
          .out()
          .printf(
              "%s  %-6s  %s  %s%n",
              key.id(), key.role().label(), key.created(), TextStyle.clean(key.name()));
    }
    if (keys.isEmpty()) {
      terminal.err().println("No keys in " + index.path());
    }
    return ExitCode.DONE.number();
  }
}
