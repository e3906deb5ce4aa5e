package org.onrecord.format;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An article as a line of JSON Lines, from which {@link ArticleFormat#JSONL} reads the same article
 * again, but for where it came from.
 */
public final class ArticleLine {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> OWN =
      Set.of("id", "title", "date", "url", "outlet", "section", "author", "body");

  private ArticleLine() {}

  /** The line, without its end. */
  public static String of(Article article) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", article.id().value());
    put(line, "title", article.title());
    put(line, "date", article.date() == null ? null : article.date().toString());
    put(line, "url", article.url());
    put(line, "outlet", article.outlet());
    put(line, "section", article.section());
    put(line, "author", article.author());
    put(line, "body", article.body().isEmpty() ? null : article.body());
    for (Map.Entry<String, Object> member : article.extra().entrySet()) {
      if (!OWN.contains(member.getKey())) {
        line.set(member.getKey(), JSON.valueToTree(member.getValue()));
      }
    }
    return withoutHalves(JSON.writeValueAsString(line));
  }

  private static void put(ObjectNode line, String member, @Nullable String value) {
    if (value != null) {
      line.put(member, value);
    }
  }

  /** Halves of surrogate pairs have no UTF-8, and stand in JSON as an escape. */
  private static String withoutHalves(String json) {
    StringBuilder text = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            c -> {
              if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                text.append("\\u").append(Integer.toHexString(c));
              } else {
                text.appendCodePoint(c);
              }
            });
    return text.toString();
  }
}
