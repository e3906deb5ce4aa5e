package org.onrecord.schema;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was taken for a quotation until an editor decided that it is none. No search finds it.
 *
 * @param quotation as it was worked out from the text; nothing else in the article has its id
 * @param by the editor
 * @param at when it was decided
 * @param note why, in the editor's words
 */
public record StruckQuotation(
    ArchivedQuotation quotation, String by, Instant at, @Nullable String note) {
  /** The same at another address. */
  StruckQuotation at(String id) {
    return new StruckQuotation(quotation.at(id), by, at, note);
  }
}
