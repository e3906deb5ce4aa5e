package org.onrecord.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * One reading of HTML from beginning to end.
 *
 * <ul>
 *   <li>Paragraphs: what HTML calls flow content; list items, quoted blocks and headings each have
 *       their own. Two {@code br} in a row part paragraphs. Where most words stand in no block, and
 *       no {@code br} ends lines, their own lines and blank lines count, as they do in the
 *       databases of WordPress; elsewhere a blank line within bare text parts paragraphs and a
 *       line's end is a space.
 *   <li>Captions are told apart. A table is a paragraph, a row a line, its cells parted by tabs;
 *       one that only lays out a page is read as its cells' paragraphs.
 *   <li>Left out: scripts, styles, forms, navigation, embedded players and posts, marks of
 *       footnotes, what is hidden, words that are struck out, and quotes pulled out of the text,
 *       which repeat it.
 * </ul>
 */
final class HtmlReading implements NodeFilter {
  private static final Set<String> UNREAD =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "title",
          "nav",
          "button",
          "select",
          "textarea",
          "input",
          "label",
          "svg",
          "math",
          "iframe",
          "object",
          "embed",
          "audio",
          "video",
          "canvas",
          "map",
          "rt",
          "rp",
          "dialog",
          "amp-ad",
          "menu");
  private static final Set<String> STRUCK = Set.of("del", "s", "strike");
  private static final Pattern EMBED =
      Pattern.compile(
          "twitter-\\w+|instagram-media|tiktok-embed|fb-(?:post|video)|bluesky-embed|reddit-\\w+"
              + "|mastodon-embed|text-post-media|imgur-embed-pub|wp-block-embed\\S*|wp-embedded\\S*");
  private static final Pattern PULLED = Pattern.compile("(?:\\S*[_-])?pull-?quote\\S*");
  private static final Pattern CAPTION = Pattern.compile("wp-caption-text|wp-element-caption");
  private static final Pattern HIDDEN =
      Pattern.compile("display\\s*:\\s*none", Pattern.CASE_INSENSITIVE);
  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r]*\\n\\s*");
  private static final Pattern FOOTNOTE = Pattern.compile("\\[?(?:\\d{1,3}|[a-z*†‡])\\]?");

  private final Element root;
  private final boolean linesCount;
  private final TextBlocks blocks = new TextBlocks();
  private final List<String> captions = new ArrayList<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private int quoted;
  private @Nullable String shown;

  HtmlReading(Element root) {
    this.root = root;
    this.linesCount = linesCount(root);
  }

  /** Whether most words stand in no block, and no {@code br} ends lines. */
  private static boolean linesCount(Element root) {
    if (root.selectFirst("br") != null) {
      return false;
    }
    long bare = 0;
    long all = 0;
    for (TextNode words : root.nodeStream(TextNode.class).toList()) {
      long length = Blank.strip(words.getWholeText()).length();
      all += length;
      bare += nearestBlock(words, root) == root ? length : 0;
    }
    return 2 * bare > all;
  }

  ConvertedText text() {
    root.filter(this);
    return new ConvertedText(blocks.text(), captions, List.copyOf(warnings));
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      read(words);
    } else if (node instanceof Element element && element != root) {
      if (isLeftOut(element) || isToldApart(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      begin(element);
    }
    return FilterResult.CONTINUE;
  }

  private void begin(Element element) {
    if (element.isBlock()) {
      blocks.paragraph();
    }
    switch (element.normalName()) {
      case "br" -> blocks.line();
      case "hr" -> blocks.paragraph();
      case "q" -> {
        if (!isMarked(element)) {
          blocks.mark(quoted++ % 2 == 0 ? "“" : "‘");
        }
      }
      default -> {}
    }
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && element != root) {
      if (element.isBlock()) {
        blocks.paragraph();
      } else if (element.normalName().equals("q") && !isMarked(element)) {
        blocks.mark(--quoted % 2 == 0 ? "”" : "’");
      }
    }
    return FilterResult.CONTINUE;
  }

  private static boolean isMarked(Element quote) {
    String words = Blank.strip(quote.text());
    return !words.isEmpty() && "\"“‘«„'".indexOf(words.charAt(0)) >= 0;
  }

  private void read(TextNode node) {
    String words = node.getWholeText();
    Element block = nearestBlock(node, root);
    if (linesCount && block == root || block.normalName().equals("pre")) {
      lines(words);
    } else if (block == root || block.normalName().equals("blockquote")) {
      String[] parts = BLANK_LINE.split(words, -1);
      blocks.words(parts[0]);
      for (int i = 1; i < parts.length; i++) {
        blocks.paragraph();
        blocks.words(parts[i]);
      }
    } else {
      blocks.words(words);
    }
  }

  private void lines(String words) {
    String[] lines = words.split("\\r\\n|\\n|\\r", -1);
    blocks.words(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      blocks.line();
      blocks.words(lines[i]);
    }
  }

  private static Element nearestBlock(TextNode node, Element root) {
    Node at = node.parent();
    while (at instanceof Element element && element != root && !element.isBlock()) {
      at = element.parent();
    }
    return at instanceof Element element ? element : root;
  }

  private boolean isLeftOut(Element element) {
    String name = element.normalName();
    if (UNREAD.contains(name)
        || element.hasAttr("hidden")
        || HIDDEN.matcher(element.attr("style")).find()) {
      return true;
    }
    if (STRUCK.contains(name)) {
      return leftOut(element, "words that are struck out were left out");
    }
    if (name.equals("form")) {
      return element.select("p").size() < 3;
    }
    if (name.equals("sup")) {
      return FOOTNOTE.matcher(element.text()).matches() && element.selectFirst("a") != null;
    }
    return hasClass(element, EMBED) && leftOut(element, "an embedded post was left out")
        || hasClass(element, PULLED) && isRepeated(element);
  }

  private boolean leftOut(Element element, String warning) {
    if (element.hasText()) {
      warnings.add(warning);
    }
    return true;
  }

  private static boolean hasClass(Element element, Pattern pattern) {
    String names = element.className().toLowerCase(Locale.ROOT);
    if (names.isEmpty()) {
      return false;
    }
    for (String name : names.split("\\s+")) {
      if (pattern.matcher(name).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words stand twice on the page. */
  private boolean isRepeated(Element element) {
    if (shown == null) {
      shown = bare(root.text());
    }
    String words = bare(element.text());
    int first = shown.indexOf(words);
    return words.isEmpty() || first >= 0 && shown.indexOf(words, first + 1) >= 0;
  }

  private static String bare(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
  }

  private boolean isToldApart(Element element) {
    switch (element.normalName()) {
      case "figcaption" -> {
        caption(element);
        return true;
      }
      case "table" -> {
        return HtmlTable.read(element, blocks);
      }
      default -> {
        return hasClass(element, CAPTION) && caption(element);
      }
    }
  }

  private boolean caption(Element element) {
    String words = Blank.strip(element.text());
    if (!words.isEmpty()) {
      captions.add(words);
    }
    return true;
  }
}
