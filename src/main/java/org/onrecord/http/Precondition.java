package org.onrecord.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.onrecord.api.ApiJson;
import org.onrecord.api.ArticleBody;
import org.onrecord.article.ArticleId;
import org.onrecord.ingest.ArticleDesk;
import org.onrecord.search.ArchivedArticle;
import org.onrecord.search.SearchService;

/**
 * What {@code If-Match} and {@code If-None-Match} ask of an article before it is written (RFC 9110,
 * section 13.1). A tag is that of the article's answer, or its version between quotation marks.
 * Weak tags count as the same strong ones, since every tag of ours is weak.
 */
final class Precondition implements ArticleDesk.Condition {
  private final SearchService service;
  private final ArticleId id;
  private final List<String> match;
  private final List<String> noneMatch;

  Precondition(SearchService service, ArticleId id, HttpRequest<?> request) {
    this.service = service;
    this.id = id;
    this.match = tags(request, HttpHeaders.IF_MATCH);
    this.noneMatch = tags(request, HttpHeaders.IF_NONE_MATCH);
  }

  @Override
  public boolean holds() throws IOException {
    if (match.isEmpty() && noneMatch.isEmpty()) {
      return true;
    }
    Optional<ArchivedArticle> article = service.article(id);
    boolean matched = match.isEmpty() || article.isPresent() && names(match, article.get());
    return matched && (article.isEmpty() || !names(noneMatch, article.get()));
  }

  private static boolean names(List<String> tags, ArchivedArticle article) {
    String version = '"' + article.document().article().version() + '"';
    String tag = strong(Answers.tag(ApiJson.bytes(ArticleBody.of(article))));
    return tags.stream().anyMatch(t -> t.equals("*") || t.equals(version) || t.equals(tag));
  }

  private static List<String> tags(HttpRequest<?> request, String header) {
    return request.getHeaders().getAll(header).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(tag -> strong(tag.strip()))
        .filter(tag -> !tag.isEmpty())
        .toList();
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
