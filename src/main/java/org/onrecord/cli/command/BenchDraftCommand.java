package org.onrecord.cli.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Knowledge;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.draft.CheckedDraft;
import org.onrecord.draft.Draft;
import org.onrecord.draft.DraftChecker;
import org.onrecord.evaluation.VerificationBench;
import org.onrecord.ingest.ArticleAnalyzer;
import org.onrecord.ingest.Corrections;
import org.onrecord.schema.QuoteDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code onrecord bench draft}: how long a draft takes to check. */
@Command(
    name = "draft",
    description = {
      "Writes drafts of twenty of the index's own quotations each, with their speakers, checks",
      "them, and prints how long that took, by the clock and of a processor.",
      ""
    },
    footer = {"", "Examples:", "  onrecord bench draft --index news"})
final class BenchDraftCommand implements Callable<Integer> {
  private static final int QUOTATIONS = 20;
  private static final int WARM_UP = 5;

  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;

  @Option(
      names = "--drafts",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many drafts, 20 by default.")
  private int drafts = 20;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another number draws other quotations; 1 by default.")
  private long seed = 1;

  private final Ports ports;
  private final Terminal terminal;

  /**
   * How long something took, in milliseconds.
   *
   * @param processor what of it a processor was at work
   */
  private record Took(double clock, double processor) {
    Took plus(Took other) {
      return new Took(clock + other.clock, processor + other.processor);
    }
  }

  BenchDraftCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ArticleAnalyzer analyzer =
        ports.analyzers().with(Knowledge.SHIPPED, Corrections.NONE, terminal::warn);
    try (ArchiveAccess.OpenArchive archive = ports.archives().at(index.path()).openForReading()) {
      List<Draft> written = written(archive);
      List<Took> whole = new ArrayList<>();
      List<Took> verifying = new ArrayList<>();
      int quotations = 0;
      for (int i = 0; i < written.size(); i++) {
        List<Took> each = new ArrayList<>();
        DraftChecker checker =
            new DraftChecker(
                () -> analyzer,
                claim -> {
                  Took before = now();
                  try {
                    return archive.verify(claim);
                  } finally {
                    each.add(since(before));
                  }
                },
                InstantSource.system());
        Took start = now();
        CheckedDraft checked = checker.check(written.get(i));
        if (i >= WARM_UP) {
          whole.add(since(start));
          verifying.add(each.stream().reduce(new Took(0, 0), Took::plus));
          quotations += checked.quotations().size();
        }
      }
      terminal
          .out()
          .println("drafts: " + whole.size() + ", quotations verified in them: " + quotations);
      print("a draft", whole);
      print("of it verifying", verifying);
    }
    return ExitCode.DONE.number();
  }

  private static Took now() {
    return new Took(
        System.nanoTime() / 1e6,
        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6);
  }

  private static Took since(Took start) {
    Took now = now();
    return new Took(now.clock - start.clock, now.processor - start.processor);
  }

  private void print(String what, List<Took> took) {
    terminal
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%s: p50 %.0f ms, at most %.0f ms; of a processor p50 %.0f ms, at most %.0f ms",
                what,
                median(took.stream().map(Took::clock).toList()),
                most(took.stream().map(Took::clock).toList()),
                median(took.stream().map(Took::processor).toList()),
                most(took.stream().map(Took::processor).toList())));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }

  private static double most(List<Double> values) {
    return values.isEmpty() ? 0 : Collections.max(values);
  }

  private List<Draft> written(ArchiveAccess.OpenArchive archive) throws IOException {
    int count = Math.max(1, drafts) + WARM_UP;
    List<QuoteDocument> drawn =
        new VerificationBench(BenchVerifyCommand.asked(archive))
            .drawn(seed, 4 * QUOTATIONS * count);
    List<String> paragraphs =
        drawn.stream()
            .filter(quote -> isOfASentence(quote.quotation().content()))
            .filter(quote -> !quote.quotation().speakers().isEmpty())
            .map(
                quote ->
                    "“"
                        + quote.quotation().content()
                        + ",” "
                        + quote.quotation().speakers().getFirst().name()
                        + " said.")
            .toList();
    List<Draft> written = new ArrayList<>();
    for (int i = 0;
        i + QUOTATIONS <= paragraphs.size() && written.size() < count;
        i += QUOTATIONS) {
      written.add(new Draft(String.join("\n\n", paragraphs.subList(i, i + QUOTATIONS))));
    }
    return written;
  }

  private static boolean isOfASentence(String content) {
    int words = content.split(" ", -1).length;
    return words >= 8
        && words <= 60
        && content.codePoints().noneMatch(c -> "“”\"…".indexOf(c) >= 0);
  }
}
