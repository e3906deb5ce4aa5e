package org.onrecord.format;

/**
 * How XML or HTML begins.
 *
 * @param root the local name of the first element, as it is written; empty where there is none
 * @param tag that element's tag, with its attributes, as far as it is there
 * @param doctype what stands in a document type declaration; empty where there is none
 */
record XmlOpening(String root, String tag, String doctype) {
  private static final XmlOpening NONE = new XmlOpening("", "", "");

  /** Whether a namespace, a part of its address, is named by the first element. */
  boolean names(String namespace) {
    return tag.contains(namespace);
  }

  static XmlOpening of(String text) {
    String doctype = "";
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("<?", at)) {
        at = after(text, "?>", at);
      } else if (text.startsWith("<!--", at)) {
        at = after(text, "-->", at);
      } else if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
        int end = doctypeEnd(text, at);
        doctype = text.substring(at + 9, end).strip();
        at = end + 1;
      } else if (text.charAt(at) == '<') {
        return root(text, at, doctype);
      } else {
        return NONE;
      }
    }
    return NONE;
  }

  private static XmlOpening root(String text, int at, String doctype) {
    int end = at + 1;
    while (end < text.length() && isName(text.charAt(end))) {
      end++;
    }
    String name = text.substring(at + 1, end);
    int close = text.indexOf('>', end);
    String tag = text.substring(at, close < 0 ? text.length() : close);
    return name.isEmpty()
        ? NONE
        : new XmlOpening(name.substring(name.indexOf(':') + 1), tag, doctype);
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || ":_.-".indexOf(c) >= 0;
  }

  private static int after(String text, String end, int from) {
    int at = text.indexOf(end, from);
    return at < 0 ? text.length() : at + end.length();
  }

  /** Where the declaration's last sign stands; an internal subset is part of it. */
  private static int doctypeEnd(String text, int from) {
    int subset = text.indexOf('[', from);
    int end = text.indexOf('>', from);
    if (subset >= 0 && subset < end) {
      int close = text.indexOf(']', subset);
      end = close < 0 ? -1 : text.indexOf('>', close);
    }
    return end < 0 ? text.length() : end;
  }
}
