package org.onrecord.api;

import org.onrecord.article.CodePoints;
import org.onrecord.article.TextSpan;

/** A stretch of a text in Unicode code points, end exclusive. */
public record SpanBody(int start, int end) {
  static SpanBody of(CodePoints points, TextSpan utf16) {
    TextSpan span = points.of(utf16);
    return new SpanBody(span.start(), span.end());
  }
}
