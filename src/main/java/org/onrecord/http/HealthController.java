package org.onrecord.http;

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
import org.onrecord.api.HealthBody;
import org.onrecord.search.SearchService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /health}: 200 where the index answers, 503 where it does not. */
@OpenToAll
@Controller("/health")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HealthController {
  private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);
  private final SearchService service;

  HealthController(SearchService service) {
    this.service = service;
  }

  @Get
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> health(HttpRequest<?> request) {
    try {
      return Answers.fresh(HealthBody.up(service.counts()));
    } catch (IOException e) {
      LOG.error("Request {}: the index does not answer", RequestId.of(request), e);
      return Problems.of(
          request,
          HttpStatus.SERVICE_UNAVAILABLE,
          "The index does not answer. The log says why, under the id "
              + RequestId.of(request)
              + ".");
    }
  }
}
