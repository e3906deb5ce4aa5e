package org.onrecord.http.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.onrecord.access.AccessControl.Caller;
import org.onrecord.access.ApiKeys;
import org.onrecord.access.KeyBounds;
import org.onrecord.access.Role;
import org.onrecord.alert.SavedSearch;
import org.onrecord.alert.SavedSearches;
import org.onrecord.http.OpenToAll;
import org.onrecord.http.OpenedByToken;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.RequestCaller;
import org.onrecord.http.Responses;
import org.onrecord.http.SavedQuery;
import org.onrecord.http.SearchParameters;
import org.onrecord.search.SearchRequest;

/**
 * {@code GET /api/v1/saved/ID/feed.atom?token=…}: the newest hits of one saved search, which its
 * token opens and nothing else, to as much as its owner's key opens now. It does not tell its own
 * address, which has the token.
 */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = {SavedSearches.class, ApiKeys.class})
final class OwnFeedController {
  private final SavedSearches saved;
  private final ApiKeys keys;
  private final AtomFeeds feeds;

  OwnFeedController(SavedSearches saved, ApiKeys keys, AtomFeeds feeds) {
    this.saved = saved;
    this.keys = keys;
    this.feeds = feeds;
  }

  @Get("/api/v1/saved/{id}/feed.atom")
  @OpenToAll
  @Produces(MediaType.ALL)
  HttpResponse<?> feed(HttpRequest<?> request, @PathVariable String id) throws IOException {
    String token =
        new ParameterReader(request.getParameters().asMap())
            .text(OpenedByToken.PARAMETER)
            .orElse("");
    Optional<SavedSearch> search = saved.find(id).filter(one -> one.isOpenedBy(token));
    Optional<Caller> owner = search.isEmpty() ? Optional.empty() : owner(search.get());
    if (search.isEmpty() || owner.isEmpty()) {
      return ProblemResponses.of(
              request,
              HttpStatus.UNAUTHORIZED,
              "This is no address of a feed, or it holds no longer. Whoever saved the search is"
                  + " shown the one that does.")
          .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"OnRecord\"");
    }
    RequestCaller.set(request, owner.get());
    return switch (SavedQuery.read(search.get().query())) {
      case SearchParameters.Asked(SearchRequest asked) ->
          Responses.tagged(
              request, feeds.of(request, search.get().query(), asked, false), AtomFeeds.TYPE);
      case SearchParameters.Refused refused ->
          ProblemResponses.badRequest(request, refused.errors());
    };
  }

  /** As whom the feed is read; empty where the owner's key holds no longer. */
  private Optional<Caller> owner(SavedSearch search) throws IOException {
    String owner = search.owner();
    if (owner.isEmpty() || owner.startsWith("proxy:")) {
      return Optional.of(caller(search, KeyBounds.NONE));
    }
    return keys.keys().stream()
        .filter(key -> key.id().equals(owner) && !key.isOver(Instant.now()))
        .findFirst()
        .map(key -> caller(search, key.bounds()));
  }

  private static Caller caller(SavedSearch search, KeyBounds bounds) {
    return new Caller(search.owner(), search.by(), Role.READER, false, bounds);
  }
}
