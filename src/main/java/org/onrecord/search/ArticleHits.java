package org.onrecord.search;

import java.util.List;

/**
 * The articles that a search's hits stand in.
 *
 * @param total how many there are in all, exact
 * @param articles a page of them, in the search's order by their best hit
 */
public record ArticleHits(long total, List<ArticleHit> articles) {
  /** How far into the articles a page may begin. */
  public static final int MOST_SKIPPED = 1000;

  public ArticleHits {
    articles = List.copyOf(articles);
  }

  /**
   * One article.
   *
   * @param hits how many hits stand in it; copies of another article's are not counted where they
   *     are folded
   * @param best the best of them, without its copies
   */
  public record ArticleHit(long hits, Hit best) {}
}
