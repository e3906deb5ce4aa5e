package org.onrecord.format;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.article.ArticleDetails;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Skipped;

/**
 * An item of RSS or an entry of Atom as an article. Its text is {@code content:encoded} or Atom's
 * {@code content}, else its description or summary; the latter is marked as a summary, a
 * description where it is short or says itself that it goes on. One that only carries sound or
 * video is none.
 */
final class FeedItem {
  /** The member that says that the body is a summary of the article. */
  static final String SUMMARY = "isSummary";

  /** A description that is longer, in characters, is taken for the whole text. */
  private static final int LONGEST_SUMMARY = 700;

  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?:…|\\.\\.\\.|\\[…\\]|\\[\\.\\.\\.\\]|(?i:(?:read|continue)"
              + " (?:more|reading)).{0,20})\\s*$");
  private static final Pattern NAME_BESIDE_ADDRESS = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");
  private static final Pattern SINGLE_DIGIT = Pattern.compile("(?<=[T:])(\\d)(?=[:Z+.-])");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  private FeedItem() {}

  static void read(
      XmlElement item,
      FeedHead head,
      ArticleInput input,
      Provenance place,
      Consumer<? super ReadResult> results) {
    ArticleParts parts = new ArticleParts(input, place).oneOfMany();
    tell(item, head, parts);
    Optional<XmlElement> content = content(item);
    content.ifPresent(c -> body(c, parts));
    if (!parts.hasBody()) {
      Optional<NoArticle> media = media(item);
      if (media.isPresent()) {
        results.accept(new Skipped(place, media.get()));
        return;
      }
      item.child("description").or(() -> item.child("summary")).ifPresent(s -> summary(s, parts));
    }
    parts.emit(results);
  }

  private static void tell(XmlElement item, FeedHead head, ArticleParts parts) {
    item.child("title").map(FeedItem::line).ifPresent(parts::title);
    Optional<String> guid = item.words("guid").or(() -> item.words("id"));
    guid.ifPresent(parts::id);
    link(item)
        .or(() -> guid.filter(g -> !isNoLink(item)))
        .filter(link -> ADDRESS.matcher(link).matches())
        .ifPresent(parts::url);
    for (String name : List.of("published", "pubDate", "issued", "date", "created")) {
      item.words(name).map(FeedItem::date).ifPresent(parts::published);
    }
    item.words("updated")
        .or(() -> item.words("modified"))
        .map(FeedItem::date)
        .ifPresent(
            updated -> {
              parts.updated(updated);
              parts.published(updated);
            });
    item.words("source", "title").or(() -> item.words("source")).ifPresent(parts::outlet);
    head.outlet().ifPresent(parts::outlet);
    item.children("creator").forEach(c -> parts.author(c.words()));
    item.children("author").forEach(a -> parts.author(author(a)));
    for (XmlElement category : item.children("category")) {
      parts.tag(
          category
              .attribute("label")
              .or(() -> category.attribute("term"))
              .orElseGet(() -> line(category)));
    }
    item.children("subject").forEach(s -> parts.tag(s.words()));
    item.words("language").or(head::language).ifPresent(l -> parts.put(ArticleDetails.LANGUAGE, l));
    item.words("rights").or(head::rights).ifPresent(r -> parts.put(ArticleDetails.RIGHTS, r));
  }

  /** A time as programs write it that forget a zero: {@code 2024-11-07T9:05:7Z}. */
  private static String date(String written) {
    return SINGLE_DIGIT.matcher(written).replaceAll("0$1");
  }

  private static Optional<String> link(XmlElement item) {
    Optional<String> origin = item.words("origLink");
    if (origin.isPresent()) {
      return origin;
    }
    List<XmlElement> links = item.children("link");
    for (XmlElement link : links) {
      if (link.attribute("href").isPresent()
          && link.attribute("rel").orElse("alternate").equals("alternate")) {
        return link.attribute("href");
      }
    }
    return links.stream().map(XmlElement::words).filter(w -> !w.isEmpty()).findFirst();
  }

  private static boolean isNoLink(XmlElement item) {
    return item.child("guid")
        .flatMap(g -> g.attribute("isPermaLink"))
        .filter(p -> p.equalsIgnoreCase("false"))
        .isPresent();
  }

  /** RSS has an address and perhaps a name behind it, Atom a name. */
  private static String author(XmlElement author) {
    String words = author.words("name").orElseGet(author::words);
    Matcher beside = NAME_BESIDE_ADDRESS.matcher(words);
    return beside.matches() ? beside.group(1) : words;
  }

  private static Optional<XmlElement> content(XmlElement item) {
    return item.child("encoded")
        .or(() -> item.children("content").stream().filter(FeedItem::isText).findFirst())
        .or(() -> item.child("body").filter(b -> b.namespace().contains("xhtml")))
        .or(() -> item.child("div").filter(b -> b.namespace().contains("xhtml")));
  }

  /** Atom's content may be elsewhere, or no text; Media RSS's is never text. */
  private static boolean isText(XmlElement content) {
    String type = content.attribute("type").orElse("text");
    return content.attribute("src").isEmpty()
        && content.attribute("url").isEmpty()
        && (!type.contains("/") || type.startsWith("text/") || type.endsWith("html+xml"));
  }

  private static void body(XmlElement content, ArticleParts parts) {
    String type = content.attribute("type").orElse("");
    String text = text(content);
    if (type.equals("text") || type.equals("text/plain")) {
      parts.body(text);
    } else if (type.contains("html") || content.is("encoded") || HtmlText.isHtml(text)) {
      parts.html(text);
    } else {
      parts.body(text);
    }
  }

  private static void summary(XmlElement summary, ArticleParts parts) {
    body(summary, parts);
    String text = HtmlText.of(text(summary)).text();
    boolean whole =
        summary.is("description")
            && text.length() > LONGEST_SUMMARY
            && !GOES_ON.matcher(text).find();
    if (parts.hasBody() && !whole) {
      parts.put(SUMMARY, true);
    }
  }

  /** What stands in an element, as HTML where elements stand in it or it says so. */
  private static String text(XmlElement element) {
    if (!element.children().isEmpty()) {
      return element.innerHtml();
    }
    if (element.attribute("mode").filter(m -> m.equals("base64")).isPresent()) {
      try {
        return new String(Base64.getMimeDecoder().decode(element.words()), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException _) {
        return "";
      }
    }
    return element.text();
  }

  private static Optional<NoArticle> media(XmlElement item) {
    for (XmlElement each : item.children()) {
      boolean enclosed =
          each.is("enclosure")
              || each.attribute("rel").filter(r -> r.equals("enclosure")).isPresent();
      String type = each.attribute("type").orElse("");
      if (enclosed && type.startsWith("audio/")) {
        return Optional.of(NoArticle.AUDIO);
      }
      if (enclosed && type.startsWith("video/")) {
        return Optional.of(NoArticle.VIDEO);
      }
    }
    return Optional.empty();
  }

  /** A headline or name on one line, whose mark-up may be written in three ways. */
  static String line(XmlElement element) {
    String text = element.children().isEmpty() ? element.text() : element.innerHtml();
    boolean plain = element.attribute("type").filter(t -> t.equals("text")).isPresent();
    return !plain && (HtmlText.isHtml(text) || !element.children().isEmpty())
        ? HtmlText.line(text)
        : element.words();
  }
}
