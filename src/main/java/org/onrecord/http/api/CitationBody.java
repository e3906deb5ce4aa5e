package org.onrecord.http.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.page.part.Citation;
import org.onrecord.page.part.Citation.Form;

/**
 * A citation in every form.
 *
 * @param words as they stand in the archive
 * @param note what a reader has to know of them; null for nothing
 * @param published the words on their publisher's page; null where that has no address
 * @param page where they can be read in the archive
 * @param jsonLd as schema.org has it
 */
record CitationBody(
    String words,
    @Nullable String note,
    @Nullable String published,
    String page,
    String text,
    String html,
    String markdown,
    String bibtex,
    String ris,
    Map<String, Object> jsonLd) {
  static CitationBody of(Citation citation) {
    return new CitationBody(
        citation.words(),
        citation.how(),
        citation.published(),
        citation.address(),
        citation.as(Form.TEXT),
        citation.as(Form.HTML),
        citation.as(Form.MARKDOWN),
        citation.as(Form.BIBTEX),
        citation.as(Form.RIS),
        citation.linkedData());
  }
}
