package org.onrecord.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.CodePoints;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.StruckQuotation;

/**
 * What an editor decided to be no quotation; offsets are code points into the paragraph's text, end
 * exclusive.
 *
 * @param by the editor
 * @param note why, in the editor's words
 */
public record StruckBody(
    String content, int start, int end, String by, Instant at, @Nullable String note) {
  static StruckBody of(StruckQuotation struck, String paragraph) {
    TextSpan span = new CodePoints(paragraph).of(struck.quotation().span());
    return new StruckBody(
        struck.quotation().content(),
        span.start(),
        span.end(),
        struck.by(),
        struck.at(),
        struck.note());
  }
}
