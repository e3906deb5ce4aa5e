package org.onrecord.page.article;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.page.part.Slots;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ParagraphDocument;

/**
 * A paragraph of an article with its notes.
 *
 * @param ordinal 0 for the headline
 * @param step its place among the paragraphs that a search found; null where it is none of them
 */
public record ArticleParagraph(
    String id,
    int ordinal,
    TiedText text,
    List<MarginNote> notes,
    List<MarginNote.Struck> struck,
    Arrival.@Nullable Step step) {
  public ArticleParagraph {
    notes = List.copyOf(notes);
    struck = List.copyOf(struck);
  }

  static ArticleParagraph of(
      ParagraphDocument paragraph, List<ArchivedQuotation> all, Arrival arrival, Slots slots) {
    return new ArticleParagraph(
        paragraph.id(),
        paragraph.ordinal(),
        TiedText.of(paragraph, all, arrival.marksIn(paragraph.ordinal()), slots),
        paragraph.quotations().stream().map(q -> MarginNote.of(q, slots)).toList(),
        paragraph.struck().stream().map(MarginNote.Struck::of).toList(),
        arrival.step(paragraph.ordinal()));
  }

  public boolean hasNotes() {
    return !notes.isEmpty() || !struck.isEmpty();
  }
}
