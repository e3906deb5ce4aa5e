package org.onrecord.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.onrecord.article.ProgramVersion;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.SettingsSource;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.Diagnostics;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord} itself, and the whole of the command line. */
@Command(
    name = "onrecord",
    description = {"Searches a news archive for who said what, where and when.", ""},
    version = "OnRecord " + ProgramVersion.CURRENT,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 bad usage, 3 done but some input was refused.",
      "",
      "Examples:",
      "  onrecord serve",
      "  onrecord index articles/",
      "  onrecord search Trump Imran Khan",
    })
public final class OnRecordCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final Diagnostics diagnostics;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show which version this is.")
  private boolean version;

  @Spec private CommandSpec spec = CommandSpec.create();

  private OnRecordCommand(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Runs one command line to its end and gives the exit code. */
  public static int run(String[] args, Ports ports, Places places, Terminal terminal) {
    Diagnostics diagnostics = new Diagnostics(terminal.err());
    Map<String, Supplier<Object>> all = commands(ports, places, terminal, diagnostics);
    Supplier<Object> one = args.length == 0 ? null : all.get(args[0]);
    Map<String, Supplier<Object>> needed = one == null ? all : Map.of(args[0], one);
    return commandLine(needed, places, terminal, diagnostics).execute(args);
  }

  /** All of the command line. */
  static CommandLine commandLine(Ports ports, Places places, Terminal terminal) {
    Diagnostics diagnostics = new Diagnostics(terminal.err());
    return commandLine(
        commands(ports, places, terminal, diagnostics), places, terminal, diagnostics);
  }

  /** The commands by their names; what a command line is made of takes time, a name does not. */
  private static Map<String, Supplier<Object>> commands(
      Ports ports, Places places, Terminal terminal, Diagnostics diagnostics) {
    Import imports = new Import(ports, terminal, diagnostics);
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("serve", () -> ServeCommand.commandLine(ports, places, terminal, imports));
    all.put("index", () -> new IndexCommand(places, terminal, imports));
    all.put("watch", () -> new WatchCommand(places, terminal, imports));
    all.put("feed", () -> new FeedCommand(places, terminal, imports));
    all.put("search", () -> SearchCommand.commandLine(ports, places, terminal));
    all.put("batch", () -> BatchCommand.commandLine(ports, places, terminal));
    all.put("verify", () -> new VerifyCommand(ports, places, terminal));
    all.put("check-draft", () -> new CheckDraftCommand(ports, places, terminal));
    all.put("mcp", () -> new McpCommand(ports, places, terminal, diagnostics));
    all.put("extract", () -> new ExtractCommand(ports, terminal, diagnostics));
    all.put("correct", () -> new CorrectCommand(ports, places, terminal));
    all.put("corrections", () -> new CorrectionsCommand(ports, places, terminal));
    all.put("people", () -> PeopleCommand.commandLine(ports, places, terminal));
    all.put("keys", () -> KeysCommand.commandLine(ports, places, terminal));
    all.put("check", () -> new CheckCommand(ports, places, terminal));
    all.put("backup", () -> new BackupCommand(ports, places, terminal));
    all.put("restore", () -> new RestoreCommand(ports, places, terminal));
    all.put("reindex", () -> new ReindexCommand(ports, places, terminal));
    all.put("migrate", () -> new MigrateCommand(ports, places, terminal));
    all.put("export", () -> ExportCommand.commandLine(ports, places, terminal));
    all.put("settings", () -> new SettingsCommand(places, terminal));
    all.put("registry", () -> RegistryCommand.commandLine(terminal));
    all.put("train", () -> new TrainCommand(terminal));
    all.put("evaluate", () -> EvaluateCommand.commandLine(ports, terminal));
    all.put("bench", () -> BenchCommand.commandLine(ports, places, terminal, imports));
    return all;
  }

  private static CommandLine commandLine(
      Map<String, Supplier<Object>> needed,
      Places places,
      Terminal terminal,
      Diagnostics diagnostics) {
    CommandLine commands = new CommandLine(new OnRecordCommand(diagnostics));
    needed.forEach((name, command) -> commands.addSubcommand(name, command.get()));
    return commands
        .setDefaultValueProvider(new SettingsSource(places.environment(), places.home()))
        .setExecutionStrategy(
            parsed -> {
              try {
                NamedIndex.tell(parsed, places, terminal);
              } catch (IOException e) {
                return diagnostics.report(e).number();
              }
              return new CommandLine.RunLast().execute(parsed);
            })
        .setOut(new PrintWriter(terminal.out(), true))
        .setErr(new PrintWriter(terminal.err(), true))
        .setColorScheme(CommandLine.Help.defaultColorScheme(colours(terminal)))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((fault, _, _) -> diagnostics.report(fault).number())
        .setParameterExceptionHandler((fault, _) -> badUsage(fault, terminal));
  }

  private static Ansi colours(Terminal terminal) {
    return terminal.style() == TextStyle.ANSI ? Ansi.ON : Ansi.OFF;
  }

  private static int badUsage(ParameterException fault, Terminal terminal) {
    terminal.err().println("onrecord: " + BadUsage.sentence(fault));
    terminal
        .err()
        .println("Try: " + fault.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.BAD_USAGE.number();
  }

  /** Without a command nothing is done. */
  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: " + String.join(", ", spec.subcommands().keySet()));
  }
}
