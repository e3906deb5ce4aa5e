package org.onrecord.search;

import java.util.Locale;

/** The order of hits. Equal hits keep one order: by article id, then by place in the article. */
public enum SortOrder {
  RELEVANCE,
  NEWEST,
  OLDEST;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
