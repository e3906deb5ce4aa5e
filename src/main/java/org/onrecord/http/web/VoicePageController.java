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
import java.util.List;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.RegistrySource;
import org.onrecord.http.SearchForm;
import org.onrecord.http.SearchParameters;
import org.onrecord.page.part.Address;
import org.onrecord.page.voice.VoiceView;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;
import org.onrecord.voice.Hearing;

/** {@code GET /voices}: who is heard on a subject, or in an outlet. */
@Controller("/voices")
@ExecuteOn(TaskExecutors.BLOCKING)
final class VoicePageController {
  private final PageAnswers pages;
  private final Hearing hearing;

  VoicePageController(PageAnswers pages, SearchService service, RegistrySource registry) {
    this.pages = pages;
    this.hearing = new Hearing(service, registry::registry);
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> voices(HttpRequest<?> request) throws IOException {
    ParameterReader reader = SearchForm.VOICES.reader(request.getParameters().asMap());
    Address address = new Address(SearchForm.VOICES.searched(request.getParameters().asMap()));
    return switch (SearchForm.VOICES.read(reader)) {
      case SearchParameters.Asked(SearchRequest asked) -> {
        try {
          yield pages.send(request, VoiceView.of(address, hearing.of(asked)));
        } catch (InvalidRequestException e) {
          yield refused(address, List.of(String.valueOf(e.getMessage())));
        }
      }
      case SearchParameters.Refused(List<ParameterError> errors, SearchRequest _) ->
          refused(address, errors.stream().map(ParameterError::detail).toList());
    };
  }

  private HttpResponse<?> refused(Address address, List<String> faults) {
    return pages.send(HttpStatus.BAD_REQUEST, VoiceView.refused(address, faults));
  }
}
