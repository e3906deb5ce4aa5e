package org.onrecord.http.guard;

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
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.onrecord.http.FilterOrder;
import org.onrecord.http.ProblemResponses;

/**
 * Answers only so many questions at a time, so that each is answered soon, and of one address that
 * reads without a key only a few, so that nobody takes all places: the others wait a little, and
 * are then told to come back. A question is what a reader may ask and what the archive is read for,
 * by whatever method: API, pages, frames. Writes have a queue of their own, and are only counted.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.SEARCH)
@Requires(property = SearchLimiter.MOST)
public final class SearchLimiter {
  /** The property of the framework that says how many. */
  static final String MOST = "onrecord.max-searches";

  private static final String MOST_BY_ADDRESS = "onrecord.max-searches-by-address";
  private static final long PATIENCE_MILLIS = 1_000;

  private final Semaphore places;
  private final AddressPlaces addresses;
  private final AtomicInteger underWay = new AtomicInteger();

  SearchLimiter(
      @Property(name = MOST) int most, @Property(name = MOST_BY_ADDRESS) int mostByAddress) {
    this.places = new Semaphore(most, true);
    this.addresses = new AddressPlaces(mostByAddress);
  }

  /** How many requests are answered now. */
  public int underWay() {
    return underWay.get();
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> pass(HttpRequest<?> request, FilterContinuation<HttpResponse<?>> answer)
      throws InterruptedException {
    if (!AccessFilter.asks(request)) {
      return counted(answer);
    }
    Optional<String> address = AccessFilter.anonymous(request);
    if (address.isPresent() && !addresses.tryTake(address.get(), PATIENCE_MILLIS)) {
      return comeBack(
          request,
          HttpStatus.TOO_MANY_REQUESTS,
          "As many questions as the service answers at a time for one address are under way.");
    }
    try {
      if (!places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        return comeBack(
            request,
            HttpStatus.SERVICE_UNAVAILABLE,
            "As many questions as the service answers at a time are under way.");
      }
      try {
        return counted(answer);
      } finally {
        places.release();
      }
    } finally {
      address.ifPresent(addresses::giveBack);
    }
  }

  private HttpResponse<?> counted(FilterContinuation<HttpResponse<?>> answer) {
    underWay.incrementAndGet();
    try {
      return answer.proceed();
    } finally {
      underWay.decrementAndGet();
    }
  }

  private static HttpResponse<?> comeBack(HttpRequest<?> request, HttpStatus status, String why) {
    return ProblemResponses.of(request, status, why + " Try again in a second.")
        .header(HttpHeaders.RETRY_AFTER, "1");
  }
}
