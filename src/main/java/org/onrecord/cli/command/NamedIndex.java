package org.onrecord.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.Origin;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.Setting;
import org.onrecord.cli.option.Settings;
import org.onrecord.cli.option.SettingsSource;
import org.onrecord.cli.option.SettingsSource.Said;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Which index a command works on, told before it does: nobody should make keys for, or back up,
 * another one than is served.
 */
final class NamedIndex {
  /** Commands whose answer is all that one wants to see, or names the folder itself. */
  private static final Set<String> TELLING =
      Set.of("search", "verify", "check-draft", "mcp", "check", "backup", "restore", "settings");

  private NamedIndex() {}

  /**
   * Tells the folder on the error stream, and who named it.
   *
   * @throws IOException if the file of settings cannot be read
   */
  static void tell(ParseResult parsed, Places places, Terminal terminal) throws IOException {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    CommandSpec command = last.commandSpec();
    OptionSpec option = command.findOption(Settings.INDEX.optionName());
    boolean dry = last.hasMatchedOption(IndexCommand.DRY_RUN);
    if (last.isUsageHelpRequested() || !isSetting(option) || dry) {
      return;
    }
    Origin origin = origin(last, Objects.requireNonNull(option), command);
    if (!origin.isUnseen() && TELLING.contains(command.name())) {
      return;
    }
    String value = option.getValue();
    Path folder = value == null ? places.index() : Path.of(value);
    terminal
        .err()
        .println(
            TextStyle.clean(
                "Index: "
                    + folder.toAbsolutePath().normalize()
                    + (origin.isUnseen() ? " (" + origin.place() + ")" : "")));
  }

  private static boolean isSetting(@Nullable OptionSpec option) {
    return option != null && option.userObject() instanceof Setting<?>;
  }

  private static Origin origin(ParseResult parsed, OptionSpec option, CommandSpec command)
      throws IOException {
    if (parsed.hasMatchedOption(option)) {
      return new Origin(Origin.Kind.OPTION, Settings.INDEX.optionName());
    }
    Optional<Said> said = SettingsSource.of(command).said(Settings.INDEX).stream().findFirst();
    return said.map(Said::origin).orElse(Origin.DEFAULT);
  }

  /**
   * The archive in a folder that somebody named, which is there, or is made if that was asked for.
   *
   * @throws IOException if it is not there, or cannot be made
   */
  static ArchiveAccess at(Path folder, boolean create, Ports ports) throws IOException {
    ArchiveAccess archive = ports.archives().at(folder);
    if (!archive.isThere()) {
      if (!create) {
        throw new IOException(
            "There is no index in "
                + folder
                + ". If there should be one, look whether the name is right and its disk mounted."
                + " Else make one: onrecord index PATH… --index "
                + folder
                + ", or with --create an empty one");
      }
      archive.openForWriting().close();
    }
    return archive;
  }
}
