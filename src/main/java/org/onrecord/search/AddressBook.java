package org.onrecord.search;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Publication.Hold;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.FormerAddress;
import org.onrecord.schema.QuoteDocument;

/** Finds what stands at addresses of quotations. */
record AddressBook(SearchBackend backend) {

  QuotationAddress at(String id) throws IOException {
    Optional<QuoteDocument> quote = backend.quote(id);
    if (quote.isPresent()) {
      return new QuotationAddress.Here(quote.get());
    }
    Optional<ArticleId> known = ArticleId.ofQuotation(id);
    if (known.isEmpty()) {
      return new QuotationAddress.Unknown();
    }
    Optional<ArchivedArticle> article = backend.article(known.get());
    return article.isPresent() ? in(article.get(), id) : withoutArticle(known.get());
  }

  private QuotationAddress withoutArticle(ArticleId id) throws IOException {
    Optional<Hold> hold = backend.hold(id);
    return hold.isPresent() && hold.get() != Hold.EMBARGOED
        ? new QuotationAddress.Withdrawn()
        : new QuotationAddress.Unknown();
  }

  private static QuotationAddress in(ArchivedArticle article, String id) {
    Optional<FormerAddress> became = article.document().became(id);
    String now = became.map(FormerAddress::now).orElse(id);
    Stream<QuotationAddress> moved =
        article.quotations().stream()
            .filter(quote -> quote.quotation().id().equals(now))
            .map(QuotationAddress.Moved::new);
    Stream<QuotationAddress> struck =
        article.paragraphs().stream()
            .flatMap(paragraph -> paragraph.struck().stream())
            .filter(one -> one.quotation().id().equals(now))
            .map(QuotationAddress.Struck::new);
    Stream<QuotationAddress> gone =
        became.stream()
            .filter(FormerAddress::isGone)
            .map(was -> new QuotationAddress.Gone(article.document().article(), was));
    return Stream.of(moved, struck, gone)
        .flatMap(found -> found)
        .findFirst()
        .orElseGet(QuotationAddress.Unknown::new);
  }
}
