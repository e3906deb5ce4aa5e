package org.onrecord.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.onrecord.article.ArticleId;

/** The addresses of the pages that a person reads, as paths from the service's root. */
public final class Pages {
  private Pages() {}

  /** A text as it stands in a query. */
  public static String parameter(String text) {
    return Links.segment(text);
  }

  /** An article, at a paragraph. */
  public static String article(ArticleId id, int paragraph) {
    return "/articles/" + Links.segment(id.value()) + "#p" + paragraph;
  }

  /** A quotation in its place. */
  public static String inArticle(ArticleId article, String quotation) {
    return "/articles/" + Links.segment(article.value()) + "#" + article.within(quotation);
  }

  /** A quotation's permalink. */
  public static String quote(String id) {
    return "/quotes/" + Links.segment(id);
  }

  /** Where a quotation is corrected. */
  public static String corrections(String id) {
    return quote(id) + "/corrections";
  }

  /** Who somebody is. */
  public static String speaker(String id) {
    return "/speakers/" + Links.segment(id);
  }

  /** Who somebody of this name is. */
  public static String speakerNamed(String name) {
    return "/speakers?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  /** Which party this is. */
  public static String party(String id) {
    return "/parties/" + Links.segment(id);
  }

  /** A quotation to be framed by another page. */
  public static String embeddedQuote(String id) {
    return "/embed" + quote(id);
  }
}
