package org.onrecord.search;

import org.onrecord.article.Labelled;

/**
 * What is made of articles whose publisher forbids that programs work on their text ({@link
 * org.onrecord.article.ArticleDetails#forbidsMining}).
 */
public enum ReservedMode implements Labelled {
  /** They are found as others are. */
  INCLUDE,
  /** They are neither found nor counted. */
  LEAVE
}
