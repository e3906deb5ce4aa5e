package org.onrecord.schema;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.Publication.Hold;

/**
 * The article as received, whole, so that everything can be rebuilt from the index alone.
 *
 * @param paragraphs how many paragraphs it has, its headline counted; 0 where it is not shown
 * @param quotations how many quotations were found in it
 * @param held why it is not shown, neither itself nor anything of it; null where it is. What is
 *     withheld or canceled has no text either
 * @param readWith what its quotations were found with, as a text that is the same for all that were
 *     found alike; null where that is not known
 */
public record ArticleDocument(
    ArticleHeader article,
    Article received,
    int paragraphs,
    int quotations,
    @Nullable Hold held,
    @Nullable String readWith)
    implements ArchiveDocument {

  /** An article that is shown. */
  public ArticleDocument(ArticleHeader article, Article received, int paragraphs, int quotations) {
    this(article, received, paragraphs, quotations, null, null);
  }

  /** The same, read with this. */
  public ArticleDocument readWith(@Nullable String what) {
    return new ArticleDocument(article, received, paragraphs, quotations, held, what);
  }

  /** The same without its text: what is left to decide by when another version comes. */
  public ArticleDocument withoutText() {
    return new ArticleDocument(
        article.withoutText(),
        received.withoutText(Optional.empty()),
        paragraphs,
        quotations,
        held,
        readWith);
  }

  /**
   * All that is kept of it while it is not shown.
   *
   * @param before what the archive has of it, whose version it takes over where it names none
   */
  ArticleDocument held(Hold hold, Optional<ArticleDocument> before) {
    return switch (hold) {
      case EMBARGOED -> new ArticleDocument(article, received, 0, 0, hold, null);
      case WITHHELD, CANCELED ->
          new ArticleDocument(
              article.withoutText(),
              received.withoutText(before.map(ArticleDocument::received)),
              0,
              0,
              hold,
              null);
    };
  }
}
