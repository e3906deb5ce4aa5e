package org.onrecord.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.evaluation.NameEvaluation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord evaluate names}: how well names and their kinds are found. */
@Command(
    name = "names",
    description = {
      "Scores names and their kinds against articles in which every name is marked.",
      "",
      "Each line is a JSON object with id, text and mentions, as",
      "src/docs/quotation-model.md describes. A name counts where its words and its",
      "kind, person, organisation or place, are exactly right.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord evaluate names entities.jsonl",
      "  onrecord evaluate names entities.jsonl --folds 3 --learn annotated.jsonl",
    })
final class EvaluateNamesCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "GOLD", description = "Articles with their names.")
  private Path gold = Path.of("");

  @ArgGroup private Origin origin = new Origin();

  @Mixin private final LearnOption learn = new LearnOption();

  /** What finds the names; by default the model that is shipped. */
  static final class Origin {
    @Option(
        names = "--folds",
        paramLabel = "N",
        description = {
          "Score models that are trained for this on the other",
          "folds of the articles; article i is in fold i mod N."
        })
    private int folds;

    @Option(names = "--rules", description = "Score what rules find without a model.")
    private boolean rules;
  }

  private final Terminal terminal;

  EvaluateNamesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> learnt = learn.files(origin.folds);
    NameEvaluation evaluation =
        origin.folds > 0
            ? NameEvaluation.crossValidated(gold, origin.folds, learnt)
            : origin.rules ? NameEvaluation.rules(gold) : NameEvaluation.shipped(gold);
    terminal.out().print(evaluation.text());
    return ExitCode.DONE.number();
  }
}
