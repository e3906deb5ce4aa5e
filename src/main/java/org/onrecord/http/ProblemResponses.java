package org.onrecord.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.onrecord.api.ApiJson;
import org.onrecord.api.ProblemBody;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.article.ArticleId;
import org.onrecord.article.CodePoints;
import org.onrecord.article.Publication.Hold;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchService;

/** Answers of {@code application/problem+json} (RFC 9457). */
public final class ProblemResponses {
  private static final MediaType TYPE = MediaType.of("application/problem+json");
  private static final String PROBLEM = "org.onrecord.problem";

  private ProblemResponses() {}

  public static MutableHttpResponse<byte[]> of(
      HttpRequest<?> request, HttpStatus status, String detail) {
    return into(HttpResponse.status(status), request, detail);
  }

  public static MutableHttpResponse<byte[]> badRequest(
      HttpRequest<?> request, List<ParameterError> errors) {
    HttpStatus status = HttpStatus.BAD_REQUEST;
    return write(
        HttpResponse.status(status),
        ProblemBody.of(status.getCode(), status.getReason(), errors, RequestId.of(request).urn()));
  }

  /** What was sent can be read and is not what it should be. */
  public static MutableHttpResponse<byte[]> unprocessable(HttpRequest<?> request, String reason) {
    return of(request, HttpStatus.UNPROCESSABLE_ENTITY, sentence(reason));
  }

  /** What was sent does not go with what the archive holds. */
  public static MutableHttpResponse<byte[]> stale(HttpRequest<?> request, String reason) {
    return of(request, HttpStatus.CONFLICT, sentence(reason));
  }

  private static String sentence(String reason) {
    return Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
  }

  public static MutableHttpResponse<byte[]> notFound(
      HttpRequest<?> request, String what, String id) {
    String detail = "The archive holds no " + what + " with the id " + ParameterReader.quote(id);
    return of(request, HttpStatus.NOT_FOUND, detail + ".");
  }

  /**
   * Something that is not there, or is there no more: where its article was withheld or canceled,
   * the answer is that it is gone, and tells nothing else.
   */
  public static MutableHttpResponse<byte[]> absent(
      HttpRequest<?> request,
      SearchService service,
      Optional<ArticleId> article,
      String what,
      String id)
      throws IOException {
    return isGone(service, article) ? withdrawn(request, what) : notFound(request, what, id);
  }

  static MutableHttpResponse<byte[]> withdrawn(HttpRequest<?> request, String what) {
    return of(request, HttpStatus.GONE, "The " + what + " was withdrawn by its newsroom.");
  }

  /** Whether the article was withheld or canceled. */
  public static boolean isGone(SearchService service, Optional<ArticleId> article)
      throws IOException {
    Optional<Hold> hold = article.isPresent() ? service.hold(article.get()) : Optional.empty();
    return hold.isPresent() && hold.get() != Hold.EMBARGOED;
  }

  /** Makes a response that has a status into one that says what is wrong. */
  static MutableHttpResponse<byte[]> into(
      MutableHttpResponse<?> response, HttpRequest<?> request, String detail) {
    return write(
        response,
        ProblemBody.of(response.code(), response.reason(), detail, RequestId.of(request).urn()));
  }

  /** The error as the API tells it, its position in code points of the parameter's value. */
  public static ParameterError error(InvalidRequestException e, String value) {
    boolean placed = e.position() >= 0 && e.position() <= value.length();
    Integer position = placed ? new CodePoints(value).of(e.position()) : null;
    return new ParameterError(e.parameter(), position, String.valueOf(e.getMessage()));
  }

  /** The problem that an answer tells of, if it tells of one. */
  public static Optional<ProblemBody> in(HttpResponse<?> response) {
    return response.getAttribute(PROBLEM, ProblemBody.class);
  }

  private static MutableHttpResponse<byte[]> write(
      MutableHttpResponse<?> response, ProblemBody problem) {
    response.setAttribute(PROBLEM, problem);
    return response
        .body(ApiJson.bytes(problem))
        .contentType(TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
