package org.onrecord.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleDetails;

/**
 * What every document repeats of what its article's feed says of it, to be narrowed by.
 *
 * @param authors as the feed has them, each once; the byline where it names none on their own
 * @param tags subjects, keywords and categories, each once
 * @param language by BCP 47, {@code en-GB}
 */
public record ArticleLabels(List<String> authors, List<String> tags, @Nullable String language) {
  /** How many authors, and how many tags, the rest being left out. */
  static final int MOST = 50;

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
            details.language().map(String::strip).orElse(null));
    return labels.authors.isEmpty() && labels.tags.isEmpty() && labels.language == null
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
