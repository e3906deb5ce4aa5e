package org.onrecord.http.api;

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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onrecord.api.FacetPageBody;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Responses;
import org.onrecord.http.SearchForm;
import org.onrecord.http.SearchParameters;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetListing;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;

/** {@code GET /api/v1/facets/{name}}: the values of a long facet, page by page. */
@Controller("/api/v1/facets")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FacetController {
  private static final int DEFAULT_SIZE = 100;
  private static final Set<Facet> LISTED = EnumSet.complementOf(EnumSet.of(Facet.DATE));

  private final SearchService service;

  FacetController(SearchService service) {
    this.service = service;
  }

  @Get("/{name}")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> facet(HttpRequest<?> request, @PathVariable String name) throws IOException {
    Optional<Facet> facet = Facet.of(name).filter(LISTED::contains);
    if (facet.isEmpty()) {
      return ProblemResponses.of(request, HttpStatus.NOT_FOUND, noFacet(name));
    }
    ParameterReader reader = SearchForm.FACET.reader(request.getParameters().asMap());
    String prefix = reader.text("prefix").orElse("");
    int size = reader.number("size", 1, FacetListing.MAX_SIZE, DEFAULT_SIZE);
    String after = reader.text("after").orElse(null);
    return switch (SearchForm.FACET.read(reader)) {
      case SearchParameters.Asked(SearchRequest asked) ->
          Responses.fresh(
              FacetPageBody.of(
                  service.facet(asked, new FacetListing(facet.get(), prefix, size, after))));
      case SearchParameters.Refused refused ->
          ProblemResponses.badRequest(request, refused.errors());
    };
  }

  private static String noFacet(String name) {
    return ParameterReader.quote(name)
        + " is no facet with values. There are: "
        + Arrays.stream(Facet.values())
            .filter(LISTED::contains)
            .map(Facet::label)
            .collect(Collectors.joining(", "))
        + ". The dates are counted by a search's \"interval\".";
  }
}
