package org.onrecord.page;

import org.jspecify.annotations.Nullable;

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
  @Override
  public String template() {
    return "message";
  }

  @Override
  public PageHead head() {
    return PageHead.of(heading);
  }
}
