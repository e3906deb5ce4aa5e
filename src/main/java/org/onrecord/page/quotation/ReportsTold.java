package org.onrecord.page.quotation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Passage;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.verify.Reports;
import org.onrecord.verify.Reports.FirstSeen;

/** Who else reports a quotation, and what stood in its place before it was corrected. */
public final class ReportsTold {
  private static final int MOST_REPORTS = 20;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final ArchivedQuotation quotation;
  private final Reports found;

  ReportsTold(ArchivedQuotation quotation, Reports found) {
    this.quotation = quotation;
    this.found = found;
  }

  /** Who else reports it, the earliest first. */
  public List<ReportCard> reports() {
    return found.reports().stream()
        .limit(MOST_REPORTS)
        .map(one -> ReportCard.of(one, quotation.content(), found.carried(one).isPresent()))
        .toList();
  }

  /** "3 other articles, first on 7 November 2024"; empty where there is none. */
  public String reported() {
    int others = found.reports().size();
    if (others == 0) {
      return "";
    }
    FirstSeen first = found.first();
    return Wording.count(others, "other article", "other articles")
        + (first == null || first.article().date() == null
            ? ""
            : first.id().equals(quotation.id())
                ? ", none earlier than this"
                : ", first on " + Wording.longDay(first.article().date()) + time(first.time()));
  }

  /** ", 08:30 UTC"; empty where it is not known. */
  private static String time(@Nullable Instant time) {
    return time == null ? "" : ", " + TIME.format(time.atZone(ZoneOffset.UTC)) + " UTC";
  }

  /** What stood here before it was corrected, with who has it still. */
  public List<Corrections> correctedFrom() {
    return found.corrected().stream().map(Corrections::of).toList();
  }

  /**
   * Words that were corrected.
   *
   * @param reach "2 articles have these words still"
   */
  public record Corrections(String words, String lang, String until, String reach) {
    static Corrections of(Reports.Corrected corrected) {
      String words = corrected.was().content() == null ? "" : corrected.was().content();
      int still = corrected.carriedBy().size();
      return new Corrections(
          words,
          Passage.language(words),
          Wording.longDay(corrected.was().until().atZone(ZoneOffset.UTC).toLocalDate()),
          still == 0
              ? "No other article here has these words."
              : Wording.count(still, "other article has", "other articles have")
                  + " these words still.");
    }
  }
}
