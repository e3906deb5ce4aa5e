package org.onrecord.mcp;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.CodePoints;
import org.onrecord.schema.ArticleHeader;

/** What an answer repeats of an article, short enough to stand beside every hit. */
final class Headers {
  private static final int LONGEST_TITLE = 160;
  private static final int LONGEST_NAME = 100;

  private Headers() {}

  static @Nullable String title(ArticleHeader article) {
    return shortened(article.title(), LONGEST_TITLE);
  }

  static @Nullable String outlet(ArticleHeader article) {
    return name(article.outlet());
  }

  static @Nullable String name(@Nullable String name) {
    return shortened(name, LONGEST_NAME);
  }

  private static @Nullable String shortened(@Nullable String text, int most) {
    return text == null ? null : CodePoints.shortened(text, most);
  }
}
