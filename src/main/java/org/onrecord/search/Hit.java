package org.onrecord.search;

import java.util.List;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/** One thing found. */
public sealed interface Hit {
  float score();

  /** Where the query's words stand, in the text and in resolved names. */
  List<Snippet> snippets();

  ArticleHeader article();

  /** A paragraph that was found. */
  record ParagraphHit(ParagraphDocument paragraph, float score, List<Snippet> snippets)
      implements Hit {
    public ParagraphHit {
      snippets = List.copyOf(snippets);
    }

    @Override
    public ArticleHeader article() {
      return paragraph.article();
    }
  }

  /** A quotation that was found. */
  record QuoteHit(QuoteDocument quote, float score, List<Snippet> snippets) implements Hit {
    public QuoteHit {
      snippets = List.copyOf(snippets);
    }

    @Override
    public ArticleHeader article() {
      return quote.article();
    }
  }
}
