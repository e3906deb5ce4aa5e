package org.onrecord.quotation;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.quotation.Unit.Range;

/**
 * What a headline reports with a colon alone: "Quill: bridge will open", "Bridge will open:
 * minister". The speaker is a name that the article writes, or an office.
 *
 * @param content the tokens of what is said
 * @param cue the colon
 * @param source the tokens that name who says it
 */
record HeadlineReport(Range content, Range cue, Range source) {
  private static final int LONGEST_SOURCE = 4;
  private static final Set<String> OFFICES =
      Set.of(
          "minister",
          "ministers",
          "pm",
          "cm",
          "president",
          "police",
          "official",
          "officials",
          "spokesman",
          "spokeswoman",
          "spokesperson",
          "source",
          "sources",
          "expert",
          "experts",
          "lawyer",
          "lawyers",
          "court",
          "mayor",
          "governor",
          "chief",
          "leader",
          "report",
          "study",
          "government",
          "govt",
          "army",
          "prosecutors",
          "prosecutor",
          "judge",
          "union",
          "coach");

  /** The report of an article's headline, or null where it has none of this form. */
  static @Nullable HeadlineReport of(ParagraphView headline, List<ParagraphView> body) {
    int colon = -1;
    for (int i = 1; i < headline.size - 1; i++) {
      if (headline.lower[i].equals(":")) {
        if (colon >= 0) {
          return null;
        }
        colon = i;
      }
    }
    if (colon < 0) {
      return null;
    }
    Range before = new Range(0, colon);
    Range after = new Range(colon + 1, headline.size);
    Range cue = new Range(colon, colon + 1);
    if (isSource(headline, before, body)) {
      return hasVerb(headline, after) ? new HeadlineReport(after, cue, before) : null;
    }
    return isSource(headline, after, body) && hasVerb(headline, before)
        ? new HeadlineReport(before, cue, after)
        : null;
  }

  private static boolean isSource(ParagraphView view, Range range, List<ParagraphView> body) {
    int last = range.end() - 1;
    if (range.end() - range.first() > LONGEST_SOURCE) {
      return false;
    }
    if (OFFICES.contains(view.lower[last])) {
      return true;
    }
    for (int i = range.first(); i < range.end(); i++) {
      if (!view.paragraph.tokens().get(i).isCapitalised()) {
        return false;
      }
    }
    return body.stream().anyMatch(paragraph -> reports(paragraph, view.lower[last]));
  }

  /** Whether a name stands beside a cue in a paragraph. */
  private static boolean reports(ParagraphView view, String name) {
    for (int i = 0; i < view.size; i++) {
      if (view.lower[i].equals(name)
          && view.pos[i].equals("PROPN")
          && (i > 0 && view.isCue(i - 1) || i + 1 < view.size && view.isCue(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasVerb(ParagraphView view, Range range) {
    for (int i = range.first(); i < range.end(); i++) {
      if (view.isVerb(i) || view.lower[i].equals("to")) {
        return true;
      }
    }
    return false;
  }
}
