package org.onrecord.format;

/**
 * Puts paragraphs together: runs of blanks are one space, none at a line's ends; a paragraph
 * without words is none.
 */
final class TextBlocks {
  private final StringBuilder text = new StringBuilder();
  private int start;
  private boolean space;

  /** Adds words to the paragraph. */
  void words(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\u00A0') {
        space = true;
      } else {
        if (space && !atLineStart()) {
          text.append(' ');
        }
        space = false;
        text.append(c);
      }
    }
  }

  /** Adds a character as it is. */
  void mark(String mark) {
    words(mark);
  }

  /** Ends a line; a second one in a row ends the paragraph. */
  void line() {
    space = false;
    if (text.length() > start && text.charAt(text.length() - 1) == '\n') {
      paragraph();
    } else if (text.length() > start) {
      text.append('\n');
    }
  }

  /** Ends a cell of a table. */
  void cell() {
    space = false;
    text.append('\t');
  }

  /** Ends the paragraph, if there is one. */
  void paragraph() {
    space = false;
    int end = text.length();
    while (end > start && Blank.is(text.charAt(end - 1))) {
      end--;
    }
    if (Blank.is(text.substring(start, end))) {
      text.setLength(start);
      return;
    }
    text.setLength(end);
    text.append("\n\n");
    start = text.length();
  }

  /** The last character of the paragraph so far; a blank where there is none. */
  char last() {
    return space || text.length() == start ? ' ' : text.charAt(text.length() - 1);
  }

  /** All paragraphs. */
  String text() {
    paragraph();
    return Blank.strip(text.toString());
  }

  private boolean atLineStart() {
    return text.length() == start || "\n\t".indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
