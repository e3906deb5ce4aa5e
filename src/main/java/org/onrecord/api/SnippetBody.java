package org.onrecord.api;

import java.util.List;
import org.onrecord.article.CodePoints;
import org.onrecord.search.Snippet;

/**
 * A piece of a field in which the query's words were found: text and ranges, never mark-up.
 *
 * @param field {@code text}, {@code title}, {@code speaker} or {@code mention}
 * @param highlights the words, in code points of {@code text}
 */
public record SnippetBody(String field, String text, List<SpanBody> highlights) {
  static SnippetBody of(Snippet snippet) {
    CodePoints points = new CodePoints(snippet.text());
    return new SnippetBody(
        snippet.field().label(),
        snippet.text(),
        snippet.highlights().stream().map(span -> SpanBody.of(points, span)).toList());
  }
}
