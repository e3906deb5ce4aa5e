package org.onrecord.search;

import org.onrecord.article.Labelled;

/** The order of hits. Equal hits keep one order: by article id, then by place in the article. */
public enum SortOrder implements Labelled {
  RELEVANCE,
  /** By relevance, of which the oldest articles keep a half. */
  RECENT,
  NEWEST,
  OLDEST;

  /** Whether hits are ordered by score. */
  public boolean isByScore() {
    return this == RELEVANCE || this == RECENT;
  }
}
