package org.onrecord.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
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
    return commandLine(ports, places, terminal).execute(args);
  }

  static CommandLine commandLine(Ports ports, Places places, Terminal terminal) {
    Diagnostics diagnostics = new Diagnostics(terminal.err());
    Import imports = new Import(ports, terminal, diagnostics);
    CommandLine commands =
        new CommandLine(new OnRecordCommand(diagnostics))
            .addSubcommand(ServeCommand.commandLine(ports, places, terminal, imports))
            .addSubcommand(new IndexCommand(places, terminal, imports))
            .addSubcommand(new WatchCommand(places, terminal, imports))
            .addSubcommand(new FeedCommand(places, terminal, imports))
            .addSubcommand(SearchCommand.commandLine(ports, places, terminal))
            .addSubcommand(BatchCommand.commandLine(ports, places, terminal))
            .addSubcommand(new VerifyCommand(ports, places, terminal))
            .addSubcommand(new CheckDraftCommand(ports, places, terminal))
            .addSubcommand(new McpCommand(ports, places, terminal, diagnostics))
            .addSubcommand(new ExtractCommand(ports, terminal, diagnostics))
            .addSubcommand(new CorrectCommand(ports, places, terminal))
            .addSubcommand(new CorrectionsCommand(ports, places, terminal))
            .addSubcommand(PeopleCommand.commandLine(ports, places, terminal))
            .addSubcommand(KeysCommand.commandLine(ports, places, terminal))
            .addSubcommand(new CheckCommand(ports, places, terminal))
            .addSubcommand(new BackupCommand(ports, places, terminal))
            .addSubcommand(new RestoreCommand(ports, places, terminal))
            .addSubcommand(new ReindexCommand(ports, places, terminal))
            .addSubcommand(ExportCommand.commandLine(ports, places, terminal))
            .addSubcommand(new SettingsCommand(places, terminal))
            .addSubcommand(RegistryCommand.commandLine(terminal))
            .addSubcommand(new TrainCommand(terminal))
            .addSubcommand(EvaluateCommand.commandLine(ports, terminal))
            .addSubcommand(BenchCommand.commandLine(ports, places, terminal, imports));
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
