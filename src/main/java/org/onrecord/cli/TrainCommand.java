package org.onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.evaluation.ModelTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord train}: makes the model that finds quotations. */
@Command(
    name = "train",
    description = {
      "Makes the model that finds quotations, from annotated articles.",
      "",
      "Each line is a JSON object with text and quotes, as src/docs/quotation-model.md",
      "describes.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord train annotated.jsonl --out quotations.model",
    })
final class TrainCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Annotated articles.")
  private List<Path> files = List.of();

  @Option(names = "--out", required = true, paramLabel = "MODEL", description = "The model.")
  private Path out = Path.of("quotations.model");

  private final Terminal terminal;

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    int articles = ModelTraining.train(files, out);
    terminal.out().println(Amount.of(articles, "article") + " learnt, model in " + out);
    return ExitCode.DONE.number();
  }
}
