package org.onrecord.search;

import java.util.List;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchiveField;

/**
 * A piece of a field in which the query's words were found: text and ranges, never mark-up.
 *
 * @param field where it is from: TEXT, TITLE, SPEAKER or MENTION
 * @param text the piece; whole sentences of a text, a whole name
 * @param offset where the piece begins in the field's text, UTF-16 (0 for a name)
 * @param highlights the query's words in {@code text}, UTF-16, in order, not overlapping
 */
public record Snippet(ArchiveField field, String text, int offset, List<TextSpan> highlights) {
  public Snippet {
    highlights = List.copyOf(highlights);
  }
}
