package org.onrecord.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.access.ApiKey;
import org.onrecord.access.KeyBounds;
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
    description = {"Lists the keys: id, role, when it was made, name, what it is bound to.", ""},
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

  private static String bounds(KeyBounds bounds) {
    List<String> parts = new ArrayList<>();
    if (bounds.until() != null) {
      parts.add("until " + bounds.until());
    }
    add(parts, "outlet", bounds.outlets());
    add(parts, "section", bounds.sections());
    add(parts, "origin", bounds.origins());
    if (bounds.feed() != null) {
      parts.add("feed " + bounds.feed());
    }
    return parts.isEmpty() ? "" : "  (" + String.join("; ", parts) + ")";
  }

  private static void add(List<String> parts, String what, List<String> values) {
    if (!values.isEmpty()) {
      parts.add(what + " " + String.join(", ", values));
    }
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
              "%s  %-6s  %s  %s%s%n",
              key.id(),
              key.role().label(),
              key.created(),
              TextStyle.clean(key.name()),
              TextStyle.clean(bounds(key.bounds())));
    }
    if (keys.isEmpty()) {
      terminal.err().println("No keys in " + index.path());
    }
    return ExitCode.DONE.number();
  }
}
