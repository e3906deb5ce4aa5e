package org.onrecord.format;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleDetails;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Skipped;

/**
 * Reads <a href="https://spec.commonmark.org/0.31.2/">Markdown</a>, an article a file, as
 * generators of static sites have it: above the text {@linkplain FrontMatter front matter}. Without
 * a title there, a first heading of the first level is it.
 */
final class MarkdownReader implements ArticleReader {
  private static final int DEEPEST = 30;
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "id", List.of("id", "guid"),
          "title", List.of("title", "headline"),
          "date", List.of("date", "published", "pubDate", "publishDate", "datePublished"),
          "updated", List.of("lastmod", "updated", "modified", "dateModified"),
          "url", List.of("url", "canonical", "canonicalURL", "canonical_url", "permalink", "link"),
          "outlet", List.of("outlet", "source", "publication", "publisher"),
          "author", List.of("author", "authors", "byline"),
          "section", List.of("section", "sections", "category", "categories"),
          "tag", List.of("tags", "keywords"),
          "deck", List.of("deck", "standfirst", "subtitle"));

  @Override
  public void read(ArticleInput input, Consumer<? super ReadResult> results) throws IOException {
    Provenance place = input.at(0, 1, ArticleFormat.MARKDOWN);
    Decoding decoding;
    String text;
    try {
      decoding = new Decoding(input.bytes(), input.options());
      text = HtmlReader.all(decoding);
    } catch (UndecodableException e) {
      results.accept(
          new Rejected(
              input.at(e.offset(), e.line(), ArticleFormat.MARKDOWN),
              String.valueOf(e.getMessage())));
      return;
    }
    if (text.length() > HtmlReader.LIMIT) {
      results.accept(new Rejected(place, "longer than 16 million characters"));
      return;
    }
    ArticleParts parts = new ArticleParts(input, place);
    decoding.warning().ifPresent(parts::warn);
    FrontMatter front = FrontMatter.of(text);
    if (!tell(front, parts)) {
      results.accept(new Skipped(place, NoArticle.PAGE));
      return;
    }
    Node document =
        Parser.builder().maxOpenBlockParsers(DEEPEST).build().parse(text.substring(front.end()));
    if (!parts.hasTitle()
        && document.getFirstChild() instanceof Heading heading
        && heading.getLevel() == 1) {
      parts.title(HtmlText.line(HtmlRenderer.builder().build().render(heading)));
      heading.unlink();
    }
    parts.html(HtmlRenderer.builder().build().render(document));
    parts.emit(results);
  }

  /** Tells the members; gives whether it is published. */
  private static boolean tell(FrontMatter front, ArticleParts parts) {
    Map<String, Object> members = new LinkedHashMap<>(front.members());
    front.fault().ifPresent(parts::wrong);
    if (Boolean.TRUE.equals(members.get("draft"))
        || Boolean.FALSE.equals(members.get("published"))) {
      return false;
    }
    NAMES.forEach(
        (part, names) -> {
          for (String name : names) {
            for (Object each : values(members.remove(name))) {
              tell(part, name(each), parts);
            }
          }
        });
    members.forEach((name, value) -> parts.put(name, plain(value, 0)));
    return true;
  }

  /** A value, or of an author with an address the name. */
  private static String name(Object value) {
    Object named = value instanceof Map<?, ?> map ? map.get("name") : value;
    return named == null ? "" : String.valueOf(named);
  }

  private static List<?> values(@Nullable Object value) {
    return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
  }

  private static void tell(String part, String value, ArticleParts parts) {
    switch (part) {
      case "id" -> parts.id(value);
      case "title" -> parts.title(value);
      case "date" -> parts.published(value);
      case "updated" -> parts.updated(value);
      case "url" -> parts.url(value.startsWith("http") ? value : null);
      case "outlet" -> parts.outlet(value);
      case "author" -> parts.author(value);
      case "section" -> parts.section(value);
      case "tag" -> parts.tag(value);
      case "deck" -> parts.put(ArticleDetails.DECK, value);
      default -> throw new IllegalArgumentException(part);
    }
  }

  /** A value as JSON has it. */
  private static Object plain(@Nullable Object value, int depth) {
    return switch (value) {
      case null -> "";
      case Map<?, ?> map when depth < DEEPEST -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, each) -> copy.put(String.valueOf(name), plain(each, depth + 1)));
        yield copy;
      }
      case List<?> list when depth < DEEPEST ->
          list.stream().map(each -> plain(each, depth + 1)).toList();
      case Number number -> number;
      case Boolean flag -> flag;
      default -> String.valueOf(value);
    };
  }

  static Fit fit(FileOpening opening) {
    String text = opening.text();
    boolean named = opening.hasExtension("md", "markdown");
    return named && opening.isText()
        ? Fit.POSSIBLE
        : opening.isText() && FrontMatter.begins(text) ? Fit.POSSIBLE : Fit.NONE;
  }
}
