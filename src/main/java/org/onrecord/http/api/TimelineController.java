package org.onrecord.http.api;

import io.micronaut.context.annotation.Requires;
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
import org.onrecord.api.TimelineBody;
import org.onrecord.http.CsvFile;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Responses;
import org.onrecord.http.SearchForm;
import org.onrecord.http.TimelineParameters;
import org.onrecord.search.SearchService;
import org.onrecord.timeline.Timeline;
import org.onrecord.timeline.Timelines;
import org.onrecord.verify.Verifier;

/** {@code GET /api/v1/timeline}: what one person said on one subject, in the order of time. */
@Controller("/api/v1/timeline")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = Verifier.class)
final class TimelineController {
  private static final int SIZE = 100;

  private final Timelines timelines;

  TimelineController(SearchService service, Verifier verifier) {
    this.timelines = new Timelines(service, verifier.restatements());
  }

  @Get
  @Produces(MediaType.ALL)
  HttpResponse<?> timeline(HttpRequest<?> request) throws IOException {
    ParameterReader reader = SearchForm.TIMELINE.reader(request.getParameters().asMap());
    String format = reader.choice("format", List.of("json", "csv"), "json");
    boolean marked = reader.choice("bom", List.of("true", "false"), "true").equals("true");
    return switch (TimelineParameters.read(reader, SIZE)) {
      case TimelineParameters.Asked asked -> {
        Timeline timeline = timelines.of(asked.search());
        yield format.equals("csv")
            ? CsvFile.of("timeline", TimelineBody.csv(timeline), marked)
            : Responses.fresh(TimelineBody.of(timeline, asked.skip(), asked.size()));
      }
      case TimelineParameters.Refused refused ->
          ProblemResponses.badRequest(request, refused.errors());
    };
  }
}
