package org.onrecord.page;

import org.onrecord.article.QuotationKind;
import org.onrecord.schema.ArchivedQuotation;

/**
 * How what was said is told.
 *
 * @param label direct, indirect or mixed
 * @param marksLost whether quotation marks will have stood in the article and do not in the archive
 * @param style the class of the line beside the words
 */
public record KindTag(String label, boolean marksLost, String style) {
  public static KindTag of(ArchivedQuotation quotation) {
    QuotationKind kind = quotation.kind();
    return new KindTag(
        kind.label(),
        kind != QuotationKind.INDIRECT && !quotation.marked(),
        switch (kind) {
          case DIRECT -> "said";
          case INDIRECT -> "said ind";
          case MIXED -> "said mix";
        });
  }
}
