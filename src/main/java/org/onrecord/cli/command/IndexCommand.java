package org.onrecord.cli.command;

import java.io.IOException;
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
import org.onrecord.format.ArticleShare;
import org.onrecord.format.ArticleSource;
import org.onrecord.format.ReadOptions;
import org.onrecord.ingest.IngestReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code onrecord index}: takes articles into an index. */
@Command(
    name = "index",
    description = {
      "Takes articles into an index. An article replaces the one with the same id.",
      "",
      "In folders, hidden files and README, LICENSE and NOTICE are left out, links are",
      "followed, and what is no article is reported. gzip, bzip2, zip and tar are unpacked.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord index articles/",
      "  onrecord index --dry-run feed.xml",
      "  onrecord index archive.jsonl.gz more/*.txt --index /srv/onrecord",
      "  onrecord index archive.jsonl.gz --share 2/5 --index cluster",
      "  zstdcat archive.jsonl.zst | onrecord index -",
    })
final class IndexCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final KnowledgeOptions options = new KnowledgeOptions();

  @Mixin
  private final SettingOptions bounds =
      new SettingOptions(
          List.of(
              Settings.HTML,
              Settings.MIN_FREE_DISK,
              Settings.MAX_ARTICLE,
              Settings.MAX_PARAGRAPHS));

  /** The option by which nothing is taken in. */
  static final String DRY_RUN = "--dry-run";

  @Mixin private final IndexFolder index;

  @Option(
      names = DRY_RUN,
      description = {
        "Show the first articles as they are read, with what is to be",
        "known of them, and count the rest; nothing is taken in."
      })
  private boolean dry;

  @Option(
      names = "--share",
      paramLabel = "N/M",
      converter = ShareConverter.class,
      description = {
        "Take in what machine N of M is to: each article is in one share",
        "by its id. All of the input is read on each machine."
      })
  private ArticleShare share = ArticleShare.WHOLE;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Files and folders of articles; - for standard input.")
  private List<String> paths = List.of();

  private final Terminal terminal;
  private final Import imports;

  IndexCommand(Places places, Terminal terminal, Import imports) {
    this.index = new IndexFolder(places);
    this.terminal = terminal;
    this.imports = imports;
  }

  /** Reads a share. */
  static final class ShareConverter implements ITypeConverter<ArticleShare> {
    @Override
    public ArticleShare convert(String value) {
      try {
        return ArticleShare.of(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'" + value + "' is none: " + e.getMessage());
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    ReadOptions reading = format.options().withHtml(bounds.settings().get(Settings.HTML));
    if (dry) {
      return new DryRun(terminal)
          .show(share.in(new ArticleSource(paths, format.format(), terminal.in(), reading)))
          .number();
    }
    IngestReport report =
        imports.run(
            new ArticleSource(paths, format.format(), terminal.in(), reading),
            share,
            options.knowledge(),
            index.path(),
            bounds.settings().bounds());
    Import.print(report, terminal.out());
    return (report.refusals() == 0 ? ExitCode.DONE : ExitCode.REFUSED).number();
  }
}
