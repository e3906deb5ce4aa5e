package org.onrecord.http.web;

import io.micronaut.context.annotation.Requires;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.SearchForm;
import org.onrecord.http.TimelineParameters;
import org.onrecord.page.part.Address;
import org.onrecord.page.timeline.TimelineView;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchService;
import org.onrecord.timeline.Timelines;
import org.onrecord.verify.Verifier;

/** {@code GET /timeline}: what one person said on one subject, in the order of time. */
@Controller("/timeline")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = Verifier.class)
final class TimelinePageController {
  private final PageAnswers pages;
  private final Timelines timelines;

  TimelinePageController(PageAnswers pages, SearchService service, Verifier verifier) {
    this.pages = pages;
    this.timelines = new Timelines(service, verifier.restatements());
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> timeline(HttpRequest<?> request) throws IOException {
    Map<String, List<String>> given = new HashMap<>(request.getParameters().asMap());
    given.values().removeIf(values -> values.stream().allMatch(String::isBlank));
    ParameterReader reader = SearchForm.TIMELINE.reader(given);
    Address address = new Address(SearchForm.TIMELINE.searched(given));
    return switch (TimelineParameters.read(reader, TimelineView.SIZE)) {
      case TimelineParameters.Asked asked -> {
        if (!address.has("speaker")) {
          yield pages.send(request, TimelineView.empty(address));
        }
        try {
          yield pages.send(
              request, TimelineView.of(address, timelines.of(asked.search()), asked.skip()));
        } catch (InvalidRequestException e) {
          yield refused(address, List.of(String.valueOf(e.getMessage())));
        }
      }
      case TimelineParameters.Refused(List<ParameterError> errors) ->
          refused(address, errors.stream().map(ParameterError::detail).toList());
    };
  }

  private HttpResponse<?> refused(Address address, List<String> faults) {
    return pages.send(HttpStatus.BAD_REQUEST, TimelineView.refused(address, faults));
  }
}
