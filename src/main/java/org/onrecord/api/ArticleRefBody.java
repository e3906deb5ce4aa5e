package org.onrecord.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.ArticleHeader;

/** The article that a hit is from. */
public record ArticleRefBody(
    String id,
    @Nullable String title,
    @Nullable LocalDate date,
    @Nullable String outlet,
    @Nullable String url) {
  static ArticleRefBody of(ArticleHeader header) {
    return new ArticleRefBody(
        header.id().value(), header.title(), header.date(), header.outlet(), header.url());
  }
}
