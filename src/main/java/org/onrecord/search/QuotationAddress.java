package org.onrecord.search;

import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.FormerAddress;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.schema.StruckQuotation;

/** What is found at an address of a quotation: never anybody else's words. */
public sealed interface QuotationAddress {

  /** The quotation. */
  record Here(QuoteDocument quote) implements QuotationAddress {}

  /** It is an older address of this one. */
  record Moved(QuoteDocument quote) implements QuotationAddress {}

  /** An editor decided that it is none. */
  record Struck(StruckQuotation struck) implements QuotationAddress {}

  /** The article no longer has these words. */
  record Gone(ArticleHeader article, FormerAddress was) implements QuotationAddress {}

  /** Its newsroom took the whole article back. */
  record Withdrawn() implements QuotationAddress {}

  /** The archive knows nothing of it. */
  record Unknown() implements QuotationAddress {}
}
