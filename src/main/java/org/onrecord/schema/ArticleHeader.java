package org.onrecord.schema;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;

/**
 * What every document repeats of its article.
 *
 * @param version a digest of the article as received: another text has another version
 * @param date the day of publication; null only outside an index
 * @param labels null where the article has none
 */
public record ArticleHeader(
    ArticleId id,
    String version,
    @Nullable String title,
    @Nullable LocalDate date,
    @Nullable String outlet,
    @Nullable String section,
    @Nullable String url,
    @Nullable ArticleLabels labels) {

  /** Of an article without labels. */
  public ArticleHeader(
      ArticleId id,
      String version,
      @Nullable String title,
      @Nullable LocalDate date,
      @Nullable String outlet,
      @Nullable String section,
      @Nullable String url) {
    this(id, version, title, date, outlet, section, url, null);
  }

  /** The same of an article with these labels. */
  public ArticleHeader labelled(@Nullable ArticleLabels with) {
    return new ArticleHeader(id, version, title, date, outlet, section, url, with);
  }

  /** The id and the version alone. */
  ArticleHeader withoutText() {
    return new ArticleHeader(id, version, null, null, null, null, null);
  }
}
