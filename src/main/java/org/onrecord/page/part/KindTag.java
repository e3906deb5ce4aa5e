package org.onrecord.page.part;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.QuotationKind;
import org.onrecord.schema.ArchivedQuotation;

/**
 * How what was said is told.
 *
 * @param label direct, indirect or mixed
 * @param marksLost whether quotation marks will have stood in the article and do not in the archive
 * @param style the class of the line beside the words
 * @param told the verb that tells what is not affirmed, "denies"; null where it is
 */
public record KindTag(String label, boolean marksLost, String style, @Nullable String told) {
  public static KindTag of(ArchivedQuotation quotation) {
    QuotationKind kind = quotation.kind();
    return new KindTag(
        kind.label(),
        kind != QuotationKind.INDIRECT && !quotation.marked(),
        switch (kind) {
          case DIRECT -> "said";
          case INDIRECT -> "said ind";
          case MIXED -> "said mix";
        },
        quotation.isAffirmed() ? null : quotation.polarity().told());
  }

  /** The kind within a sentence: "direct", "indirect, denies". */
  public static String spoken(ArchivedQuotation quotation) {
    String kind = quotation.kind().label();
    return quotation.isAffirmed() ? kind : kind + ", " + quotation.polarity().told();
  }
}
