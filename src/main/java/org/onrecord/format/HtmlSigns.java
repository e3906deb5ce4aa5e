package org.onrecord.format;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tells HTML from plain text. Linear in the text's length. */
final class HtmlSigns {
  private static final Set<String> VOID = Set.of("br", "hr", "img", "wbr");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "table",
          "blockquote",
          "figure",
          "section",
          "article",
          "html",
          "body",
          "main",
          "header");
  private static final Set<String> CLOSED =
      Set.of(
          "a",
          "abbr",
          "b",
          "big",
          "center",
          "cite",
          "code",
          "del",
          "dd",
          "dl",
          "dt",
          "em",
          "figcaption",
          "font",
          "i",
          "iframe",
          "ins",
          "li",
          "mark",
          "pre",
          "q",
          "s",
          "script",
          "small",
          "span",
          "strike",
          "strong",
          "style",
          "sub",
          "sup",
          "td",
          "th",
          "time",
          "tr",
          "u",
          "video");

  /** A tag; of its attributes only so much as tells them from words between angle brackets. */
  private static final Pattern TAG =
      Pattern.compile(
          "<(?<close>/?)(?<name>[a-zA-Z][a-zA-Z1-6]{0,11})"
              + "(?:\\s+[\\w:@.-]+\\s*=[^<>]{0,4000}|\\s+[\\w-]{1,30})?\\s*/?>"
              + "|<!--\\s*/?wp:|<!DOCTYPE\\s+html",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern REFERENCE =
      Pattern.compile(
          "&(?:#\\d{2,7}|#x[0-9a-fA-F]{2,6}|(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[lr]aquo"
              + "|[sb]dquo|hellip|[nm]dash|shy|bull|middot|pound|euro|copy|reg|trade|deg|frac12"
              + "|[A-Za-z](?:acute|grave|circ|uml|tilde|cedil)|szlig|oslash|aring));");

  private HtmlSigns() {}

  static boolean in(String text) {
    return text.indexOf('<') >= 0 && hasTags(text)
        || text.indexOf('&') >= 0 && REFERENCE.matcher(text).find();
  }

  private static boolean hasTags(String text) {
    Matcher tags = TAG.matcher(text);
    Set<String> open = new HashSet<>();
    int blocks = 0;
    while (tags.find()) {
      String found = tags.group("name");
      if (found == null) {
        return true;
      }
      String name = found.toLowerCase(Locale.ROOT);
      boolean closes = !tags.group("close").isEmpty();
      if (VOID.contains(name) || closes && open.contains(name)) {
        return true;
      }
      if (BLOCKS.contains(name) && !closes) {
        if (++blocks == 2 || Blank.is(text.substring(0, tags.start()))) {
          return true;
        }
      }
      if (!closes && (BLOCKS.contains(name) || CLOSED.contains(name))) {
        open.add(name);
      }
    }
    return false;
  }
}
