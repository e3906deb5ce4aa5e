package org.onrecord.search;

import org.onrecord.article.Labelled;

/**
 * What is made of what somebody is told <em>not</em> to have said ("she never said that …"): it is
 * nobody's words.
 */
public enum UnsaidMode implements Labelled {
  /** It is neither found nor counted, unless it is asked for by its polarity. */
  LEAVE,
  /** It is found and counted beside what was said. */
  INCLUDE
}
