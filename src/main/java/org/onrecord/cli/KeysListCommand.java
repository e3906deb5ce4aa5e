package org.onrecord.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.access.ApiKey;
import org.onrecord.access.KeyFile;
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
  private final Terminal terminal;

  KeysListCommand(Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<ApiKey> keys = new KeyFile(index.path(), InstantSource.system()).keys();
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
