package org.onrecord.search;

import java.util.List;
import org.onrecord.schema.ArticleHeader;

/**
 * The other places in which a hit's passage was found, in copies of its article; the earliest
 * first.
 *
 * @param count how many there are
 * @param shown the first of them, at most {@value #MOST_SHOWN}
 */
public record Copies(int count, List<Copy> shown) {
  public static final int MOST_SHOWN = 20;

  public static final Copies NONE = new Copies(0, List.of());

  public Copies {
    shown = List.copyOf(shown);
    if (count < shown.size()) {
      throw new IllegalArgumentException(shown.size() + " copies of " + count);
    }
  }

  /**
   * One of them.
   *
   * @param id the permalink id of the passage
   * @param paragraph the ordinal of its paragraph
   */
  public record Copy(String id, int paragraph, ArticleHeader article) {}
}
