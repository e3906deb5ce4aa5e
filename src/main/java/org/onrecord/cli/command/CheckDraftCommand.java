package org.onrecord.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.onrecord.api.ApiJson;
import org.onrecord.api.CheckedDraftBody;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.KnowledgeOptions;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.CheckedDraftPage;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.draft.CheckedDraft;
import org.onrecord.draft.Draft;
import org.onrecord.draft.DraftChecker;
import org.onrecord.draft.DraftFormat;
import org.onrecord.draft.DraftFormatException;
import org.onrecord.draft.DraftReader;
import org.onrecord.ingest.Corrections;
import org.onrecord.verify.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code onrecord check-draft}: whether the quotations of a story are on record. */
@Command(
    name = "check-draft",
    description = {
      "Finds the quotations of a story and verifies each, with its speaker, against the index.",
      "The story is kept nowhere.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "Ends with 0 if every quotation will do, and with 3 if one will not: if its verdict is",
      "one of --fail-on, or it could not be verified.",
      "",
      "Examples:",
      "  onrecord check-draft story.txt",
      "  onrecord check-draft story.html --fail-on altered,spliced,other-speaker,denied",
      "  onrecord check-draft - --json < story.ninjs.json",
    })
final class CheckDraftCommand implements Callable<Integer> {
  private static final Set<Verdict> WRONG =
      EnumSet.complementOf(EnumSet.of(Verdict.EXACT, Verdict.PARTIAL));

  @Parameters(
      paramLabel = "FILE",
      description = "The story: text, HTML or ninjs in UTF-8; - for standard input.")
  private String file = "-";

  @Option(
      names = "--fail-on",
      paramLabel = "VERDICTS",
      split = ",",
      converter = VerdictConverter.class,
      description = {
        "Verdicts that will not do, parted by commas; all but exact and partial by",
        "default."
      })
  private List<Verdict> failOn = List.copyOf(WRONG);

  @Option(names = "--json", description = "Print the answer exactly as the API gives it.")
  private boolean json;

  @Mixin private final IndexFolder index;
  @Mixin private final KnowledgeOptions options = new KnowledgeOptions();
  @Mixin private final StandardHelp help = new StandardHelp();

  private final Ports ports;
  private final Terminal terminal;

  CheckDraftCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Draft draft;
    try {
      draft = read();
    } catch (DraftFormatException e) {
      terminal.fail(file + ": " + e.getMessage());
      return ExitCode.FAILED.number();
    }
    try (ArchiveAccess.OpenArchive archive = ports.archives().at(index.path()).openForReading()) {
      DraftChecker checker =
          new DraftChecker(
              () -> ports.analyzers().with(options.knowledge(), Corrections.NONE, terminal::warn),
              archive::verify,
              InstantSource.system());
      CheckedDraft checked = checker.check(draft);
      if (json) {
        terminal.out().println(ApiJson.text(CheckedDraftBody.of(checked, archive.span())));
      } else {
        new CheckedDraftPage(terminal.out(), terminal.style()).print(checked, archive.span());
      }
      return (isFine(checked) ? ExitCode.DONE : ExitCode.REFUSED).number();
    }
  }

  private Draft read() throws IOException, DraftFormatException {
    byte[] bytes;
    try (InputStream in = file.equals("-") ? terminal.in() : Files.newInputStream(Path.of(file))) {
      bytes = in.readNBytes(Draft.LONGEST + 1);
    }
    return DraftReader.read(bytes, DraftFormat.of(file, bytes));
  }

  private boolean isFine(CheckedDraft checked) {
    return checked.unchecked() == 0
        && checked.quotations().stream()
            .allMatch(
                one -> one.answer().isPresent() && !failOn.contains(one.answer().get().verdict()));
  }

  /** Reads a verdict by its label. */
  static final class VerdictConverter implements ITypeConverter<Verdict> {
    @Override
    public Verdict convert(String value) {
      for (Verdict verdict : Verdict.values()) {
        if (verdict.label().equalsIgnoreCase(value.strip())) {
          return verdict;
        }
      }
      throw new TypeConversionException(
          "there is no verdict '"
              + value
              + "'; there are "
              + String.join(
                  ", ", EnumSet.allOf(Verdict.class).stream().map(Verdict::label).toList()));
    }
  }
}
