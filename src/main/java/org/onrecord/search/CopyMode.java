package org.onrecord.search;

import java.util.Locale;

/** What is made of a passage that stands in several articles, copies of one another. */
public enum CopyMode {
  /** One hit, the earliest of those that match, with the others as its copies. */
  FOLD,
  /** A hit each. */
  UNFOLD;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
