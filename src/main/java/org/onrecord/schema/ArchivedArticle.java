package org.onrecord.schema;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;

/**
 * Everything that an archive holds of one article: what an analysis makes, an index is given, and a
 * reader is shown.
 *
 * @param paragraphs the headline first where there is one, with the quotations in place; none where
 *     the article is not shown
 */
public record ArchivedArticle(ArticleDocument document, List<ParagraphDocument> paragraphs) {

  /**
   * An article.
   *
   * @throws IllegalArgumentException if a paragraph is another article's
   */
  public ArchivedArticle {
    paragraphs = List.copyOf(paragraphs);
    ArticleId id = document.article().id();
    for (ParagraphDocument paragraph : paragraphs) {
      if (!paragraph.article().id().equals(id)) {
        throw new IllegalArgumentException(
            "a paragraph of " + paragraph.article().id() + " among those of " + id);
      }
    }
  }

  /** An article of which nothing but its article document is held. */
  public static ArchivedArticle of(ArticleDocument document) {
    return new ArchivedArticle(document, List.of());
  }

  /**
   * Puts an article together from its documents in any order; empty where its article document is
   * not among them. Quotations searched on their own do not count: its paragraphs have them.
   */
  public static Optional<ArchivedArticle> gathered(
      Collection<? extends ArchiveDocument> documents) {
    ArticleDocument article = null;
    List<ParagraphDocument> paragraphs = new ArrayList<>();
    for (ArchiveDocument document : documents) {
      switch (document) {
        case ArticleDocument found -> article = found;
        case ParagraphDocument paragraph -> paragraphs.add(paragraph);
        case QuoteDocument _ -> {}
      }
    }
    paragraphs.sort(Comparator.comparingInt(ParagraphDocument::ordinal));
    return Optional.ofNullable(article).map(found -> new ArchivedArticle(found, paragraphs));
  }

  public ArticleId id() {
    return document.article().id();
  }

  /** The article as it was received. */
  public Article received() {
    return document.received();
  }

  /**
   * The same, whose quotations have other addresses, and had others yet, and which changed then.
   */
  public ArchivedArticle readdressed(
      Map<String, String> ids, List<FormerAddress> former, @Nullable Instant changed) {
    return new ArchivedArticle(
        document.formerly(former, changed),
        ids.isEmpty()
            ? paragraphs
            : paragraphs.stream().map(paragraph -> paragraph.readdressed(ids)).toList());
  }

  /** Its quotations as they are searched on their own, in order. */
  public List<QuoteDocument> quotations() {
    return paragraphs.stream().flatMap(paragraph -> paragraph.quotes().stream()).toList();
  }

  /**
   * All of it as it lies in an index: the article, then each paragraph followed by its quotations.
   */
  public List<ArchiveDocument> documents() {
    List<ArchiveDocument> documents = new ArrayList<>();
    documents.add(document);
    for (ParagraphDocument paragraph : paragraphs) {
      documents.add(paragraph);
      documents.addAll(paragraph.quotes());
    }
    return documents;
  }
}
