package org.onrecord.http.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import org.onrecord.access.Role;
import org.onrecord.http.Metrics;
import org.onrecord.http.Needs;

/** {@code GET /prometheus}: how the service fares, for a program that watches it. */
@Controller("/prometheus")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PrometheusController {
  private static final MediaType TEXT = MediaType.of("text/plain;version=0.0.4;charset=utf-8");

  private final Metrics metrics;

  PrometheusController(Metrics metrics) {
    this.metrics = metrics;
  }

  @Get
  @Needs(value = Role.READER, byName = true, whole = true, asks = false)
  @Produces(MediaType.ALL)
  HttpResponse<?> metrics(HttpRequest<?> request) {
    return HttpResponse.ok(metrics.text().getBytes(StandardCharsets.UTF_8))
        .contentType(TEXT)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
