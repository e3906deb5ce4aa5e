package org.onrecord.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ApiJson;
import org.onrecord.api.VerificationBody;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.DaysOption;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.VerificationPage;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.verify.Claim;
import org.onrecord.verify.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord verify}: whether words are on record. */
@Command(
    name = "verify",
    description = {
      "Tells whether words are on record: exactly, altered (and how), in part, joined from",
      "pieces, only reported, of somebody else, on other days, denied, or not here.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "Not here says nothing but that: the archive's span stands beside it.",
      "",
      "Examples:",
      "  onrecord verify \"We have waited ten years for this\"",
      "  onrecord verify \"We have waited ten years for this\" --speaker \"Ruth Alder\" --json",
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WORDS", arity = "1..*", description = "The words of a quotation.")
  private List<String> words = List.of();

  @Option(
      names = "--speaker",
      paramLabel = "SPEAKER",
      description = "Who is claimed to have said them.")
  private @Nullable String speaker;

  @Mixin private final DaysOption days = new DaysOption();

  @Option(
      names = "--outlet",
      paramLabel = "OUTLET",
      description = "Only in this outlet; repeat it for alternatives.")
  private List<String> outlets = List.of();

  @Option(names = "--json", description = "Print the answer exactly as the API gives it.")
  private boolean json;

  @Mixin private final IndexFolder index;
  @Mixin private final StandardHelp help = new StandardHelp();

  private final Ports ports;
  private final Terminal terminal;

  VerifyCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Verification answer;
    try (ArchiveAccess.OpenArchive archive = ports.archives().at(index.path()).openForReading()) {
      answer =
          archive.verify(
              new Claim(String.join(" ", words), speaker, days.from(), days.to(), outlets));
    } catch (InvalidRequestException e) {
      terminal.fail(String.valueOf(e.getMessage()));
      return ExitCode.BAD_USAGE.number();
    }
    if (json) {
      terminal.out().println(ApiJson.text(VerificationBody.of(answer)));
    } else {
      new VerificationPage(terminal.out(), terminal.style()).print(answer);
    }
    return ExitCode.DONE.number();
  }
}
