package org.onrecord.schema;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
 * @param former addresses that quotations had in earlier versions, the latest last; none where it
 *     is not shown
 * @param changed when this version took the place of another that was shown; null where none was,
 *     or an earlier version of the program did not keep it
 */
public record ArticleDocument(
    ArticleHeader article,
    Article received,
    int paragraphs,
    int quotations,
    @Nullable Hold held,
    @Nullable String readWith,
    List<FormerAddress> former,
    @Nullable Instant changed)
    implements ArchiveDocument {
  public ArticleDocument {
    former = List.copyOf(former);
  }

  /** An article that is shown. */
  public ArticleDocument(ArticleHeader article, Article received, int paragraphs, int quotations) {
    this(article, received, paragraphs, quotations, null, null, List.of(), null);
  }

  /** The same, read with this. */
  public ArticleDocument readWith(@Nullable String what) {
    return new ArticleDocument(
        article, received, paragraphs, quotations, held, what, former, changed);
  }

  /** The same, whose quotations had these addresses before, and which changed then. */
  public ArticleDocument formerly(List<FormerAddress> addresses, @Nullable Instant when) {
    return new ArticleDocument(
        article, received, paragraphs, quotations, held, readWith, addresses, when);
  }

  /** The same of another text. */
  public ArticleDocument withBody(String body) {
    return new ArticleDocument(
        article, received.withBody(body), paragraphs, quotations, held, readWith, former, changed);
  }

  /**
   * What became of an address that a quotation once had: of those to which it led one after the
   * other the last.
   */
  public Optional<FormerAddress> became(String id) {
    Map<String, FormerAddress> byId =
        former.stream().collect(Collectors.toMap(FormerAddress::id, one -> one, (a, _) -> a));
    FormerAddress last = byId.get(id);
    for (int steps = former.size(); last != null && last.now() != null && steps > 0; steps--) {
      FormerAddress next = byId.get(last.now());
      if (next == null) {
        break;
      }
      last = next;
    }
    return Optional.ofNullable(last);
  }

  /** The same without its text: what is left to decide by when another version comes. */
  public ArticleDocument withoutText() {
    return new ArticleDocument(
        article.withoutText(),
        received.withoutText(Optional.empty()),
        paragraphs,
        quotations,
        held,
        readWith,
        List.of(),
        null);
  }

  /**
   * All that is kept of it while it is not shown.
   *
   * @param before what the archive has of it, whose version it takes over where it names none
   */
  ArticleDocument held(Hold hold, Optional<ArticleDocument> before) {
    return switch (hold) {
      case EMBARGOED -> new ArticleDocument(article, received, 0, 0, hold, null, List.of(), null);
      case WITHHELD, CANCELED ->
          new ArticleDocument(
              article.withoutText(),
              received.withoutText(before.map(ArticleDocument::received)),
              0,
              0,
              hold,
              null,
              List.of(),
              null);
    };
  }
}
