package org.onrecord.page.quotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.article.CodePoints;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Passage;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.verify.Difference;
import org.onrecord.verify.Report;

/**
 * A report of a quotation in another article, its words beside the quotation's.
 *
 * @param speaker whom it names, where that is not whom the quotation names
 * @param how "The same words", "Shortened"
 * @param pieces its words, with those that it has left out, in order
 * @param carried whether it has words that were corrected
 */
public record ReportCard(
    String href,
    @Nullable String day,
    String longDay,
    @Nullable String outlet,
    @Nullable String title,
    @Nullable String speaker,
    String how,
    String lang,
    List<Piece> pieces,
    boolean carried) {
  private static final int LONGEST_LEFT_OUT = 300;

  public ReportCard {
    pieces = List.copyOf(pieces);
  }

  /**
   * Words.
   *
   * @param left whether the report has left them out
   * @param put whether the report alone has them
   */
  public record Piece(String text, boolean left, boolean put) {}

  /**
   * A report.
   *
   * @param words the quotation's
   * @param carried whether it has words that were corrected
   */
  static ReportCard of(Report report, String words, boolean carried) {
    ArticleHeader article = report.paragraph().article();
    String content = report.quotation().content();
    return new ReportCard(
        Pages.quote(report.quotation().id()),
        article.date() == null ? null : article.date().toString(),
        Wording.longDay(article.date()),
        article.outlet(),
        article.title(),
        report.voice() == Report.Voice.SAME || report.quotation().speaker() == null
            ? null
            : report.quotation().speaker().name(),
        how(report.wording()),
        Passage.language(content),
        pieces(report, words),
        carried);
  }

  private static String how(Report.Wording wording) {
    return switch (wording) {
      case SAME -> "The same words";
      case SHORTER -> "Shortened";
      case LONGER -> "More of it";
      case CHANGED -> "Other words";
    };
  }

  private static List<Piece> pieces(Report report, String words) {
    String content = report.quotation().content();
    List<Piece> pieces = new ArrayList<>();
    if (report.wording() == Report.Wording.SAME) {
      return List.of(new Piece(content, false, false));
    }
    left(pieces, words.substring(0, report.found().start()));
    int at = 0;
    for (Difference one :
        report.differences().stream()
            .filter(difference -> difference.weight() != Difference.Weight.LIGHT)
            .sorted(Comparator.comparing(Difference::asked))
            .toList()) {
      int start = Math.max(at, one.asked().start());
      add(pieces, content.substring(at, start), false);
      left(pieces, one.foundText());
      at = Math.max(start, one.asked().end());
      add(pieces, content.substring(start, at), true);
    }
    add(pieces, content.substring(at), false);
    left(pieces, words.substring(Math.min(words.length(), report.found().end())));
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, boolean put) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, false, put));
    }
  }

  /** Marks alone are no words that anybody would miss. */
  private static void left(List<Piece> pieces, String text) {
    if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      pieces.add(new Piece(CodePoints.shortened(text.strip(), LONGEST_LEFT_OUT), true, false));
    }
  }
}
