package org.onrecord.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.cli.option.FormatOption;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.KnowledgeOptions;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.SettingOptions;
import org.onrecord.cli.option.Settings;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.format.ArticleSource;
import org.onrecord.ingest.IngestReport;
import org.onrecord.intake.DropFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord watch}: takes in what is dropped into a folder. */
@Command(
    name = "watch",
    description = {
      "Takes in what is dropped into a folder, until it is stopped.",
      "",
      "A file is taken when it is whole: not written for a while, and no longer growing. Each",
      "is taken once, also after a restart, and again only when it was written anew; none is",
      "moved or deleted. Hidden files and those that end in .part, .tmp and their like wait",
      "until they are renamed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord watch /srv/agency/incoming",
      "  onrecord watch --once incoming/",
    })
final class WatchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final KnowledgeOptions options = new KnowledgeOptions();

  @Mixin private final SettingOptions bounds = new SettingOptions(Import.ARRIVALS);

  @Mixin private final IndexFolder index;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "How often to look, and how long a whole file has been quiet; 5 by default.")
  private int seconds = 5;

  @Option(names = "--once", description = "Look once, take what is whole, and end.")
  private boolean once;

  @Parameters(paramLabel = "FOLDER", description = "The folder; those below it count too.")
  private Path folder = Path.of("");

  private final Terminal terminal;
  private final Import imports;

  WatchCommand(Places places, Terminal terminal, Import imports) {
    this.index = new IndexFolder(places);
    this.terminal = terminal;
    this.imports = imports;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (seconds < 1 || seconds > 86_400) {
      throw new ParameterException(
          spec.commandLine(), "--every is 1 to 86400 seconds, not " + seconds);
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder);
    }
    Duration quiet = Duration.ofSeconds(seconds);
    DropFolder drop = new DropFolder(folder, quiet, index.path().resolve("watched.tsv"));
    imports.requireThere(index, bounds.settings().get(Settings.CREATE));
    Import.Prepared prepared =
        imports.prepare(options.knowledge(), index.path(), bounds.settings().bounds());
    boolean refused = false;
    while (true) {
      DropFolder.Batch batch = drop.look(Instant.now(), !once);
      if (!batch.isEmpty()) {
        IngestReport report = prepared.run(source(batch), imports.listener());
        batch.done();
        Import.print(report, terminal.out());
        refused |= report.refusals() > 0;
      }
      if (once) {
        return (refused ? ExitCode.REFUSED : ExitCode.DONE).number();
      }
      Thread.sleep(quiet);
    }
  }

  private ArticleSource source(DropFolder.Batch batch) {
    return new ArticleSource(
            List.of(folder.toString()),
            format.format(),
            InputStream.nullInputStream(),
            format.options().withHtml(bounds.settings().get(Settings.HTML)))
        .only(batch::has);
  }
}
