package org.onrecord.search;

import java.util.List;

/**
 * Which articles somebody may read at all: to them the archive is as if it held no others.
 *
 * @param outlets one of which the article is of, in any case; none for whichever
 * @param sections one of which it stands in, in any case; none for whichever
 */
public record ArticleFilter(List<String> outlets, List<String> sections) {
  /** All of them. */
  public static final ArticleFilter NONE = new ArticleFilter(List.of(), List.of());

  public ArticleFilter {
    outlets = List.copyOf(outlets);
    sections = List.copyOf(sections);
  }

  /** Whether it lets every article pass. */
  public boolean isEverything() {
    return outlets.isEmpty() && sections.isEmpty();
  }
}
