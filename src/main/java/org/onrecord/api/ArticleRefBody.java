package org.onrecord.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ArticleLabels;

/**
 * The article that a hit is from.
 *
 * @param authors as its feed has them
 * @param tags subjects, keywords and categories
 * @param language by BCP 47
 * @param publishedAt when it was published first, with its zone; null where only the day is known
 */
public record ArticleRefBody(
    String id,
    @Nullable String title,
    @Nullable LocalDate date,
    @Nullable String publishedAt,
    @Nullable String outlet,
    @Nullable String section,
    List<String> authors,
    List<String> tags,
    @Nullable String language,
    @Nullable String url) {
  static ArticleRefBody of(ArticleHeader header) {
    Optional<ArticleLabels> labels = Optional.ofNullable(header.labels());
    return new ArticleRefBody(
        header.id().value(),
        header.title(),
        header.date(),
        labels.map(ArticleLabels::publishedAt).orElse(null),
        header.outlet(),
        header.section(),
        labels.map(ArticleLabels::authors).orElse(List.of()),
        labels.map(ArticleLabels::tags).orElse(List.of()),
        labels.map(ArticleLabels::language).orElse(null),
        header.url());
  }
}
