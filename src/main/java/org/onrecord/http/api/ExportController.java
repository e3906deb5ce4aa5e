package org.onrecord.http.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.onrecord.api.ExportFormat;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.SearchForm;
import org.onrecord.http.SearchParameters;
import org.onrecord.search.ExportedHits;
import org.onrecord.search.ReservedMode;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;

/** {@code GET /api/v1/export}: every hit of a search, as a file. */
@Controller("/api/v1/export")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExportController {
  private static final int RETRY_SECONDS = 30;

  private final SearchService service;
  private final ExportSlots slots;

  ExportController(SearchService service, ExportSlots slots) {
    this.service = service;
    this.slots = slots;
  }

  @Get
  @Produces(MediaType.ALL)
  HttpResponse<?> export(HttpRequest<?> request) throws IOException {
    ParameterReader reader = SearchForm.EXPORT.reader(request.getParameters().asMap());
    ExportFormat format =
        reader.choice("format", ExportFormat.values(), ExportFormat::label, ExportFormat.CSV);
    ReservedMode reserved =
        reader.choice("reserved", ReservedMode.values(), ReservedMode::label, ReservedMode.LEAVE);
    boolean marked = reader.choice("bom", List.of("true", "false"), "true").equals("true");
    return switch (SearchForm.EXPORT.read(reader)) {
      case SearchParameters.Asked(SearchRequest asked) ->
          opened(request, obeying(asked, reserved), format, marked);
      case SearchParameters.Refused refused ->
          ProblemResponses.badRequest(request, refused.errors());
    };
  }

  private static SearchRequest obeying(SearchRequest asked, ReservedMode reserved) {
    return switch (reserved) {
      case INCLUDE -> asked;
      case LEAVE -> asked.withBounds(asked.scope().bounds().withoutReserved());
    };
  }

  private HttpResponse<?> opened(
      HttpRequest<?> request, SearchRequest asked, ExportFormat format, boolean marked)
      throws IOException {
    Optional<ExportSlots.Slot> slot = slots.take();
    if (slot.isEmpty()) {
      return ProblemResponses.of(
              request,
              HttpStatus.SERVICE_UNAVAILABLE,
              ExportSlots.MOST_AT_ONCE
                  + " exports are being read already. Try again when one has ended.")
          .header(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS));
    }
    ExportedHits export;
    try {
      export = service.export(asked);
    } catch (IOException | RuntimeException e) {
      slot.get().release();
      throw e;
    }
    ExportStream stream = slots.stream(export.hits(), format, marked, slot.get());
    StreamedFile file =
        new StreamedFile(stream, MediaType.of(format.mediaType() + ";charset=utf-8"))
            .attach("onrecord." + format.label());
    return HttpResponse.ok(file)
        .header("X-Total-Count", String.valueOf(export.hits().total()))
        .header("X-Match", export.match().label())
        .header("X-Relaxed", String.valueOf(export.relaxed()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
