package org.onrecord.format;

/** What becomes of mark-up in a body that may as well be plain text. */
public enum HtmlMode {
  /** It is converted to paragraphs, and that is said. */
  AUTO,
  /** It is text: the body is kept exactly as it is. */
  KEEP,
  /** The article is refused. */
  REFUSE
}
