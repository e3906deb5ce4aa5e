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
import java.util.List;
import org.onrecord.api.VoicesBody;
import org.onrecord.http.CsvFile;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.RegistrySource;
import org.onrecord.http.Responses;
import org.onrecord.http.SearchForm;
import org.onrecord.http.SearchParameters;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;
import org.onrecord.voice.Hearing;
import org.onrecord.voice.Voices;

/** {@code GET /api/v1/voices}: who is heard. */
@Controller("/api/v1/voices")
@ExecuteOn(TaskExecutors.BLOCKING)
final class VoiceController {
  private final Hearing hearing;

  VoiceController(SearchService service, RegistrySource registry) {
    this.hearing = new Hearing(service, registry::registry);
  }

  @Get
  @Produces(MediaType.ALL)
  HttpResponse<?> voices(HttpRequest<?> request) throws IOException {
    ParameterReader reader = SearchForm.VOICES.reader(request.getParameters().asMap());
    String format = reader.choice("format", List.of("json", "csv"), "json");
    boolean marked = reader.choice("bom", List.of("true", "false"), "true").equals("true");
    return switch (SearchForm.VOICES.read(reader)) {
      case SearchParameters.Asked(SearchRequest asked) -> {
        Voices voices = hearing.of(asked);
        yield format.equals("csv")
            ? CsvFile.of("voices", VoicesBody.csv(voices), marked)
            : Responses.fresh(VoicesBody.of(voices));
      }
      case SearchParameters.Refused refused ->
          ProblemResponses.badRequest(request, refused.errors());
    };
  }
}
