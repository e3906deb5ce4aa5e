package org.onrecord.ingest;

import java.util.Locale;
import java.util.Optional;
import org.onrecord.article.Article;
import org.onrecord.schema.ArchivedArticle;

/** An analysis of articles that are not too long. */
public final class BoundedAnalyzer implements ArticleAnalyzer {
  private final ArticleAnalyzer analyzer;
  private final int characters;
  private final int paragraphs;

  /** An article beyond the limits. */
  static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLongException(String message) {
      super(message);
    }
  }

  /**
   * Bounds an analysis.
   *
   * @param characters how many an article has at the most, headline and body, UTF-16
   * @param paragraphs how many it has at the most, the headline counted
   */
  public BoundedAnalyzer(ArticleAnalyzer analyzer, int characters, int paragraphs) {
    this.analyzer = analyzer;
    this.characters = characters;
    this.paragraphs = paragraphs;
  }

  @Override
  public ArchivedArticle analyze(Article article) {
    if (length(article) > characters) {
      throw tooLong("characters", length(article), characters, "--max-article");
    }
    ArchivedArticle archived = analyzer.analyze(article);
    int found = archived.document().paragraphs();
    if (found > paragraphs) {
      throw tooLong("paragraphs", found, paragraphs, "--max-paragraphs");
    }
    return archived;
  }

  private static int length(Article article) {
    return article.body().length() + (article.title() == null ? 0 : article.title().length());
  }

  @Override
  public boolean hasRead(ArchivedArticle held, Article article) {
    return length(article) <= characters
        && held.document().paragraphs() <= paragraphs
        && analyzer.hasRead(held, article);
  }

  @Override
  public Optional<String> readWith() {
    return analyzer.readWith();
  }

  private static TooLongException tooLong(String what, int found, int most, String option) {
    return new TooLongException(
        String.format(
            Locale.ROOT,
            "the article has %,d %s; %,d are the most that are taken (%s)",
            found,
            what,
            most,
            option));
  }
}
