package org.onrecord.http.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.onrecord.access.AccessControl;
import org.onrecord.http.OpenedByToken;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.RequestCaller;
import org.onrecord.http.Responses;
import org.onrecord.http.SavedQuery;
import org.onrecord.http.SearchParameters;
import org.onrecord.search.SearchRequest;

/**
 * {@code GET /feed.atom?token=onr_…}: the feed of the one search to which the token is bound, for
 * readers of feeds that can send no key. It does not tell its own address, which has the token.
 */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = AccessControl.class)
final class SavedFeedController {
  private final AtomFeeds feeds;

  SavedFeedController(AtomFeeds feeds) {
    this.feeds = feeds;
  }

  @Get("/feed.atom")
  @OpenedByToken
  @Produces(MediaType.ALL)
  HttpResponse<?> feed(HttpRequest<?> request) throws IOException {
    ParameterReader own = new ParameterReader(request.getParameters().asMap());
    own.refuseUnknown(List.of(OpenedByToken.PARAMETER));
    if (!own.errors().isEmpty()) {
      return ProblemResponses.badRequest(request, own.errors());
    }
    String saved = Objects.requireNonNull(RequestCaller.of(request).orElseThrow().bounds().feed());
    return switch (SavedQuery.read(saved)) {
      case SearchParameters.Asked(SearchRequest asked) ->
          Responses.tagged(request, feeds.of(request, saved, asked, false), AtomFeeds.TYPE);
      case SearchParameters.Refused refused ->
          ProblemResponses.badRequest(request, refused.errors());
    };
  }
}
