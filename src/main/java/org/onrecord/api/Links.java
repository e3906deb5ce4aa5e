package org.onrecord.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.onrecord.article.ArticleId;

/**
 * The API's addresses, as paths from the service's root; ids are percent-encoded as one segment
 * (RFC 3986).
 */
final class Links {
  private static final String ROOT = "/api/v1/";

  private Links() {}

  static String article(ArticleId id) {
    return ROOT + "articles/" + segment(id.value());
  }

  static String article(ArticleId id, int paragraph) {
    return article(id) + "#p" + paragraph;
  }

  static String corrections(ArticleId id) {
    return article(id) + "/corrections";
  }

  static String paragraph(String id) {
    return ROOT + "paragraphs/" + segment(id);
  }

  static String quote(String id) {
    return ROOT + "quotes/" + segment(id);
  }

  static String speaker(String id) {
    return ROOT + "speakers/" + segment(id);
  }

  static String party(String id) {
    return ROOT + "parties/" + segment(id);
  }

  static String quotationsOf(String facet, String name) {
    return ROOT + "search?type=quote&" + facet + "=" + segment(name);
  }

  static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
