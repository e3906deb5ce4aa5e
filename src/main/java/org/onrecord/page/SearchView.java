package org.onrecord.page;

/** The page to search on. */
public record SearchView() implements PageView {
  @Override
  public String template() {
    return "search";
  }

  @Override
  public PageHead head() {
    return new PageHead("", "", PageHead.Place.SEARCH, "/api/v1/feed.atom", null, true);
  }
}
