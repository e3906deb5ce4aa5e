package org.onrecord.backend.lucene.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ParagraphDocument;

/**
 * An article whose words are those of its paragraphs, so that they lie in an index once.
 *
 * @param article without its body
 * @param between what stands in the body before its first paragraph, between two, and after the
 *     last: mostly blank lines
 */
record PartedArticle(ArticleDocument article, List<String> between) {
  PartedArticle {
    between = List.copyOf(between);
  }

  /** Empty where the body is not made of the paragraphs, such as that of an article in embargo. */
  static Optional<PartedArticle> of(ArchivedArticle whole) {
    String body = whole.received().body();
    List<String> between = new ArrayList<>();
    int end = 0;
    for (ParagraphDocument paragraph : whole.paragraphs()) {
      if (paragraph.ordinal() > 0) {
        int start = paragraph.offset();
        if (start < end || !body.startsWith(paragraph.text(), start)) {
          return Optional.empty();
        }
        between.add(body.substring(end, start));
        end = start + paragraph.text().length();
      }
    }
    between.add(body.substring(end));
    return between.size() == 1
        ? Optional.empty()
        : Optional.of(new PartedArticle(whole.document().withBody(""), between));
  }

  /**
   * The article with its body.
   *
   * @param texts those of its paragraphs, without its headline
   */
  ArticleDocument whole(List<String> texts) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      body.append(between.get(i)).append(texts.get(i));
    }
    return article.withBody(body.append(between.getLast()).toString());
  }
}
