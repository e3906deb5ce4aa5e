package org.onrecord.search;

import java.util.Locale;

/** The width of a bucket of the date facet. */
public enum DateInterval {
  DAY,
  MONTH,
  YEAR;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
