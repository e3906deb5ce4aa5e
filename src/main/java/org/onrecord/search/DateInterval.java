package org.onrecord.search;

import org.onrecord.article.Labelled;

/** The width of a bucket of the date facet. */
public enum DateInterval implements Labelled {
  DAY,
  MONTH,
  YEAR
}
