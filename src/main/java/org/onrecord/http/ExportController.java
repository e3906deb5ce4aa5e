package org.onrecord.http;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onrecord.api.ExportFormat;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.search.ExportedHits;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;

/** {@code GET /api/v1/export}: every hit of a search, as a file. */
@Controller("/api/v1/export")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExportController {
  private static final int RETRY_SECONDS = 30;
  private static final Set<String> ABSENT = Set.of("size", "after", "facets", "interval");

  private final SearchService service;
  private final ExportSlots slots;

  ExportController(SearchService service, ExportSlots slots) {
    this.service = service;
    this.slots = slots;
  }

  @Get
  @Produces(MediaType.ALL)
  HttpResponse<?> export(HttpRequest<?> request) throws IOException {
    Map<String, List<String>> given = request.getParameters().asMap();
    ParameterReader reader = new ParameterReader(given);
    reader.refuseUnknown(names());
    ExportFormat format =
        reader.choice("format", ExportFormat.values(), ExportFormat::label, ExportFormat.CSV);
    Map<String, List<String>> search = new HashMap<>(given);
    search.keySet().retainAll(SearchParameters.names());
    search.keySet().removeAll(ABSENT);
    return switch (SearchParameters.read(search)) {
      case SearchParameters.Asked(SearchRequest asked) when reader.errors().isEmpty() ->
          opened(request, asked, format);
      case SearchParameters.Asked _ -> Problems.badRequest(request, reader.errors());
      case SearchParameters.Refused(List<ParameterError> errors, SearchRequest _) -> {
        List<ParameterError> all = new ArrayList<>(errors);
        all.addAll(reader.errors());
        yield Problems.badRequest(request, all);
      }
    };
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(SearchParameters.names());
    names.removeAll(ABSENT);
    names.add("format");
    return names;
  }

  private HttpResponse<?> opened(HttpRequest<?> request, SearchRequest asked, ExportFormat format)
      throws IOException {
    Optional<ExportSlots.Slot> slot = slots.take();
    if (slot.isEmpty()) {
      return Problems.of(
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
    ExportStream stream = slots.stream(export.hits(), format, slot.get());
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
