package org.onrecord.http.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Role;
import org.onrecord.api.BatchBody;
import org.onrecord.batch.BatchList;
import org.onrecord.batch.BatchTable;
import org.onrecord.batch.Batching;
import org.onrecord.http.CsvFile;
import org.onrecord.http.FrameworkProblems;
import org.onrecord.http.Needs;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Responses;
import org.onrecord.http.SearchForm;
import org.onrecord.http.SearchParameters;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;
import org.onrecord.trend.SeriesKey;

/**
 * {@code POST /api/v1/batch}: many names or queries in one go. A list is text, whatever its type is
 * said to be.
 */
@Controller("/api/v1/batch")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BatchController {
  private final Batching batching;

  BatchController(SearchService service) {
    this.batching = new Batching(service);
  }

  @Post
  @Needs(Role.READER)
  @Consumes(MediaType.ALL)
  @Produces(MediaType.ALL)
  HttpResponse<?> batch(HttpRequest<?> request, @Body @Nullable InputStream body)
      throws IOException {
    Optional<byte[]> sent = BoundedBody.read(body, BatchList.LONGEST);
    if (sent.isEmpty()) {
      return ProblemResponses.of(
          request, HttpStatus.REQUEST_ENTITY_TOO_LARGE, FrameworkProblems.TOO_LONG);
    }
    ParameterReader reader = SearchForm.BATCH.reader(request.getParameters().asMap());
    String by = reader.choice("by", SeriesKey.kinds(), "speaker");
    String format = reader.choice("format", List.of("json", "csv"), "json");
    boolean marked = reader.choice("bom", List.of("true", "false"), "true").equals("true");
    return switch (SearchForm.BATCH.read(reader)) {
      case SearchParameters.Asked(SearchRequest asked) -> {
        BatchList list;
        try {
          list = BatchList.read(new String(sent.get(), StandardCharsets.UTF_8), by);
        } catch (IllegalArgumentException e) {
          yield ProblemResponses.unprocessable(request, e.getMessage() + ".");
        }
        BatchTable table = batching.of(list, asked);
        yield format.equals("csv")
            ? CsvFile.of("batch", BatchBody.csv(table), marked)
            : Responses.fresh(BatchBody.of(table));
      }
      case SearchParameters.Refused refused ->
          ProblemResponses.badRequest(request, refused.errors());
    };
  }
}
