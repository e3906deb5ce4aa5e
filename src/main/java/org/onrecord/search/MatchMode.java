package org.onrecord.search;

import org.onrecord.article.Labelled;

/** How many of a query's words a hit must hold. */
public enum MatchMode implements Labelled {
  /** Every word, within one paragraph or quotation, in the text or in the names resolved in it. */
  ALL,
  /** At least one word. */
  ANY
}
