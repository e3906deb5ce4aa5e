package org.onrecord.page.part;

import org.jspecify.annotations.Nullable;
import org.onrecord.page.PageView;
import org.onrecord.page.Wording;
import org.onrecord.schema.ArticleHeader;

/** A page about an article or a passage of one, which says what article that is. */
public interface HeadedView extends PageView {
  ArticleHeader header();

  default @Nullable String day() {
    return header().date() == null ? null : header().date().toString();
  }

  /** Its day in words. */
  default String longDay() {
    return Wording.longDay(header().date());
  }

  default @Nullable String outlet() {
    return header().outlet();
  }

  default @Nullable String section() {
    String section = header().section();
    return section == null ? null : Wording.section(section);
  }

  default String articleId() {
    return header().id().value();
  }
}
