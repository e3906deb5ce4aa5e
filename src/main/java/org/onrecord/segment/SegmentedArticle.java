package org.onrecord.segment;

import java.util.List;
import org.onrecord.article.Article;

/**
 * An article and its paragraphs: the headline first where there is one, then the body's in order.
 */
public record SegmentedArticle(Article article, List<Paragraph> paragraphs) {
  public SegmentedArticle {
    paragraphs = List.copyOf(paragraphs);
  }

  /** The paragraph with this ordinal. */
  public Paragraph paragraph(int ordinal) {
    return paragraphs.get(ordinal - paragraphs.getFirst().ordinal());
  }
}
