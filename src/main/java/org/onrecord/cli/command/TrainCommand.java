package org.onrecord.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleDetails;
import org.onrecord.cli.option.FormatOption;
import org.onrecord.cli.option.SettingOptions;
import org.onrecord.cli.option.Settings;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.Amount;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.evaluation.AdaptationReport;
import org.onrecord.evaluation.ArchiveSample;
import org.onrecord.evaluation.ModelAdaptation;
import org.onrecord.evaluation.NameEvaluation;
import org.onrecord.evaluation.SpeakerTraining;
import org.onrecord.evaluation.TrainedModel;
import org.onrecord.format.ArticleSource;
import org.onrecord.format.ReadResult;
import org.onrecord.format.ReadResult.Rejected;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord train}: makes the model that finds quotations. */
@Command(
    name = "train",
    description = {
      "Makes the model that finds quotations: from annotated articles, or by adapting",
      "one to your own archive, for which nobody has to annotate anything.",
      "",
      "To adapt, it reads articles that have their quotation marks, deletes the marks,",
      "and learns to find the same quotations without them. Every tenth article is held",
      "back to measure whether that helped. Annotated articles are JSON lines with text",
      "and quotes, as src/docs/quotation-model.md describes.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  onrecord train --unannotated archive.jsonl.gz --out our.model",
      "  onrecord train annotated.jsonl --out our.model",
      "  onrecord train annotated.jsonl --unannotated archive/ --out our.model",
      "  onrecord index archive/ --model our.model",
      "  onrecord train --names entities.jsonl annotated.jsonl --out names.model",
    })
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Annotated articles.")
  private List<Path> files = List.of();

  @Option(names = "--out", required = true, paramLabel = "MODEL", description = "The model.")
  private Path out = Path.of("quotations.model");

  @Option(
      names = "--names",
      description = {
        "Make the model that finds names instead, from articles",
        "with mentions (every name) or quotes (the speakers)."
      })
  private boolean names;

  @Option(
      names = "--unannotated",
      arity = "1..*",
      paramLabel = "ARCHIVE",
      description = {
        "Files and folders of articles to adapt to; what index",
        "reads; - for standard input. Annotated articles, if",
        "any, stand before this option."
      })
  private List<String> archive = List.of();

  @Mixin private final FormatOption format = new FormatOption();

  /** The model to adapt, where none is trained on annotated articles. */
  @Mixin private final SettingOptions model = new SettingOptions(List.of(Settings.MODEL));

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "2000",
      description = {
        "Adapt to N articles, drawn at random from those that",
        "have speech between marks (${DEFAULT-VALUE} by default)."
      })
  private int limit;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Draw others with another number (${DEFAULT-VALUE} by default).")
  private long seed;

  @Option(
      names = "--speakers",
      description = {
        "Learn from annotated articles who speaks instead, and",
        "write the table of weights that is built into OnRecord."
      })
  private boolean speakers;

  @Option(
      names = "--learn",
      arity = "1..*",
      paramLabel = "ANNOTATED",
      description = {
        "With --speakers: annotated articles that the models",
        "of quotations learn from too which find the sources."
      })
  private List<Path> learn = List.of();

  @Option(
      names = "--force",
      description = "Write the adapted model even if it finds less than before.")
  private boolean force;

  @Mixin private final StandardHelp help = new StandardHelp();
  private final Terminal terminal;

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    check();
    TrainedModel.checkWritable(out);
    if (names) {
      int articles = NameEvaluation.train(files, out);
      say(Amount.of(articles, "article") + " learnt, model of names in " + out);
      return ExitCode.DONE.number();
    }
    if (speakers) {
      SpeakerTraining training = new SpeakerTraining(files, learn);
      learn(training);
      say(Amount.of(training.articles(), "article") + " learnt, weights in " + out);
      return ExitCode.DONE.number();
    }
    if (files.isEmpty()) {
      return adapt(TrainedModel.in(model.settings().find(Settings.MODEL))).number();
    }
    TrainedModel trained = TrainedModel.of(files);
    if (!archive.isEmpty()) {
      say(Amount.of(trained.articles(), "annotated article") + " learnt");
      return adapt(trained).number();
    }
    trained.write(out);
    say(Amount.of(trained.articles(), "article") + " learnt, model in " + out);
    return ExitCode.DONE.number();
  }

  private void learn(SpeakerTraining training) throws IOException {
    try {
      training.write(out);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void check() {
    if (!learn.isEmpty() && !speakers) {
      throw wrong("--learn goes with --speakers");
    }
    if (files.isEmpty() && archive.isEmpty()) {
      throw wrong("what is to be learnt from? Name annotated articles, or --unannotated ARCHIVE");
    }
    if (names && speakers) {
      throw wrong("--names or --speakers, not both");
    }
    if (names && (files.isEmpty() || !archive.isEmpty() || model.isGiven(Settings.MODEL))) {
      throw wrong("--names learns from annotated articles alone");
    }
    if (speakers && (files.isEmpty() || !archive.isEmpty() || model.isGiven(Settings.MODEL))) {
      throw wrong("--speakers learns from annotated articles alone");
    }
    if (!files.isEmpty() && model.isGiven(Settings.MODEL)) {
      throw wrong("--model does not go with annotated articles: those make a model of their own");
    }
    if (limit < ModelAdaptation.LEAST) {
      throw wrong("--limit is " + ModelAdaptation.LEAST + " articles or more, not " + limit);
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private static boolean forbidsLearning(Article article) {
    return ArticleDetails.of(article).forbidsLearning();
  }

  private ExitCode adapt(TrainedModel trained) throws IOException {
    long begin = System.nanoTime();
    ArchiveSample sample = new ArchiveSample(limit, seed);
    List<Rejected> refused = new ArrayList<>();
    long[] reserved = {0};
    new ArticleSource(archive, format.format(), terminal.in(), format.options())
        .read(
            result -> {
              switch (result) {
                case ReadResult.Accepted(Article article) when forbidsLearning(article) ->
                    reserved[0]++;
                case ReadResult.Accepted(Article article) -> sample.add(article);
                case Rejected rejected -> {
                  refused.add(rejected);
                  terminal.refuse(rejected);
                }
                case ReadResult.Warned warned -> terminal.warn(warned);
                case ReadResult.Skipped _ -> {}
              }
            });
    if (reserved[0] > 0) {
      say(
          Amount.of(reserved[0], "article")
              + " left out: their publisher forbids to learn from them");
    }
    List<Article> articles = sample.articles();
    say(
        Amount.of(sample.read(), "article")
            + " read, "
            + String.format(Locale.ROOT, "%,d", sample.marked())
            + " with speech between quotation marks"
            + (articles.size() < sample.marked()
                ? String.format(Locale.ROOT, ", %,d of them drawn", articles.size())
                : ""));
    checkEnough(articles.size());
    ModelAdaptation adaptation = new ModelAdaptation(trained, articles);
    AdaptationReport report = adaptation.report();
    tell(report, (System.nanoTime() - begin) / 1e9);
    if (report.verdict() == AdaptationReport.Helpfulness.WORSE && !force) {
      throw new IOException(out + " was not written; --force writes it all the same");
    }
    adaptation.model().write(out);
    say("Model in " + out);
    return refused.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private static void checkEnough(int articles) throws IOException {
    if (articles < ModelAdaptation.LEAST) {
      throw new IOException(
          (articles == 0 ? "no article has" : "only " + Amount.of(articles, "article") + " have")
              + " speech between quotation marks; to adapt a model takes "
              + ModelAdaptation.LEAST
              + " at least, and some hundred to do it well");
    }
  }

  private void tell(AdaptationReport report, double seconds) {
    say(
        String.format(
            Locale.ROOT,
            "%s of %s learnt, %s of %s held back, in %.0f s",
            Amount.of(report.quotations(), "quotation"),
            Amount.of(report.articles(), "article"),
            Amount.of(report.heldBackQuotations(), "quotation"),
            Amount.of(report.heldBack(), "article"),
            seconds));
    say("Found in the held-back articles without their marks, as with them (F1):");
    say("                            before   after");
    row("at least half the words   ", report.before().rough(), report.after().rough());
    row("exactly the same words    ", report.before().exact(), report.after().exact());
    say(
        switch (report.verdict()) {
          case BETTER -> "Adapting helped: more is found again where the marks are lost.";
          case UNCLEAR ->
              "Whether it helped is unclear: the difference may be chance. Adapt to more articles.";
          case WORSE -> "Adapting did harm: less is found again than before.";
        });
  }

  private void row(String name, double before, double after) {
    say(String.format(Locale.ROOT, "  %s%6.3f  %6.3f", name, before, after));
  }

  private void say(String line) {
    terminal.out().println(line);
  }
}
