package org.onrecord.page;

/** The first run: an archive that holds nothing says what to do next. */
public record EmptyView() implements PageView {
  @Override
  public String template() {
    return "empty";
  }

  @Override
  public PageHead head() {
    return new PageHead("", "", PageHead.Place.SEARCH, null, null, false);
  }
}
