package org.onrecord.format;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.onrecord.article.ArticleDetails;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Skipped;

/**
 * An item of what WordPress exports. A published post is an article; pages, attachments, menus and
 * drafts are none. Its content is HTML as it lies in the database: with WordPress's comments around
 * blocks, or with blank lines for paragraphs and its own codes in brackets, of which captions are
 * told apart and the others left out.
 */
final class WordPressItem {
  private static final String NAMESPACE = "wordpress.org/export";
  private static final Pattern CAPTION =
      Pattern.compile(
          "\\[(?:wp_)?caption\\b[^\\]]{0,500}](.{0,3000}?)\\[/(?:wp_)?caption]", Pattern.DOTALL);
  private static final Pattern PICTURE =
      Pattern.compile("(?:<a\\b[^<>]{0,2000}>)?\\s*<img\\b[^<>]{0,3000}>\\s*(?:</a>)?");
  private static final Pattern EMBED =
      Pattern.compile("\\[(embed|video|audio|playlist)\\b[^\\]]{0,500}](?:[^\\[]{0,500}\\[/\\1])?");
  private static final Pattern CODE =
      Pattern.compile("\\[/?[a-z][a-z0-9_-]{2,30}(?:\\s+[\\w-]+\\s*=\\s*[^\\]]{0,1000})?\\s*/?]");

  private WordPressItem() {}

  static boolean isOne(XmlElement item) {
    return item.child("post_type").filter(t -> t.namespace().contains(NAMESPACE)).isPresent();
  }

  static void read(
      XmlElement item,
      FeedHead head,
      ArticleInput input,
      Provenance place,
      Consumer<? super ReadResult> results) {
    String type = item.words("post_type").orElse("");
    String status = item.words("status").orElse("publish");
    if (!type.equals("post") || !status.equals("publish")) {
      results.accept(new Skipped(place, what(type)));
      return;
    }
    ArticleParts parts = new ArticleParts(input, place).oneOfMany();
    item.child("title").map(FeedItem::line).ifPresent(parts::title);
    item.words("guid").or(() -> item.words("post_id")).ifPresent(parts::id);
    item.words("link").filter(l -> l.startsWith("http")).ifPresent(parts::url);
    parts.published(time(item, "post_date"));
    item.words("pubDate").ifPresent(parts::published);
    parts.updated(time(item, "post_modified"));
    head.outlet().ifPresent(parts::outlet);
    head.language().ifPresent(l -> parts.put(ArticleDetails.LANGUAGE, l));
    item.children("creator").forEach(c -> parts.author(c.words()));
    for (XmlElement category : item.children("category")) {
      if (category.attribute("domain").orElse("category").equals("category")) {
        parts.section(category.words());
      } else {
        parts.tag(category.words());
      }
    }
    item.children("encoded").stream()
        .filter(e -> !e.namespace().contains("excerpt"))
        .findFirst()
        .ifPresent(e -> content(e.text(), parts));
    item.children("encoded").stream()
        .filter(e -> e.namespace().contains("excerpt"))
        .findFirst()
        .ifPresent(e -> parts.put(ArticleDetails.DECK, HtmlText.line(e.text())));
    parts.emit(results);
  }

  private static String time(XmlElement item, String name) {
    return WordPressTime.of(item.words(name).orElse(""), item.words(name + "_gmt").orElse(""));
  }

  private static NoArticle what(String type) {
    return type.equals("attachment") ? NoArticle.PICTURE : NoArticle.PAGE;
  }

  /** The text of a post as it lies in the database. */
  static void content(String stored, ArticleParts parts) {
    String html =
        CAPTION
            .matcher(stored)
            .replaceAll(
                caption -> {
                  String words = PICTURE.matcher(caption.group(1)).replaceAll("");
                  parts.caption(HtmlText.line(words));
                  return "";
                });
    html = EMBED.matcher(html).replaceAll("");
    html = CODE.matcher(html).replaceAll("");
    parts.html(html);
  }
}
