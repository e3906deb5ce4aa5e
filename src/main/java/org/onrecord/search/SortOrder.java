package org.onrecord.search;

import java.util.Locale;

/** The order of hits. Equal hits keep one order: by article id, then by place in the article. */
public enum SortOrder {
  RELEVANCE,
  /** By relevance, of which the oldest articles keep a half. */
  RECENT,
  NEWEST,
  OLDEST;

  /** Whether hits are ordered by score. */
  public boolean isByScore() {
    return this == RELEVANCE || this == RECENT;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
