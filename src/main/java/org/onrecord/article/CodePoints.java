package org.onrecord.article;

/**
 * Turns UTF-16 offsets into a text into Unicode code points, the unit of everything that leaves
 * OnRecord (W3C Web Annotation, section 4.2.4). Costs nothing where the text has no supplementary
 * characters.
 */
public final class CodePoints {
  private final String text;
  private final boolean plain;

  public CodePoints(String text) {
    this.text = text;
    this.plain = text.chars().noneMatch(c -> Character.isHighSurrogate((char) c));
  }

  /** The number of code points before UTF-16 offset {@code offset}, 0 to the text's length. */
  public int of(int offset) {
    return plain ? offset : text.codePointCount(0, offset);
  }

  /** The span in code points. */
  public TextSpan of(TextSpan utf16) {
    return plain ? utf16 : new TextSpan(of(utf16.start()), of(utf16.end()));
  }
}
