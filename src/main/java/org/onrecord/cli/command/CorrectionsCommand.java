package org.onrecord.cli.command;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.onrecord.article.ArticleId;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import org.onrecord.correction.Correction;
import org.onrecord.correction.CorrectionLog;
import org.onrecord.correction.Standings;
import org.onrecord.ingest.PlacedQuotation;
import org.onrecord.schema.ArchivedArticle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code onrecord corrections}: everything that editors decided. */
@Command(
    name = "corrections",
    description = {
      "Lists what editors corrected, the earliest first, and what has become of it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord corrections",
      "  onrecord corrections --index /srv/onrecord",
    })
final class CorrectionsCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;
  private final Ports ports;
  private final Terminal terminal;

  /** What the log and the index say of an article's quotations; neither if it is not there. */
  private record Found(List<PlacedQuotation> quotations, Standings standings) {}

  CorrectionsCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CorrectionLog log = ports.archives().at(index.path()).corrections();
    try (ArchiveAccess.OpenArchive archive = ports.archives().at(index.path()).openForReading()) {
      Map<ArticleId, Optional<Found>> articles = new HashMap<>();
      for (Correction correction : log.history().corrections()) {
        ArticleId id = correction.article();
        if (!articles.containsKey(id)) {
          articles.put(id, find(archive, log, id));
        }
        print(correction, articles.getOrDefault(id, Optional.empty()));
      }
    }
    if (log.history().corrections().isEmpty()) {
      terminal.out().println("No corrections in " + index.path());
    }
    boolean whole = BrokenCorrections.tell(log, terminal.err()) == 0;
    return (whole ? ExitCode.DONE : ExitCode.REFUSED).number();
  }

  private static Optional<Found> find(
      ArchiveAccess.OpenArchive archive, CorrectionLog log, ArticleId id) throws IOException {
    Optional<ArchivedArticle> article = archive.article(id);
    if (article.isEmpty()) {
      return Optional.empty();
    }
    List<PlacedQuotation> quotations = PlacedQuotation.all(article.get().paragraphs());
    return Optional.of(
        new Found(
            quotations,
            Standings.of(quotations.stream().map(PlacedQuotation::anchor).toList(), log.of(id))));
  }

  /** The words of an article that is not shown are not shown here either. */
  private void print(Correction correction, Optional<Found> found) {
    line(
        "%s, %s: %s, %s"
            .formatted(
                correction.at(),
                correction.by(),
                correction.quotation(),
                correction.decision().sentence()));
    if (found.isPresent()) {
      line("  " + correction.anchor().content());
      if (correction.note() != null) {
        line("  note: " + correction.note());
      }
    }
    String fate = found.map(f -> fate(correction, f)).orElse("the article is not in this index");
    if (!fate.isEmpty()) {
      line("  " + fate);
    }
  }

  /** What there is to say of it, if it is not simply so. */
  private static String fate(Correction correction, Found found) {
    return switch (found.standings().fate(correction)) {
      case HOLDS, DONE -> moved(correction, found);
      case SUPERSEDED -> "no longer holds: a later correction took its place";
      case NO_LONGER_FOUND -> "no longer found: the article has no quotation of these words";
    };
  }

  private static String moved(Correction correction, Found found) {
    OptionalInt place = found.standings().place(correction);
    String now = place.isPresent() ? found.quotations().get(place.getAsInt()).quotation().id() : "";
    return now.equals(correction.quotation()) ? "" : "now " + now;
  }

  private void line(String text) {
    terminal.out().println(TextStyle.clean(text));
  }
}
