package org.onrecord.cli.command;

import java.io.IOException;
import org.onrecord.cli.option.RegistryChoice;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.registry.LoadedRegistry;
import org.onrecord.registry.Registry;
import org.onrecord.registry.RegistryLoader;

/** Reads the registry that was chosen. */
final class RegistryReading {
  private RegistryReading() {}

  /** The registry; what is wrong in its files is told. */
  static Registry read(RegistryChoice choice, Terminal terminal) throws IOException {
    LoadedRegistry loaded = RegistryLoader.builtInWith(choice.files());
    loaded.problems().forEach(terminal::warn);
    return loaded.registry().finding(choice.countries());
  }
}
