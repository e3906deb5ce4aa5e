package org.onrecord.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.cli.option.Origin;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.Setting;
import org.onrecord.cli.option.SettingOptions;
import org.onrecord.cli.option.Settings;
import org.onrecord.cli.option.SettingsSource;
import org.onrecord.cli.option.SettingsSource.Said;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code onrecord settings}: what holds, and who says so. */
@Command(
    name = "settings",
    description = {
      "Tells the value of each setting, where it is said, and what else is said of it",
      "that does not hold. The commands take them from the same places: the command",
      "line, then the environment, then the file of settings.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord settings",
      "  ONRECORD_SETTINGS=/etc/onrecord/onrecord.properties onrecord settings",
    })
final class SettingsCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final SettingOptions options = new SettingOptions(Settings.ALL);
  @Spec private CommandSpec spec = CommandSpec.create();

  private final Places places;
  private final Terminal terminal;

  SettingsCommand(Places places, Terminal terminal) {
    this.places = places;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    options.settings();
    Path file = SettingsSource.of(spec).file();
    terminal
        .out()
        .println("File of settings: " + file + (Files.exists(file) ? "" : " (is not there)"));
    for (Setting<?> setting : Settings.ALL) {
      terminal.out().println(TextStyle.clean(line(setting)));
    }
    return ExitCode.DONE.number();
  }

  private String line(Setting<?> setting) throws IOException {
    List<Said> said = options.said(setting);
    if (said.isEmpty()) {
      return "%-25s %s  (default)".formatted(setting.name(), unsaid(setting));
    }
    List<String> why = new ArrayList<>();
    why.add(said.getFirst().origin().place());
    for (Said other : said.subList(1, said.size())) {
      if (other.origin().kind() != Origin.Kind.DEFAULT) {
        why.add("not " + other.value() + ", as " + other.origin().place() + " says");
      }
    }
    return "%-25s %s  (%s)"
        .formatted(setting.name(), said.getFirst().value(), String.join(", ", why));
  }

  private String unsaid(Setting<?> setting) {
    if (setting == Settings.INDEX) {
      return places.index().toAbsolutePath().toString();
    }
    return setting == Settings.SEEDS ? places.seeds().toAbsolutePath().toString() : "none";
  }
}
