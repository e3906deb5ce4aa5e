package org.onrecord.cli.command;

import java.io.IOException;
import java.net.URI;
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
import org.onrecord.ingest.IngestReport;
import org.onrecord.intake.FeedRound;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord feed}: takes in what feeds have that is new. */
@Command(
    name = "feed",
    description = {
      "Takes in what feeds have that is new, until it is stopped.",
      "",
      "A feed is asked for again when it may have changed: after --every minutes, or later",
      "where it or its server says so, and after a fault after twice as long each time. What",
      "has not changed is not sent, and not taken in again, also after a restart. A site's",
      "robots.txt is heeded.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord feed https://post.example/rss.xml https://news.example/atom",
      "  onrecord feed --once https://post.example/rss.xml",
    })
final class FeedCommand implements Callable<Integer> {
  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final KnowledgeOptions options = new KnowledgeOptions();

  @Mixin private final SettingOptions bounds = new SettingOptions(Import.ARRIVALS);

  @Mixin private final IndexFolder index;

  @Option(
      names = "--every",
      paramLabel = "MINUTES",
      defaultValue = "15",
      description = "How long to wait at the least, 5 to 1440, 15 by default.")
  private int minutes = 15;

  @Option(names = "--once", description = "Ask for those that are due, and end.")
  private boolean once;

  @Parameters(
      paramLabel = "URL",
      arity = "1..*",
      description = "Addresses of feeds, http or https.")
  private List<URI> addresses = List.of();

  private final Terminal terminal;
  private final Import imports;

  FeedCommand(Places places, Terminal terminal, Import imports) {
    this.index = new IndexFolder(places);
    this.terminal = terminal;
    this.imports = imports;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    FeedRound feeds =
        new FeedRound(
            addresses,
            format.options().withHtml(bounds.settings().get(Settings.HTML)),
            Duration.ofMinutes(minutes),
            index.path().resolve("feeds.json"));
    imports.requireThere(index, bounds.settings().get(Settings.CREATE));
    Import.Prepared prepared =
        imports.prepare(options.knowledge(), index.path(), bounds.settings().bounds());
    while (true) {
      feeds.run(
          Instant.now(),
          articles -> {
            IngestReport report = prepared.run(articles, imports.listener());
            if (report.articles() + report.refusals() > 0) {
              Import.print(report, terminal.out());
            }
          },
          terminal::warn);
      if (once) {
        return ExitCode.DONE.number();
      }
      Duration idle = feeds.idle(Instant.now());
      Thread.sleep(idle.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : idle.plusSeconds(1));
    }
  }

  private void check() {
    if (minutes < 5 || minutes > 1_440) {
      throw new ParameterException(
          spec.commandLine(), "--every is 5 to 1440 minutes, not " + minutes);
    }
    for (URI address : addresses) {
      String scheme = String.valueOf(address.getScheme());
      if (!scheme.matches("(?i)https?") || address.getHost() == null) {
        throw new ParameterException(
            spec.commandLine(), "'" + address + "' is no address such as https://post.example/rss");
      }
    }
  }
}
