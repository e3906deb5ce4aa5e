package org.onrecord.cli.command;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.onrecord.access.ApiKey;
import org.onrecord.access.ApiKeys;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code onrecord keys revoke}: a key no longer holds. */
@Command(
    name = "revoke",
    description = {"Takes a key away; it holds no longer, also for a service that runs.", ""},
    footer = {"", "Examples:", "  onrecord keys revoke newsroom"})
final class KeysRevokeCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;

  @Parameters(paramLabel = "NAME", description = "The key's name, or its id.")
  private String name = "";

  private final Ports ports;
  private final Terminal terminal;

  KeysRevokeCommand(Ports ports, Places places, Terminal terminal) {
    this.ports = ports;
    this.index = new IndexFolder(places);
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ApiKeys keys =
        (index.isNamed()
                ? NamedIndex.at(index.path(), false, ports)
                : ports.archives().at(index.path()))
            .keys();
    Optional<ApiKey> revoked = keys.revoke(name.strip());
    if (revoked.isEmpty()) {
      terminal.err().println("onrecord: there is no key " + TextStyle.clean(name));
      return ExitCode.FAILED.number();
    }
    terminal.out().println("Revoked " + TextStyle.clean(revoked.get().name()));
    if (keys.keys().isEmpty()) {
      terminal
          .err()
          .println("That was the last key: this machine may do everything without one again.");
    }
    return ExitCode.DONE.number();
  }
}
