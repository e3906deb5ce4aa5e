package org.onrecord.trend;

import org.onrecord.article.Labelled;

/** Of what a series is a share, in each interval. */
public enum ShareOf implements Labelled {
  /** All quotations of the archive. */
  ALL,
  /** Those of the series whatever they are about: of a party's, of an outlet's, of a speaker's. */
  OWN,
  /** Those that the search finds, whoever says them. */
  FOUND
}
