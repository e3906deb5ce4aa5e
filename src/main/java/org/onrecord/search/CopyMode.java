package org.onrecord.search;

import org.onrecord.article.Labelled;

/** What is made of a passage that stands in several articles, copies of one another. */
public enum CopyMode implements Labelled {
  /** One hit, the earliest of those that match, with the others as its copies. */
  FOLD,
  /** A hit each. */
  UNFOLD
}
