package org.onrecord.page.quotation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.LostWords;
import org.onrecord.api.Pages;
import org.onrecord.page.PageHead;
import org.onrecord.page.PageView;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Sureness;
import org.onrecord.schema.StruckQuotation;
import org.onrecord.search.QuotationAddress;
import org.onrecord.verify.Report;

/**
 * A page that says one thing: that there is nothing here, that something failed.
 *
 * @param heading what is the matter, a sentence without its full stop
 * @param detail what can be done about it
 * @param reference under which the service's log knows it; null where nothing was logged
 * @param status the HTTP status, for whoever reports it
 * @param lost the words that stood here
 * @param article the page of the article that it is about
 * @param carriedBy where these words stand still, the earliest first
 */
public record MessageView(
    String heading,
    String detail,
    @Nullable String reference,
    int status,
    @Nullable String lost,
    @Nullable String article,
    List<ReportCard> carriedBy)
    implements PageView {
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  public MessageView {
    carriedBy = List.copyOf(carriedBy);
  }

  public MessageView(String heading, String detail, @Nullable String reference, int status) {
    this(heading, detail, reference, status, null, null, List.of());
  }

  /** The same, with the reports that have the words still. */
  public MessageView carriedBy(List<Report> reports) {
    String words = lost == null ? "" : lost;
    return new MessageView(
        heading,
        detail,
        reference,
        status,
        lost,
        article,
        reports.stream().map(one -> ReportCard.of(one, words, true)).toList());
  }

  /** Why there is no quotation at an address at which there is none. */
  public static MessageView of(QuotationAddress address) {
    return switch (address) {
      case QuotationAddress.Struck(StruckQuotation struck) -> struck(struck);
      case QuotationAddress.Gone gone -> gone(gone);
      case QuotationAddress.Withdrawn _ ->
          new MessageView(
              "This was withdrawn", "Its newsroom has taken the article back.", null, GONE);
      case QuotationAddress.Here _, QuotationAddress.Moved _, QuotationAddress.Unknown _ ->
          new MessageView(
              "There is no such quotation",
              "Its article may have been deleted or replaced, or it may never have been here.",
              null,
              NOT_FOUND);
    };
  }

  private static MessageView gone(QuotationAddress.Gone gone) {
    LostWords lost = LostWords.of(gone);
    return new MessageView(
        "These words are no longer in the article",
        "Until %s its version %s had here:"
            .formatted(Wording.longDay(lost.until()), lost.version()),
        null,
        GONE,
        lost.words(),
        Pages.article(gone.article().id(), 0),
        List.of());
  }

  private static MessageView struck(StruckQuotation struck) {
    return new MessageView(
        "This is no quotation",
        "What stood here was "
            + Sureness.decided("struck as no quotation", struck.by(), struck.at())
            + (struck.note() == null ? "." : ": " + struck.note()),
        null,
        NOT_FOUND);
  }

  public boolean hasReach() {
    return !carriedBy.isEmpty();
  }

  /** "2 other articles have these words still:". */
  public String reach() {
    return Wording.count(carriedBy.size(), "other article has", "other articles have")
        + " these words still:";
  }

  @Override
  public String template() {
    return "message";
  }

  @Override
  public PageHead head() {
    return PageHead.of(heading);
  }
}
