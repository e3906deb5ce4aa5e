package org.onrecord.attribution.names;

import java.util.regex.Pattern;
import org.onrecord.segment.Paragraph;

/**
 * Paragraphs of a saved page that stand beside its text: a gallery's captions, "3 of 25" after
 * each, and teasers of films, "JUST WATCHED …". No pronoun after them means anybody named in them.
 */
public final class Asides {
  /** Looks for a digit first: a boundary is looked for through all the marks before it. */
  private static final Pattern NUMBERED = Pattern.compile("(?=\\d)\\b\\d{1,3} of \\d{1,3}\\b");

  private static final Pattern TEASER = Pattern.compile("\\p{Lu}{4,} \\p{Lu}{4,}\\b[^\"“”]*");

  /** A gallery has at least so many captions. */
  private static final int CAPTIONS = 3;

  private Asides() {}

  /** Whether a paragraph is one. */
  public static boolean isAside(Paragraph paragraph) {
    String text = paragraph.text();
    boolean teaser = text.startsWith("JUST ") || text.startsWith("MUST ");
    return teaser && TEASER.matcher(text).matches()
        || NUMBERED.matcher(text).results().limit(CAPTIONS).count() == CAPTIONS;
  }
}
