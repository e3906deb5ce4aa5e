package org.onrecord.format;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The text that a reader of a page sees, a paragraph for each block, parted by blank lines; nothing
 * of scripts, styles, forms and what is hidden.
 */
public final class HtmlText implements NodeFilter {
  private static final Set<String> UNREAD =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "nav",
          "form",
          "button",
          "select",
          "textarea",
          "svg",
          "iframe",
          "object",
          "audio",
          "video",
          "canvas");

  private final StringBuilder text = new StringBuilder();

  private HtmlText() {}

  /** Reads a page, or a piece of one. */
  public static ConvertedText of(String html) {
    Document page = Jsoup.parse(html);
    HtmlText reader = new HtmlText();
    page.body().filter(reader);
    return new ConvertedText(reader.text.toString().strip(), List.of());
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      add(words.text());
      return FilterResult.CONTINUE;
    }
    if (node instanceof Element element) {
      if (UNREAD.contains(element.normalName()) || element.hasAttr("hidden")) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (element.isBlock()) {
        blank();
      }
      if (element.normalName().equals("br")) {
        text.append('\n');
      }
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && element.isBlock()) {
      blank();
    }
    return FilterResult.CONTINUE;
  }

  private void add(String words) {
    boolean begins = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    text.append(begins ? words.stripLeading() : words);
  }

  private void blank() {
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    text.setLength(end);
    if (end > 0) {
      text.append("\n\n");
    }
  }
}
