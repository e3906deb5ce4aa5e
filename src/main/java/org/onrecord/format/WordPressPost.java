package org.onrecord.format;

import java.util.Set;
import java.util.function.Consumer;
import org.onrecord.article.ArticleDetails;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Skipped;
import tools.jackson.databind.JsonNode;

/**
 * A post as WordPress's REST API <a
 * href="https://developer.wordpress.org/rest-api/reference/posts/">has it</a>: content as it is
 * shown. What is not published, or has a password, is none.
 */
final class WordPressPost {
  private WordPressPost() {}

  static boolean fits(Set<String> names) {
    return names.contains("content.rendered") && names.contains("title.rendered");
  }

  static void read(
      JsonNode post, Provenance place, ArticleInput input, Consumer<? super ReadResult> results) {
    boolean shown =
        post.path("status").asString("publish").equals("publish")
            && post.path("type").asString("post").equals("post")
            && !post.path("content").path("protected").asBoolean(false);
    if (!shown) {
      results.accept(new Skipped(place, NoArticle.PAGE));
      return;
    }
    ArticleParts parts = new ArticleParts(input, place).oneOfMany();
    parts.id(text(post.path("guid").path("rendered")));
    parts.url(text(post.path("link")));
    parts.title(line(post.path("title").path("rendered")));
    parts.published(time(post, "date"));
    parts.updated(time(post, "modified"));
    parts.html(text(post.path("content").path("rendered")));
    parts.put(ArticleDetails.DECK, line(post.path("excerpt").path("rendered")));
    JsonNode embedded = post.path("_embedded");
    embedded.path("author").forEach(author -> parts.author(line(author.path("name"))));
    post.path("yoast_head_json").path("author").asStringOpt().ifPresent(parts::author);
    for (JsonNode terms : embedded.path("wp:term")) {
      for (JsonNode term : terms) {
        String name = line(term.path("name"));
        if (term.path("taxonomy").asString("").equals("category")) {
          parts.section(name);
        } else {
          parts.tag(name);
        }
      }
    }
    parts.emit(results);
  }

  private static String time(JsonNode post, String member) {
    return WordPressTime.of(text(post.path(member)), text(post.path(member + "_gmt")));
  }

  private static String line(JsonNode node) {
    return HtmlText.line(text(node));
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.stringValue() : "";
  }
}
