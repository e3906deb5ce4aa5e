package org.onrecord.search;

import java.util.Locale;

/** How many of a query's words a hit must hold. */
public enum MatchMode {
  /** Every word, within one paragraph or quotation, in the text or in the names resolved in it. */
  ALL,
  /** At least one word. */
  ANY;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
