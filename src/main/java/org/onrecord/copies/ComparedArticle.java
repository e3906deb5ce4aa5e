package org.onrecord.copies;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;

/** What of an article tells whether it is a copy. */
public record ComparedArticle(@Nullable LocalDate date, @Nullable String outlet, Shingles runs) {
  public static ComparedArticle of(Article article) {
    return new ComparedArticle(article.date(), article.outlet(), Shingles.ofBody(article.body()));
  }
}
