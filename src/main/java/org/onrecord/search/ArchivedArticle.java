package org.onrecord.search;

import java.util.List;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ParagraphDocument;

/**
 * An article with its paragraphs, the headline first where there is one, and the quotations in
 * place.
 */
public record ArchivedArticle(ArticleDocument document, List<ParagraphDocument> paragraphs) {
  public ArchivedArticle {
    paragraphs = List.copyOf(paragraphs);
  }
}
