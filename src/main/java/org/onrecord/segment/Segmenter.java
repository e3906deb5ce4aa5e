package org.onrecord.segment;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.article.Article;
import org.onrecord.article.TextSpan;

/**
 * Breaks an article into paragraphs, sentences and tokens. Thread-safe; linear in the article's
 * length.
 */
public final class Segmenter {
  /**
   * The most characters of a paragraph of the body: 20,000, some twenty times what newspapers
   * print. A longer one, a whole book on one line, becomes several, cut after a sentence where one
   * ends in the second half.
   */
  public static final int LONGEST_PARAGRAPH = 20_000;

  public SegmentedArticle segment(Article article) {
    List<Paragraph> paragraphs = new ArrayList<>();
    String title = article.title();
    if (title != null && !title.isBlank()) {
      paragraphs.add(paragraph(0, 0, title.strip()));
    }
    int ordinal = 1;
    for (TextSpan span : ParagraphSplitter.paragraphs(article.body())) {
      paragraphs.add(paragraph(ordinal++, span.start(), span.in(article.body())));
    }
    return new SegmentedArticle(article, paragraphs);
  }

  private static Paragraph paragraph(int ordinal, int offset, String text) {
    List<Token> tokens = Tokenizer.tokens(text);
    return new Paragraph(ordinal, offset, text, tokens, SentenceSplitter.sentences(tokens));
  }
}
