package org.onrecord.page;

/** Where a draft is pasted and its quotations are verified. */
public record CheckView() implements PageView {
  @Override
  public String template() {
    return "check";
  }

  @Override
  public PageHead head() {
    return new PageHead("Check a draft", "", PageHead.Place.CHECK, null, null, false);
  }
}
