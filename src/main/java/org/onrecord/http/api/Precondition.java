package org.onrecord.http.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.onrecord.api.ApiJson;
import org.onrecord.api.ArticleBody;
import org.onrecord.api.QuoteBody;
import org.onrecord.article.ArticleId;
import org.onrecord.http.RequestCaller;
import org.onrecord.http.Responses;
import org.onrecord.ingest.WriteCondition;
import org.onrecord.search.SearchService;

/**
 * What {@code If-Match} and {@code If-None-Match} ask of something before it is written (RFC 9110,
 * section 13.1). A tag is that of its answer, or the article's version between quotation marks.
 * Weak tags count as the same strong ones, since every tag of ours is weak.
 */
final class Precondition implements WriteCondition {

  /** The tags that something has now; none where it is not there. */
  @FunctionalInterface
  private interface Tags {
    List<String> now() throws IOException;
  }

  private final Tags tags;
  private final HttpRequest<?> request;
  private final List<String> match;
  private final List<String> noneMatch;

  private Precondition(Tags tags, HttpRequest<?> request) {
    this.tags = tags;
    this.request = request;
    this.match = tags(request, HttpHeaders.IF_MATCH);
    this.noneMatch = tags(request, HttpHeaders.IF_NONE_MATCH);
  }

  static Precondition ofArticle(SearchService service, ArticleId id, HttpRequest<?> request) {
    return new Precondition(() -> article(service, id), request);
  }

  /** Of a quotation, whose article's tags count as well. */
  static Precondition ofQuotation(
      SearchService service, ArticleId article, String quotation, HttpRequest<?> request) {
    return new Precondition(
        () -> {
          List<String> tags = new ArrayList<>(article(service, article));
          service.quote(quotation).ifPresent(quote -> tags.add(tag(QuoteBody.of(quote))));
          return tags;
        },
        request);
  }

  private static List<String> article(SearchService service, ArticleId id) throws IOException {
    return service
        .article(id)
        .map(
            article ->
                List.of(
                    '"' + article.document().article().version() + '"',
                    tag(ArticleBody.of(article))))
        .orElse(List.of());
  }

  private static String tag(Object body) {
    return strong(Responses.tag(ApiJson.bytes(body)));
  }

  @Override
  public boolean holds() throws IOException {
    if (match.isEmpty() && noneMatch.isEmpty()) {
      return true;
    }
    List<String> now = now();
    return (match.isEmpty() || names(match, now)) && !names(noneMatch, now);
  }

  private List<String> now() throws IOException {
    return RequestCaller.answering(request, tags::now);
  }

  private static boolean names(List<String> asked, List<String> now) {
    return asked.stream().anyMatch(tag -> tag.equals("*") ? !now.isEmpty() : now.contains(tag));
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
