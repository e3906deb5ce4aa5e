package org.onrecord.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.QuotationAddress.Gone;
import org.onrecord.verify.Report;
import org.onrecord.verify.Reports;
import org.onrecord.verify.Reports.FirstSeen;

/**
 * Who else reports what a quotation reports.
 *
 * @param id the quotation's, or the one that was asked for where its words are gone
 * @param firstSeen the earliest report; null where the words are gone
 * @param total in how many other articles
 * @param reports one of each, the earliest first
 * @param corrected what the article had in the quotation's place before, with who has it still
 */
public record ReportsBody(
    String id,
    @Nullable FirstSeenBody firstSeen,
    int total,
    List<ReportBody> reports,
    List<CorrectedWordsBody> corrected) {

  public static ReportsBody of(QuoteDocument quote, Reports found) {
    return new ReportsBody(
        quote.quotation().id(),
        FirstSeenBody.of(found.first()),
        found.reports().size(),
        found.reports().stream()
            .map(one -> ReportBody.of(one, found.carried(one).isPresent()))
            .toList(),
        found.corrected().stream()
            .map(
                one ->
                    new CorrectedWordsBody(
                        one.was().content(),
                        one.was().version(),
                        one.was().until().toString(),
                        bodies(one.carriedBy())))
            .toList());
  }

  /** Of words that are gone: who has them still. */
  public static ReportsBody of(Gone gone, List<Report> carriedBy) {
    return new ReportsBody(
        gone.was().id(),
        null,
        carriedBy.size(),
        bodies(carriedBy),
        List.of(
            new CorrectedWordsBody(
                gone.was().content(),
                gone.was().version(),
                gone.was().until().toString(),
                bodies(carriedBy))));
  }

  private static List<ReportBody> bodies(List<Report> carrying) {
    return carrying.stream().map(one -> ReportBody.of(one, true)).toList();
  }

  /**
   * The earliest report.
   *
   * @param time when on its day; null where that is not known
   */
  public record FirstSeenBody(String id, ArticleRefBody article, @Nullable String time) {
    static @Nullable FirstSeenBody of(@Nullable FirstSeen first) {
      return first == null
          ? null
          : new FirstSeenBody(
              first.id(),
              ArticleRefBody.of(first.article()),
              first.time() == null ? null : first.time().toString());
    }
  }

  /**
   * A report in another article.
   *
   * @param wording {@code same}, {@code shorter}, {@code longer} or {@code changed}
   * @param voice whether it names the same speaker: {@code same}, {@code unnamed}, {@code other}
   * @param likeness which share of the words of the shorter are the other's too, 0 to 1
   * @param carriesCorrected whether it has words that were corrected since
   * @param content its words
   * @param speaker whom it names
   * @param differences the heaviest first
   */
  public record ReportBody(
      String id,
      String wording,
      String voice,
      double likeness,
      boolean carriesCorrected,
      String kind,
      String content,
      @Nullable SpeakerBody speaker,
      int paragraph,
      ArticleRefBody article,
      List<ChangeBody> differences,
      LinksBody links,
      String page) {
    static ReportBody of(Report report, boolean carriesCorrected) {
      ArticleHeader article = report.paragraph().article();
      return new ReportBody(
          report.quotation().id(),
          report.wording().label(),
          report.voice().label(),
          Math.round(report.likeness() * 1000) / 1000.0,
          carriesCorrected,
          report.quotation().kind().label(),
          report.quotation().content(),
          SpeakerBody.of(report.quotation().speaker()),
          report.quotation().paragraph(),
          ArticleRefBody.of(article),
          report.differences().stream()
              .map(
                  one ->
                      new ChangeBody(
                          one.op().label(),
                          one.weight().label(),
                          one.about().label(),
                          one.foundText(),
                          one.askedText()))
              .toList(),
          LinksBody.quote(report.quotation().id(), article.id(), report.quotation().paragraph()),
          Pages.quote(report.quotation().id()));
    }
  }

  /**
   * What a report has done to the words.
   *
   * @param op {@code replaced}, {@code added}, {@code dropped}, {@code elided}
   * @param here the words of the quotation asked about, perhaps none
   * @param there those of the report, perhaps none
   */
  public record ChangeBody(String op, String weight, String about, String here, String there) {}

  /**
   * Words that were corrected.
   *
   * @param version the article's version that had them
   * @param until when another took its place
   * @param carriedBy who has them still, or a piece of them
   */
  public record CorrectedWordsBody(
      @Nullable String content, String version, String until, List<ReportBody> carriedBy) {}
}
