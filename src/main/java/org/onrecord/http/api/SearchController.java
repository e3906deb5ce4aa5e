package org.onrecord.http.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.HitFields;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.api.ReceiptBody;
import org.onrecord.api.SearchBody;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Responses;
import org.onrecord.http.SearchForm;
import org.onrecord.http.SearchParameters;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;
import org.onrecord.verify.Verifier;

/** {@code GET /api/v1/search}. */
@Controller("/api/v1/search")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchController {
  private final SearchService service;
  private final @Nullable Verifier verifier;

  SearchController(SearchService service, @Nullable Verifier verifier) {
    this.service = service;
    this.verifier = verifier;
  }

  @Get
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> search(HttpRequest<?> request) throws IOException {
    Map<String, List<String>> given = request.getParameters().asMap();
    ParameterReader reader = SearchForm.SEARCH.reader(given);
    boolean receipt = reader.choice("receipt", List.of("true", "false"), "false").equals("true");
    Optional<HitFields> fields = fields(reader, receipt);
    return switch (SearchForm.SEARCH.read(reader)) {
      case SearchParameters.Asked(SearchRequest asked) -> {
        SearchBody body = SearchBody.of(asked, service.search(asked));
        if (fields.isPresent()) {
          yield Responses.fresh(fields.get().of(body));
        }
        yield Responses.fresh(
            receipt ? withReceipt(SearchForm.SEARCH.searched(given), body) : body);
      }
      case SearchParameters.Refused(List<ParameterError> errors, SearchRequest rest) ->
          ProblemResponses.badRequest(request, withErrorsOfQuery(errors, rest));
    };
  }

  /** Which members of hits are wanted; empty for all. */
  private static Optional<HitFields> fields(ParameterReader reader, boolean receipt) {
    List<String> names =
        reader.all("fields").stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    for (String name : names) {
      if (!HitFields.known().contains(name)) {
        reader.refuse(
            "fields",
            ParameterReader.quote(name)
                + " is no member of a hit. There are: "
                + String.join(", ", HitFields.known())
                + ".");
      }
    }
    if (receipt && !names.isEmpty()) {
      reader.refuse("fields", "A receipt is of a whole answer: leave fields out.");
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(new HitFields(Set.copyOf(names)));
  }

  private SearchBody withReceipt(Map<String, List<String>> given, SearchBody body)
      throws IOException {
    return verifier == null
        ? body
        : body.with(ReceiptBody.of(given, body, verifier.span(), verifier.grounds()));
  }

  /**
   * The errors, and the query's own where it has one, so that all of them can be mended at once.
   */
  private List<ParameterError> withErrorsOfQuery(List<ParameterError> errors, SearchRequest rest)
      throws IOException {
    List<ParameterError> all = new ArrayList<>();
    try {
      service.search(rest);
    } catch (InvalidRequestException e) {
      all.add(ProblemResponses.error(e, rest.q()));
    }
    all.addAll(errors);
    return all;
  }
}
