package org.onrecord.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.Settings;
import org.onrecord.cli.option.SettingsSource;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.evaluation.EvaluationReport;
import org.onrecord.evaluation.GoldArticle;
import org.onrecord.evaluation.GoldReader;
import org.onrecord.evaluation.QuotationEvaluation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord evaluate quotations}: how well quotations and speakers are found. */
@Command(
    name = "quotations",
    description = {
      "Scores quotations, speakers and parties against annotated articles.",
      "",
      "Each line is a JSON object with id, text and quotes, as",
      "src/docs/quotation-model.md describes.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord evaluate quotations annotated.jsonl",
      "  onrecord evaluate quotations annotated.jsonl --folds 3 --json scores.json",
      "  onrecord evaluate quotations annotated.jsonl --folds 3 --learn more.jsonl",
    })
final class EvaluateQuotationsCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "GOLD", description = "Annotated articles, with their marks.")
  private Path gold = Path.of("");

  @ArgGroup private Origin origin = new Origin();
  @ArgGroup private Twins twins = new Twins();

  @Mixin private final LearnOption learn = new LearnOption();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write all figures there; no text of the articles is in them.")
  private @Nullable Path json;

  @Option(
      names = "--out",
      paramLabel = "SYSTEM",
      description = "Write what was found there, a JSON line an article.")
  private @Nullable Path out;

  /** Where the quotations to score come from; by default from the model that is shipped. */
  static final class Origin {
    @Option(
        names = "--folds",
        paramLabel = "N",
        description = {
          "Score models that are trained for this on the other",
          "folds of the articles; article i is in fold i mod N."
        })
    private int folds;

    @Option(
        names = "--system",
        paramLabel = "SYSTEM",
        description = "Score these quotations, as extract prints them.")
    private @Nullable Path system;

    @Option(
        names = "--model",
        paramLabel = "FILE",
        description = "Score this model, as train writes it.")
    private @Nullable Path model;
  }

  /** Articles that have lost their marks. */
  static final class Twins {
    @Option(
        names = "--marks-lost",
        description = "Score also the same articles without their double quotation marks.")
    private boolean deleted;

    @Option(
        names = "--lost",
        paramLabel = "GOLD",
        description = {
          "Score also these articles, which have lost their marks;",
          "their ids before # are those of the articles."
        })
    private @Nullable Path file;
  }

  private final Terminal terminal;

  EvaluateQuotationsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  private Optional<Path> model() throws IOException {
    return origin.model == null
        ? SettingsSource.of(spec).said(Settings.MODEL).stream()
            .findFirst()
            .map(said -> Settings.MODEL.read(said.value()))
        : Optional.of(origin.model);
  }

  @Override
  public Integer call() throws IOException {
    EvaluationReport report = report();
    terminal.out().print(report.text());
    if (json != null) {
      Files.writeString(json, report.json(command()) + "\n", StandardCharsets.UTF_8);
    }
    if (out != null) {
      Files.write(out, report.lines(), StandardCharsets.UTF_8);
    }
    return ExitCode.DONE.number();
  }

  private EvaluationReport report() throws IOException {
    List<Path> learnt = learn.files(origin.folds);
    List<GoldArticle> articles = GoldReader.articles(gold);
    try {
      QuotationEvaluation evaluation = new QuotationEvaluation(articles, twins(articles));
      if (origin.system != null) {
        return evaluation.found(origin.system);
      }
      return origin.folds == 0
          ? evaluation.of(model())
          : evaluation.crossValidated(origin.folds, learnt);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private List<GoldArticle> twins(List<GoldArticle> articles) throws IOException {
    if (twins.file != null) {
      return GoldReader.articles(twins.file);
    }
    return twins.deleted ? articles.stream().map(GoldArticle::withoutMarks).toList() : List.of();
  }

  /** The command that gave the figures, with the files' names only. */
  private String command() {
    StringBuilder command = new StringBuilder("onrecord evaluate quotations ");
    command.append(gold.getFileName());
    if (origin.folds > 0) {
      command.append(" --folds ").append(origin.folds);
    }
    List<Path> learnt = learn.files(origin.folds);
    if (!learnt.isEmpty()) {
      command.append(" --learn");
      learnt.forEach(file -> command.append(" ").append(file.getFileName()));
    }
    if (origin.system != null) {
      command.append(" --system ").append(origin.system.getFileName());
    }
    if (origin.model != null) {
      command.append(" --model ").append(origin.model.getFileName());
    }
    if (twins.file != null) {
      command.append(" --lost ").append(twins.file.getFileName());
    }
    return command.append(twins.deleted ? " --marks-lost" : "").toString();
  }
}
