package org.onrecord.page;

/** What can be typed into the search box, and which keys do what. */
public record HelpView() implements PageView {
  @Override
  public String template() {
    return "help";
  }

  @Override
  public PageHead head() {
    return new PageHead("How to search", "", PageHead.Place.HELP, null, null, true);
  }
}
