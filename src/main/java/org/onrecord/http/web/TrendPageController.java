package org.onrecord.http.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.TrendParameters;
import org.onrecord.page.part.Address;
import org.onrecord.page.trend.TrendAddress;
import org.onrecord.page.trend.TrendAddress.Shown;
import org.onrecord.page.trend.TrendViews;
import org.onrecord.schema.Facet;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;
import org.onrecord.trend.SeriesKey;
import org.onrecord.trend.ShareOf;
import org.onrecord.trend.TrendRequest;
import org.onrecord.trend.Trending;
import org.onrecord.trend.Trends;

/** {@code GET /trends}: what is said over time. */
@Controller("/trends")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TrendPageController {
  private final PageAnswers pages;
  private final Trending trending;

  TrendPageController(PageAnswers pages, SearchService service) {
    this.pages = pages;
    this.trending = new Trending(service);
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> trends(HttpRequest<?> request) throws IOException {
    Map<String, List<String>> given = new HashMap<>(request.getParameters().asMap());
    boolean filled = given.containsKey("kind") || given.containsKey("value");
    if (filled) {
      List<String> series = filled(given);
      given.put("series", series);
      if (!series.isEmpty()) {
        // What is typed is meant; the split is what the form began with.
        given.remove("split");
      }
      given.remove("kind");
      given.remove("value");
    }
    Shown shown =
        given.getOrDefault("show", List.of()).contains("share") ? Shown.SHARE : Shown.COUNT;
    given.remove("show");
    ParameterReader reader = TrendParameters.FORM.reader(given);
    return switch (TrendParameters.read(reader)) {
      case TrendParameters.Asked(TrendRequest asked, Address search) -> {
        TrendAddress address = TrendAddress.of(asked, search, shown);
        yield filled
            ? HttpResponse.seeOther(URI.create(address.page()))
            : answer(request, given.isEmpty() ? first() : asked, address);
      }
      case TrendParameters.Refused(List<ParameterError> errors) ->
          refused(
              TrendAddress.of(first(), new Address(TrendParameters.FORM.searched(given)), shown),
              errors.stream().map(ParameterError::detail).toList());
    };
  }

  /** The series of a form that was filled in: kinds and values, one after the other. */
  private static List<String> filled(Map<String, List<String>> given) {
    List<String> kinds = given.getOrDefault("kind", List.of());
    List<String> values = given.getOrDefault("value", List.of());
    List<String> series = new ArrayList<>();
    for (int i = 0; i < Math.min(kinds.size(), values.size()); i++) {
      if (!values.get(i).isBlank()) {
        series.add(kinds.get(i) + ":" + values.get(i).strip());
      }
    }
    return series;
  }

  /** What is shown where nothing is asked for. */
  private static TrendRequest first() {
    return new TrendRequest(
        SearchRequest.of(""),
        List.<SeriesKey>of(),
        Facet.PARTY,
        null,
        ShareOf.ALL,
        TrendParameters.WORDS);
  }

  private HttpResponse<?> answer(HttpRequest<?> request, TrendRequest asked, TrendAddress address)
      throws IOException {
    TrendAddress shown =
        new TrendAddress(
            address.search(),
            asked.series(),
            asked.split(),
            asked.interval(),
            asked.of(),
            address.shown());
    try {
      Trends trends = trending.of(asked);
      return pages.send(
          request,
          TrendViews.isDrawn(trends)
              ? TrendViews.of(shown, trends, List.of())
              : TrendViews.of(
                  shown, trending.of(asked.with(null)), List.of(TrendViews.wider(trends))));
    } catch (InvalidRequestException e) {
      return refused(shown, List.of(String.valueOf(e.getMessage())));
    }
  }

  private HttpResponse<?> refused(TrendAddress address, List<String> faults) {
    return pages.send(HttpStatus.BAD_REQUEST, TrendViews.refused(address, faults));
  }
}
