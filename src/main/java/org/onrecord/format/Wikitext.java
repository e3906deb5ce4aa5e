package org.onrecord.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a wiki's page, of <a href="https://www.mediawiki.org/wiki/Wikitext">wikitext</a>.
 * Headings, list items and what blank lines part are paragraphs; of links the words are kept. Of
 * templates only those that stand for words within a sentence are; tables, references and the
 * sections behind the article (its sources, links, related news) are left out.
 *
 * @param date what the template {@code {{date}}} says; empty where there is none
 * @param captions what stands below pictures
 */
record Wikitext(
    String text, Optional<String> date, List<String> categories, List<String> captions) {
  private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);
  private static final Pattern SWITCH = Pattern.compile("__[A-Z]{3,20}__|<references\\s*/>");

  /** Elements of which nothing is shown where they stand. */
  private static final List<String> UNSHOWN =
      List.of(
          "ref",
          "gallery",
          "timeline",
          "math",
          "score",
          "syntaxhighlight",
          "source",
          "imagemap",
          "references",
          "templatestyles");

  private static final int LONGEST_HEADING = 500;

  private static final Pattern HEADING = Pattern.compile("(={1,6})\\s*(.+?)\\s*\\1\\s*");
  private static final Pattern ITEM = Pattern.compile("[*#:;]+\\s*(.*)");
  private static final Pattern OUTER_LINK =
      Pattern.compile("\\[(?:https?:)?//[^\\s\\[\\]]{1,2000}(?:[ \\t]{1,20}([^\\[\\]]{0,2000}))?]");
  private static final Pattern QUOTES = Pattern.compile("'{2,5}");
  private static final Set<String> BEHIND =
      Set.of(
          "sources",
          "source",
          "references",
          "external links",
          "related news",
          "related articles",
          "sister links",
          "see also",
          "notes",
          "footnotes",
          "further reading",
          "bibliography",
          "have an opinion on this story?");

  static Wikitext of(String wikitext) {
    String plain = COMMENT.matcher(wikitext).replaceAll("");
    for (String name : UNSHOWN) {
      plain = without(plain, name);
    }
    plain = SWITCH.matcher(plain).replaceAll("");
    WikiMarkup markup = new WikiMarkup(plain);
    String words =
        QUOTES.matcher(OUTER_LINK.matcher(markup.text()).replaceAll("$1")).replaceAll("");
    ConvertedText text = HtmlText.of(html(words));
    return new Wikitext(text.text(), markup.date(), markup.categories(), markup.captions());
  }

  /** The text without an element, wherever it stands; one that is not closed is only its tag. */
  private static String without(String text, String name) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length() || !lower.contains("<" + name)) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int at = 0;
    int close = 0;
    for (int start = lower.indexOf("<" + name); start >= 0; start = lower.indexOf("<" + name, at)) {
      int tagEnd = lower.indexOf('>', start);
      int after = start + 1 + name.length();
      boolean other = after < lower.length() && Character.isLetter(lower.charAt(after));
      if (tagEnd < 0) {
        break;
      }
      if (other) {
        kept.append(text, at, after);
        at = after;
        continue;
      }
      kept.append(text, at, start);
      at = tagEnd + 1;
      if (lower.charAt(tagEnd - 1) != '/' && close >= 0) {
        close = lower.indexOf("</" + name, tagEnd);
        int closed = close < 0 ? -1 : lower.indexOf('>', close);
        at = closed < 0 ? at : closed + 1;
      }
    }
    return kept.append(text, at, text.length()).toString();
  }

  /** Lines as blocks of HTML, which wikitext may hold as well. */
  private static String html(String words) {
    StringBuilder html = new StringBuilder();
    List<String> paragraph = new ArrayList<>();
    int behind = 0;
    for (String line : words.split("\\R")) {
      Matcher heading = HEADING.matcher(line.length() > LONGEST_HEADING ? "" : line);
      if (heading.matches()) {
        close(paragraph, html);
        int level = heading.group(1).length();
        String name = heading.group(2);
        if (behind == 0 || level <= behind) {
          behind = BEHIND.contains(name.toLowerCase(Locale.ROOT)) ? level : 0;
        }
        if (behind == 0) {
          html.append("<h2>").append(name).append("</h2>");
        }
        continue;
      }
      Matcher item = ITEM.matcher(line);
      if (behind > 0) {
        continue;
      }
      if (item.matches()) {
        close(paragraph, html);
        html.append("<p>").append(item.group(1)).append("</p>");
      } else if (Blank.is(line) || line.startsWith("----")) {
        close(paragraph, html);
      } else {
        paragraph.add(line);
      }
    }
    close(paragraph, html);
    return html.toString();
  }

  private static void close(List<String> paragraph, StringBuilder html) {
    if (!paragraph.isEmpty()) {
      html.append("<p>").append(String.join("\n", paragraph)).append("</p>");
      paragraph.clear();
    }
  }
}
