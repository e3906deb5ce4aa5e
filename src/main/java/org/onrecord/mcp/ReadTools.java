package org.onrecord.mcp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.ArticleDetails;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Publication.Hold;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.QuotationAddress;
import org.onrecord.search.SearchService;
import org.onrecord.verify.Verifier;

/** {@code get_quotation} and {@code get_article}. */
final class ReadTools {
  private static final Parameter.Text QUOTATION =
      Asked.id("The quotation's id, as a hit has it: bridge~q-fe2e7faf5d.");
  private static final Parameter.Text ARTICLE =
      Asked.id("The article's id, as a hit has it in \"article\".");
  private static final Parameter.Whole PARAGRAPH =
      new Parameter.Whole(
          "paragraph", "The paragraph to begin with; 0 is the headline.", 0, 1_000_000, 0);
  private static final Parameter.Whole OFFSET =
      new Parameter.Whole(
          "offset", "Where in that paragraph to begin, in code points.", 0, 100_000_000, 0);
  private static final Parameter.Whole LIMIT =
      new Parameter.Whole(
          "limit", "How many paragraphs at the most; long ones count as several.", 1, 30, 12);

  private final SearchService search;
  private final Verifier verifier;

  ReadTools(SearchService search, Verifier verifier) {
    this.search = search;
    this.verifier = verifier;
  }

  Tool quotation() {
    return new Tool(
        "get_quotation",
        "Read a quotation",
        "Gives one quotation by its id, with the paragraph around it, who says it and for whom.",
        List.of(QUOTATION),
        ReadQuotation.class,
        this::quotation);
  }

  Tool article() {
    return new Tool(
        "get_article",
        "Read an article",
        "Gives an article by its id, paragraph by paragraph, with the quotations in each; a long"
            + " one in several answers.",
        List.of(ARTICLE, PARAGRAPH, OFFSET, LIMIT),
        ReadArticle.class,
        this::article);
  }

  private ReadQuotation quotation(Arguments arguments, Citations cite)
      throws IOException, ToolRefusal {
    String id = arguments.text(QUOTATION).orElseThrow();
    return switch (search.address(id)) {
      case QuotationAddress.Here(QuoteDocument quote) -> read(quote, cite);
      case QuotationAddress.Moved(QuoteDocument quote) -> read(quote, cite);
      case QuotationAddress.Gone _ ->
          throw new ToolRefusal(
              "The article was corrected and no longer has these words: do not quote them.");
      case QuotationAddress.Withdrawn _, QuotationAddress.Struck _, QuotationAddress.Unknown _ ->
          throw absent("quotation", id, ArticleId.ofPassage(id));
    };
  }

  private ReadQuotation read(QuoteDocument quote, Citations cite) throws IOException, ToolRefusal {
    Optional<ArchivedArticle> article = search.article(quote.article().id());
    if (article
        .filter(one -> ArticleDetails.of(one.document().received()).forbidsMining())
        .isPresent()) {
      throw new ToolRefusal(
          "The article's publisher forbids that programs work on its text; its readers find the"
              + " quotation at "
              + cite.quotation(quote.quotation().id())
              + ".");
    }
    return ReadQuotation.of(quote, ArchiveTold.of(verifier.span()), cite);
  }

  private ReadArticle article(Arguments arguments, Citations cite) throws IOException, ToolRefusal {
    String id = arguments.text(ARTICLE).orElseThrow();
    Optional<ArticleId> valid = valid(id);
    Optional<ArchivedArticle> article =
        valid.isPresent() ? search.article(valid.get()) : Optional.empty();
    if (article.isEmpty()) {
      throw absent("article", id, valid);
    }
    return ReadArticle.of(
        article.get(),
        new ReadArticle.Next(arguments.number(PARAGRAPH), arguments.number(OFFSET)),
        arguments.number(LIMIT),
        ArchiveTold.of(verifier.span()),
        cite);
  }

  private static Optional<ArticleId> valid(String id) {
    try {
      return Optional.of(new ArticleId(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private ToolRefusal absent(String what, String id, Optional<ArticleId> article)
      throws IOException {
    Optional<Hold> hold = article.isPresent() ? search.hold(article.get()) : Optional.empty();
    return new ToolRefusal(
        hold.isPresent() && hold.get() != Hold.EMBARGOED
            ? "The " + what + " was withdrawn by its newsroom: do not quote it."
            : "The archive holds no "
                + what
                + " with the id "
                + Told.quoted(id)
                + ". Take an id from a hit of search_quotations or search_passages.");
  }
}
