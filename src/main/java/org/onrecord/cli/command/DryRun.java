package org.onrecord.cli.command;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.cli.terminal.Amount;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import org.onrecord.format.ArticleFeed;
import org.onrecord.format.ReadResult;
import org.onrecord.format.ReadResult.NoArticle;

/** Shows how input is read, before it is taken in. */
final class DryRun {
  /** How many articles, warnings and refusals are shown. */
  private static final int SHOWN = 5;

  /** How many characters of a body are shown. */
  private static final int BEGINNING = 300;

  private final PrintStream out;
  private final Map<NoArticle, Long> skipped = new EnumMap<>(NoArticle.class);
  private long articles;
  private long dateless;
  private long warnings;
  private long refusals;

  DryRun(Terminal terminal) {
    this.out = terminal.out();
  }

  /** Reads all of it; what would be refused makes the exit code. */
  ExitCode show(ArticleFeed source) {
    source.read(this::result);
    out.println(Amount.of(articles, "article") + ", nothing was taken in");
    if (dateless > 0) {
      out.println(Amount.of(dateless, "article") + " without a date would be refused");
    }
    if (!skipped.isEmpty()) {
      out.println(Import.skipped(skipped));
    }
    if (warnings > 0) {
      out.println(Amount.of(warnings, "warning"));
    }
    if (refusals > 0) {
      out.println(Amount.of(refusals, "input") + " refused");
    }
    return refusals + dateless == 0 ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private void result(ReadResult result) {
    switch (result) {
      case ReadResult.Accepted(Article article) -> {
        dateless += article.date() == null && !article.publication().isKilled() ? 1 : 0;
        if (++articles <= SHOWN) {
          show(article);
        }
      }
      case ReadResult.Skipped skip -> skipped.merge(skip.what(), 1L, Long::sum);
      case ReadResult.Warned warned -> {
        if (++warnings <= SHOWN) {
          out.println("warning: " + TextStyle.clean(warned.sentence()));
        }
      }
      case ReadResult.Rejected rejected -> {
        if (++refusals <= SHOWN) {
          out.println("refused: " + TextStyle.clean(rejected.sentence()));
        }
      }
    }
  }

  private void show(Article article) {
    out.println(
        TextStyle.clean(article.provenance().place() + ", " + article.provenance().format()));
    out.println("  id       " + TextStyle.clean(article.id().value()));
    line("title", article.title());
    line("date", article.date());
    line("outlet", article.outlet());
    line("author", article.author());
    line("section", article.section());
    line("url", article.url());
    String others = article.extra().keySet().stream().sorted().collect(Collectors.joining(", "));
    line("more", others.isEmpty() ? null : others);
    long paragraphs = Stream.of(article.body().split("\n\\s*\n")).filter(p -> !p.isBlank()).count();
    line("body", Amount.of(paragraphs, "paragraph"));
    String start = article.body().strip();
    String shown =
        start.codePointCount(0, start.length()) > BEGINNING
            ? start.substring(0, start.offsetByCodePoints(0, BEGINNING)) + " …"
            : start;
    shown
        .lines()
        .forEach(
            l -> out.println(l.isBlank() ? "" : "    " + TextStyle.clean(l.replace("\t", "  "))));
    out.println();
  }

  private void line(String name, @Nullable Object value) {
    if (value != null) {
      out.println("  " + name + " ".repeat(9 - name.length()) + TextStyle.clean(value.toString()));
    }
  }
}
