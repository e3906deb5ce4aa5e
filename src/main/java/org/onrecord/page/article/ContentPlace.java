package org.onrecord.page.article;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;

/** Where the characters of a quotation's content stand in its paragraph. */
record ContentPlace(List<TextSpan> segments, int joint) {

  /** By the segments, between which the content has a joint of its own. */
  static ContentPlace of(ArchivedQuotation quotation) {
    int own = quotation.segments().stream().mapToInt(TextSpan::length).sum();
    int joints = quotation.segments().size() - 1;
    return new ContentPlace(
        quotation.segments(), joints == 0 ? 0 : (quotation.content().length() - own) / joints);
  }

  /** Spans of the content as spans of the paragraph; what lies in a joint is left out. */
  List<TextSpan> toParagraph(List<TextSpan> spans) {
    List<TextSpan> placed = new ArrayList<>();
    int at = 0;
    for (TextSpan segment : segments) {
      for (TextSpan span : spans) {
        int start = Math.max(span.start(), at);
        int end = Math.min(span.end(), at + segment.length());
        if (start < end) {
          placed.add(new TextSpan(start, end).shift(segment.start() - at));
        }
      }
      at += segment.length() + joint;
    }
    return placed;
  }
}
