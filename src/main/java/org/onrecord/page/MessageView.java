package org.onrecord.page;

import org.jspecify.annotations.Nullable;
import org.onrecord.schema.StruckQuotation;

/**
 * A page that says one thing: that there is nothing here, that something failed.
 *
 * @param heading what is the matter, a sentence without its full stop
 * @param detail what can be done about it
 * @param reference under which the service's log knows it; null where nothing was logged
 * @param status the HTTP status, for whoever reports it
 */
public record MessageView(String heading, String detail, @Nullable String reference, int status)
    implements PageView {
  /** That the archive holds no such quotation. */
  public static MessageView noQuotation() {
    return new MessageView(
        "There is no such quotation",
        "Its article may have been withdrawn or replaced, or it may never have been here.",
        null,
        404);
  }

  /** That an editor decided that this is no quotation. */
  public static MessageView struck(StruckQuotation struck) {
    return new MessageView(
        "This is no quotation",
        "What stood here was "
            + Sureness.decided("struck as no quotation", struck.by(), struck.at())
            + (struck.note() == null ? "." : ": " + struck.note()),
        null,
        404);
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
