package org.onrecord.search;

import java.util.List;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/** A paragraph or a quotation that a search found. */
public sealed interface Hit {
  float score();

  /** Where the query's words stand, in the text and in resolved names. */
  List<Snippet> snippets();

  /** Where else it stands; none where copies are not folded. */
  Copies copies();

  ArticleHeader article();

  /** Where in its article it begins; a paragraph comes before its quotations. */
  Place place();

  /**
   * A place in an article.
   *
   * @param paragraph the ordinal
   * @param offset in the paragraph, UTF-16; -1 for the paragraph as a whole
   */
  record Place(int paragraph, int offset) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byParagraph = Integer.compare(paragraph, other.paragraph);
      return byParagraph != 0 ? byParagraph : Integer.compare(offset, other.offset);
    }
  }

  /** A paragraph that was found. */
  record ParagraphHit(
      ParagraphDocument paragraph, float score, List<Snippet> snippets, Copies copies)
      implements Hit {
    public ParagraphHit {
      snippets = List.copyOf(snippets);
    }

    /** One without copies. */
    public ParagraphHit(ParagraphDocument paragraph, float score, List<Snippet> snippets) {
      this(paragraph, score, snippets, Copies.NONE);
    }

    @Override
    public ArticleHeader article() {
      return paragraph.article();
    }

    @Override
    public Place place() {
      return new Place(paragraph.ordinal(), -1);
    }
  }

  /** A quotation that was found. */
  record QuoteHit(QuoteDocument quote, float score, List<Snippet> snippets, Copies copies)
      implements Hit {
    public QuoteHit {
      snippets = List.copyOf(snippets);
    }

    /** One without copies. */
    public QuoteHit(QuoteDocument quote, float score, List<Snippet> snippets) {
      this(quote, score, snippets, Copies.NONE);
    }

    @Override
    public ArticleHeader article() {
      return quote.article();
    }

    @Override
    public Place place() {
      return new Place(quote.quotation().paragraph(), quote.quotation().span().start());
    }
  }
}
