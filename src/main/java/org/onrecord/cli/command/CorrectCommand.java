package org.onrecord.cli.command;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.SpeakerType;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.KnowledgeOptions;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.Amount;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.SaidBy;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import org.onrecord.correction.CorrectionLog;
import org.onrecord.correction.QuotationDecision;
import org.onrecord.ingest.CorrectionOutcome;
import org.onrecord.ingest.CorrectionService;
import org.onrecord.ingest.PlacedQuotation;
import org.onrecord.schema.ArchivedArticle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord correct}: an editor's decision about a quotation. */
@Command(
    name = "correct",
    description = {
      "Corrects the speaker or the party of a quotation, or strikes what is none.",
      "",
      "A correction is kept beside the index, with who made it and when. It holds",
      "when the article is taken in again, and can be withdrawn.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  onrecord correct bridge~q-fe2e7faf5d --speaker \"Ruth Alder\" --by \"R. Elm\"",
      "  onrecord correct bridge~q-fe2e7faf5d --no-party --by \"R. Elm\" --note \"left it\"",
      "  onrecord correct bridge~q-fe2e7faf5d --withdraw --by \"R. Elm\"",
    })
final class CorrectCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "QUOTE_ID",
      description = "The quotation's id, as answers give it; of a struck one the id that it had.")
  private String quotation = "";

  @Option(
      names = "--speaker",
      paramLabel = "NAME",
      description = {
        "This one speaks. The party follows from the article",
        "and the registry. Of people of one name: the id",
        "that the registry has."
      })
  private @Nullable String speaker;

  @Option(
      names = "--speaker-type",
      paramLabel = "TYPE",
      description = "person (the default), organisation or unnamed.")
  private @Nullable SpeakerType type;

  @Option(
      names = "--party",
      paramLabel = "NAME",
      description = "The speaker's party on the article's date.")
  private @Nullable String party;

  @Option(names = "--no-party", description = "The speaker belonged to no party on that date.")
  private boolean noParty;

  @Option(names = "--not-a-quotation", description = "Nobody is quoted there.")
  private boolean notAQuotation;

  @Option(names = "--withdraw", description = "What was corrected before no longer holds.")
  private boolean withdraw;

  @Option(names = "--by", paramLabel = "NAME", description = "Who decides it; must be given.")
  private @Nullable String by;

  @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
  private @Nullable String note;

  /** What the article was taken in with, since it is read anew. */
  @Mixin private final KnowledgeOptions knowledge = new KnowledgeOptions();

  @Mixin private final IndexFolder index;
  @Mixin private final StandardHelp help = new StandardHelp();
  @Spec private CommandSpec spec = CommandSpec.create();

  private final Ports ports;
  private final Terminal terminal;

  CorrectCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CorrectionService.Order order = order();
    CorrectionLog log = ports.archives().at(index.path()).corrections();
    CorrectionService desk =
        new CorrectionService(
            log,
            corrections ->
                ports.analyzers().with(knowledge.knowledge(), corrections, terminal::warn),
            ports.archives().at(index.path()).names(),
            InstantSource.system());
    try (ArchiveAccess.EditableArchive archive =
        ports.archives().at(index.path()).openForEditing()) {
      BrokenCorrections.tell(log, terminal.err());
      Optional<ArticleId> id = ArticleId.ofQuotation(quotation);
      Optional<ArchivedArticle> article =
          id.isPresent() ? archive.article(id.get()) : Optional.empty();
      CorrectionOutcome outcome = new CorrectionOutcome.UnknownQuotation();
      if (article.isPresent()) {
        outcome =
            desk.carryOut(order, article.get().document(), article.get().paragraphs(), archive);
      }
      return told(outcome).number();
    }
  }

  private CorrectionService.Order order() {
    String editor = by == null ? "" : by.strip();
    if (editor.isEmpty()) {
      throw wrong("who decides it? Say so with --by NAME");
    }
    String why = note == null || note.isBlank() ? null : note.strip();
    return new CorrectionService.Order(quotation, decision(), editor, why);
  }

  private QuotationDecision decision() {
    List<String> given = new ArrayList<>();
    List<QuotationDecision> decisions = new ArrayList<>();
    if (speaker != null) {
      given.add("--speaker");
      decisions.add(
          new QuotationDecision.SpeakerIs(
              name("--speaker", speaker), type == null ? SpeakerType.PERSON : type));
    } else if (type != null) {
      throw wrong("--speaker-type goes with --speaker NAME");
    }
    if (party != null) {
      given.add("--party");
      decisions.add(new QuotationDecision.PartyIs(name("--party", party)));
    }
    if (noParty) {
      given.add("--no-party");
      decisions.add(new QuotationDecision.PartyIsNone());
    }
    if (notAQuotation) {
      given.add("--not-a-quotation");
      decisions.add(new QuotationDecision.NotAQuotation());
    }
    if (withdraw) {
      given.add("--withdraw");
      decisions.add(new QuotationDecision.Withdrawn());
    }
    if (decisions.isEmpty()) {
      throw wrong(
          "what is to be corrected? Say --speaker NAME, --party NAME, --no-party,"
              + " --not-a-quotation or --withdraw");
    }
    if (decisions.size() > 1) {
      throw wrong(String.join(" and ", given) + " do not go together: correct one at a time");
    }
    return decisions.getFirst();
  }

  private String name(String option, String value) {
    if (value.isBlank()) {
      throw wrong(option + " needs a name");
    }
    return value.strip();
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private ExitCode told(CorrectionOutcome outcome) {
    return switch (outcome) {
      case CorrectionOutcome.Done(PlacedQuotation before, PlacedQuotation after, int others) -> {
        terminal.out().println(after.quotation().id() + ": " + content(after));
        terminal.out().println("  before: " + described(before));
        terminal.out().println("  after:  " + described(after));
        if (others > 0) {
          terminal
              .err()
              .println(
                  "onrecord: the article was read anew, and "
                      + Amount.of(others, "other quotation")
                      + " changed too; if it was taken in with a --registry or --model, name that"
                      + " and correct it again");
        }
        yield ExitCode.DONE;
      }
      case CorrectionOutcome.UnknownQuotation _ ->
          failed("there is no quotation " + quotation + " in " + index.path());
      case CorrectionOutcome.Struck _ ->
          failed(
              quotation
                  + " was struck: it is not a quotation. To correct it otherwise, --withdraw that"
                  + " first");
      case CorrectionOutcome.NothingToWithdraw _ ->
          failed("nothing to withdraw: no correction of " + quotation + " holds");
      case CorrectionOutcome.NoLongerFound _ ->
          failed(
              "read anew, the article has no quotation of these words; index it anew and look"
                  + " again");
    };
  }

  private ExitCode failed(String sentence) {
    terminal.fail(sentence);
    return ExitCode.FAILED;
  }

  private static String content(PlacedQuotation placed) {
    return TextStyle.clean(placed.quotation().content());
  }

  private static String described(PlacedQuotation placed) {
    String said = placed.struck().isPresent() ? "not a quotation" : SaidBy.of(placed.quotation());
    return TextStyle.clean(said);
  }
}
