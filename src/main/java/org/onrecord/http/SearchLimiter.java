package org.onrecord.http;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers only so many questions at a time, so that each is answered soon: the others wait a
 * little, and are then told to come back. A question is what a reader may ask and what the archive
 * is read for, by whatever method: API, pages, frames. Writes have a queue of their own, and are
 * only counted.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(AccessFilter.ORDER + 10)
@Requires(property = SearchLimiter.MOST)
public final class SearchLimiter {
  /** The property of the framework that says how many. */
  static final String MOST = "onrecord.max-searches";

  private static final long PATIENCE_MILLIS = 1_000;

  private final Semaphore places;
  private final AtomicInteger underWay = new AtomicInteger();

  SearchLimiter(@Property(name = MOST) int most) {
    this.places = new Semaphore(most, true);
  }

  /** How many requests are answered now. */
  public int underWay() {
    return underWay.get();
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> pass(HttpRequest<?> request, FilterContinuation<HttpResponse<?>> answer)
      throws InterruptedException {
    boolean asks = AccessFilter.asks(request);
    if (asks && !places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
      return ProblemResponses.of(
              request,
              HttpStatus.SERVICE_UNAVAILABLE,
              "As many questions as the service answers at a time are under way. Try again in a"
                  + " second.")
          .header(HttpHeaders.RETRY_AFTER, "1");
    }
    underWay.incrementAndGet();
    try {
      return answer.proceed();
    } finally {
      underWay.decrementAndGet();
      if (asks) {
        places.release();
      }
    }
  }
}
