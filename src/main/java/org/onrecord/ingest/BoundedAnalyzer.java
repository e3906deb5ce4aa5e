package org.onrecord.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onrecord.article.Article;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArticleDocument;

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
  public List<ArchiveDocument> analyze(Article article) {
    int length = article.body().length() + (article.title() == null ? 0 : article.title().length());
    if (length > characters) {
      throw tooLong("characters", length, characters, "--max-article");
    }
    List<ArchiveDocument> documents = analyzer.analyze(article);
    if (documents.getFirst() instanceof ArticleDocument whole && whole.paragraphs() > paragraphs) {
      throw tooLong("paragraphs", whole.paragraphs(), paragraphs, "--max-paragraphs");
    }
    return documents;
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
