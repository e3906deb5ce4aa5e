package org.onrecord.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The text of an article that stands in XML as elements: XHTML, NITF, or a vocabulary of an
 * agency's own, each turned into HTML for {@link HtmlText}. An element that nobody knows is a
 * paragraph where its parent holds elements alone, and else words of the text around it.
 */
final class MarkupBody {
  /** Elements of NITF and of agencies, and what they are in HTML. */
  private static final Map<String, String> NAMES = new HashMap<>();

  /** What is no text of the article. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "head",
          "header",
          "nav",
          "script",
          "style",
          "body.head",
          "body.end",
          "hedline",
          "byline",
          "dateline",
          "dat",
          "distributor",
          "abstract",
          "note",
          "fn",
          "metadata",
          "docdata",
          "bildfil",
          "bildskapare",
          "media-reference",
          "media-metadata",
          "media-producer",
          "media-object",
          "object",
          "alt-code",
          "virtloc");

  private static final Pattern BLANK_LINES = Pattern.compile("\n\n+");
  private static final Set<String> MEDIA = Set.of("media", "bild", "picture");
  private static final Set<String> CAPTIONS =
      Set.of("media-caption", "bildtext", "caption", "figcaption");

  static {
    for (String level : "1 2 3 4 5 6".split(" ")) {
      NAMES.put("hl" + level, "h" + level);
    }
    Map.of(
            "bq", "blockquote",
            "citat", "p",
            "mellis", "h3",
            "rubrik", "h2",
            "ingress", "div",
            "brodtext", "div",
            "block", "div",
            "body.content", "div",
            "nitf-table", "div",
            "text", "div")
        .forEach(NAMES::put);
    Map.of(
            "credit",
            "p",
            "datasource",
            "p",
            "lang",
            "span",
            "nitf",
            "div",
            "headline",
            "h1",
            "tagline",
            "p")
        .forEach(NAMES::put);
  }

  private final ArticleParts parts;
  private final @Nullable String title;
  private final StringBuilder html = new StringBuilder();

  private MarkupBody(ArticleParts parts, @Nullable String title) {
    this.parts = parts;
    this.title = title;
  }

  /**
   * Adds what stands in an element to an article: its text as paragraphs, what stands beneath
   * pictures as captions.
   *
   * @param title the headline, which is left out where it stands above the text again
   */
  static void add(XmlElement element, @Nullable String title, ArticleParts parts) {
    MarkupBody body = new MarkupBody(parts, title);
    body.inner(element);
    ConvertedText text = HtmlText.of(body.html.toString());
    text.warnings().forEach(parts::warn);
    parts.body(
        BLANK_LINES
            .splitAsStream(text.text())
            .map(WiredText::uncut)
            .collect(Collectors.joining("\n\n")));
  }

  private void inner(XmlElement element) {
    if (element.children().isEmpty() && HtmlSigns.in(element.text())) {
      // A piece of CDATA, or references, with mark-up in it.
      html.append(element.text());
      return;
    }
    boolean text = hasText(element);
    element.content(words -> escape(words), child -> child(child, text));
  }

  private void child(XmlElement child, boolean amongText) {
    String name = child.name().toLowerCase(Locale.ROOT);
    if (MEDIA.contains(name)) {
      child.within("media-caption", "BILDTEXT", "bildtext", "caption", "figcaption").stream()
          .filter(c -> CAPTIONS.contains(c.name().toLowerCase(Locale.ROOT)))
          .forEach(c -> parts.caption(c.words()));
      return;
    }
    if (LEFT_OUT.contains(name) || isTitle(child, name)) {
      return;
    }
    String known = NAMES.getOrDefault(name, name);
    String tag = Tag.isKnownTag(known) ? known : amongText ? "span" : "div";
    html.append('<').append(tag);
    for (String attribute : new String[] {"class", "hidden", "alt", "cite", "lang"}) {
      Optional<String> value = child.attribute(attribute);
      if (value.isPresent()) {
        html.append(' ').append(attribute).append("=\"");
        escape(value.get());
        html.append('"');
      }
    }
    html.append('>');
    if (!Tag.valueOf(tag).isEmpty()) {
      inner(child);
      html.append("</").append(tag).append('>');
    }
  }

  private boolean isTitle(XmlElement child, String name) {
    return title != null
        && (name.matches("h[1-3]|hl[1-3]|rubrik|headline|title"))
        && child.words().equalsIgnoreCase(title);
  }

  private static boolean hasText(XmlElement element) {
    boolean[] text = {false};
    element.content(words -> text[0] |= !Blank.is(words), _ -> {});
    return text[0];
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        default -> html.append(c);
      }
    }
  }
}
