package org.onrecord.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.ApiKey;
import org.onrecord.access.KeyBounds;
import org.onrecord.access.Role;
import org.onrecord.article.OwnerOnly;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.SettingOptions;
import org.onrecord.cli.option.Settings;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord keys add}: a new key. */
@Command(
    name = "add",
    description = {"Makes a key and shows it, this once only.", ""},
    footer = {
      "",
      "A key with --outlet, --section, --origin or --feed is a reader's. To it the archive",
      "is as if it held nothing else.",
      "",
      "Examples:",
      "  onrecord keys add newsroom --role writer",
      "  onrecord keys add guest --role reader --until 2026-12-31",
      "  onrecord keys add page --role reader --outlet \"Harbour Post\" --origin"
          + " https://post.example",
      "  onrecord keys add ferry-feed --feed \"q=ferry&type=quote\""
    })
final class KeysAddCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;

  @Mixin private final SettingOptions create = new SettingOptions(List.of(Settings.CREATE));

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "Whose key it is; the log of writes names it.")
  private String name = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = {
        "reader: search and read; writer: articles, too;",
        "editor: corrections, too; admin: everything.",
        "A feed's is reader; all others must say."
      })
  private @Nullable Role role;

  @Mixin private final KeyBoundsOptions bounds = new KeyBoundsOptions();

  private final Ports ports;
  private final Terminal terminal;

  KeysAddCommand(Ports ports, Places places, Terminal terminal) {
    this.ports = ports;
    this.index = new IndexFolder(places);
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try {
      KeyBounds bound = bounds.read();
      if (role == null && bound.feed() == null) {
        throw new IllegalArgumentException("--role is missing: reader, writer, editor or admin");
      }
      ApiKey.Made made =
          archive().keys().add(name.strip(), role == null ? Role.READER : role, bound);
      terminal.out().println(made.secret());
      if (bound.feed() != null) {
        terminal.err().println("The feed is at /feed.atom?token=" + made.secret());
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    terminal.err().println("This is the key of " + name.strip() + ". It is not kept: note it now.");
    return ExitCode.DONE.number();
  }

  private ArchiveAccess archive() throws IOException {
    if (index.isNamed()) {
      return NamedIndex.at(index.path(), create.settings().get(Settings.CREATE), ports);
    }
    OwnerOnly.makeFolder(index.path());
    return ports.archives().at(index.path());
  }
}
