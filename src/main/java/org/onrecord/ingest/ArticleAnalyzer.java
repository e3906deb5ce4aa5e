package org.onrecord.ingest;

import java.util.List;
import java.util.Optional;
import org.onrecord.article.Article;
import org.onrecord.schema.ArchiveDocument;

/** Works out what is said in an article, and by whom. Safe for use by several threads. */
@FunctionalInterface
public interface ArticleAnalyzer {

  /**
   * Everything that an index holds of the article: its article document first, then paragraphs and
   * quotations.
   */
  List<ArchiveDocument> analyze(Article article);

  /** What the articles say that they were read with, if anything. */
  default Optional<String> readWith() {
    return Optional.empty();
  }
}
