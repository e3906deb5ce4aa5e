package org.onrecord.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.Completion;

/** What a query that is being typed may become: people first, then parties, then phrases. */
public record CompletionsBody(String q, List<CompletionBody> completions) {

  public static CompletionsBody of(String q, List<Completion> completions) {
    return new CompletionsBody(
        q,
        completions.stream()
            .map(c -> new CompletionBody(c.kind().label(), c.text(), c.id(), c.count()))
            .toList());
  }

  /**
   * One of them.
   *
   * @param kind {@code person}, {@code party} or {@code phrase}
   * @param text of a party its name, with the country where the archive has another of that name
   * @param id a party's id, by which {@code party:} finds it alone; null of what is none
   * @param count how many paragraphs have it
   */
  public record CompletionBody(String kind, String text, @Nullable String id, long count) {}
}
