package org.onrecord.schema;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleDetails;

/**
 * What every document repeats of what its article's feed says of it, to be narrowed by and shown.
 *
 * @param authors as the feed has them, each once; the byline where it names none on their own
 * @param tags subjects, keywords and categories, each once
 * @param language by BCP 47, {@code en-GB}
 * @param publishedAt when it was published first, with its zone, {@code 2024-11-07T18:00:00+01:00}
 */
public record ArticleLabels(
    List<String> authors,
    List<String> tags,
    @Nullable String language,
    @Nullable String publishedAt) {
  /** How many authors, and how many tags, the rest being left out. */
  static final int MOST = 50;

  /** Of an article of which only the day is known. */
  public ArticleLabels(List<String> authors, List<String> tags, @Nullable String language) {
    this(authors, tags, language, null);
  }

  public ArticleLabels {
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
  }

  /** Those of an article; empty where its feed says nothing of the kind. */
  public static Optional<ArticleLabels> of(Article article) {
    ArticleDetails details = ArticleDetails.of(article);
    List<String> named = told(details.authors().stream());
    ArticleLabels labels =
        new ArticleLabels(
            named.isEmpty() ? told(Stream.ofNullable(article.author())) : named,
            told(details.tags().stream()),
            details.language().map(String::strip).orElse(null),
            details.published().map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).orElse(null));
    return labels.authors.isEmpty()
            && labels.tags.isEmpty()
            && labels.language == null
            && labels.publishedAt == null
        ? Optional.empty()
        : Optional.of(labels);
  }

  private static List<String> told(Stream<String> values) {
    return values
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .distinct()
        .limit(MOST)
        .toList();
  }
}
