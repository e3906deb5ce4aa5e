package org.onrecord.http.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import org.onrecord.api.Pages;
import org.onrecord.api.ProblemBody;
import org.onrecord.http.FilterOrder;
import org.onrecord.http.ProblemResponses;
import org.onrecord.page.PageView;
import org.onrecord.page.SignInView;
import org.onrecord.page.quotation.EmbedView;
import org.onrecord.page.quotation.MessageView;

/** Problems as pages, for whoever came by a browser to what is no part of the API. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.OUTERMOST)
final class ProblemPages {
  private static final String FRAMES = "/embed/";

  private final PageAnswers pages;

  ProblemPages(PageAnswers pages) {
    this.pages = pages;
  }

  @ResponseFilter
  void show(HttpRequest<?> request, MutableHttpResponse<?> response) {
    Optional<ProblemBody> problem = ProblemResponses.in(response);
    if (problem.isPresent() && isForPerson(request)) {
      pages.into(response, view(request, problem.get()));
    }
  }

  private static boolean isForPerson(HttpRequest<?> request) {
    return !request.getPath().startsWith("/api/")
        && request.getHeaders().getAll(HttpHeaders.ACCEPT).stream()
            .anyMatch(accepted -> accepted.contains("text/html"));
  }

  private static PageView view(HttpRequest<?> request, ProblemBody problem) {
    if (request.getPath().startsWith(FRAMES)) {
      return problem.status() == HttpStatus.UNAUTHORIZED.getCode()
          ? EmbedView.needing("/sign-in?to=" + Pages.parameter(framed(request)))
          : EmbedView.of(message(problem));
    }
    boolean reads = request.getMethod() == HttpMethod.GET;
    return problem.status() == HttpStatus.UNAUTHORIZED.getCode() && reads
        ? SignInView.needed(request.getUri().toString(), fromElsewhere(request))
        : message(problem);
  }

  /** The page of what a frame shows. */
  private static String framed(HttpRequest<?> request) {
    return "/" + request.getUri().getRawPath().substring(FRAMES.length());
  }

  /** By a link of another site, with which a browser sends no cookie of ours. */
  private static boolean fromElsewhere(HttpRequest<?> request) {
    return "cross-site".equals(request.getHeaders().get("Sec-Fetch-Site"));
  }

  private static MessageView message(ProblemBody problem) {
    String heading =
        switch (problem.status()) {
          case 401, 403 -> "This archive is not open to everybody";
          case 404 -> "There is nothing here";
          case 429 -> "Too many requests";
          default -> problem.status() >= 500 ? "That failed" : "This address cannot be read";
        };
    return new MessageView(
        heading,
        problem.detail(),
        problem.status() >= 500 ? problem.instance() : null,
        problem.status());
  }
}
