package org.onrecord.search;

import org.onrecord.article.Labelled;

/** Whether those who speak must be of a party. */
public enum PartyMode implements Labelled {
  ANY,
  /** One that the archive knows on the article's date. */
  TRUE,
  /** None that it knows. */
  FALSE
}
