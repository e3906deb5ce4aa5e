package org.onrecord.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.ArticleHeader;

/**
 * The article that a permalink's paragraph or quotation is from.
 *
 * @param version the version of the article into which the offsets point: another text has another
 */
public record ArticleHeaderBody(
    String id,
    String version,
    @Nullable String title,
    @Nullable LocalDate date,
    @Nullable String outlet,
    @Nullable String section,
    @Nullable String url) {
  static ArticleHeaderBody of(ArticleHeader header) {
    return new ArticleHeaderBody(
        header.id().value(),
        header.version(),
        header.title(),
        header.date(),
        header.outlet(),
        header.section(),
        header.url());
  }
}
