package org.onrecord.http.web;

import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onrecord.page.DayStyle;

/** Has days written in the order that the reader of a page is used to. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PreferredDays {
  @RequestFilter
  void tell(HttpRequest<?> request, MutablePropagatedContext context) {
    String accepted = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
    context.add(new Held(accepted == null ? DayStyle.DAY_FIRST : DayStyle.of(accepted)));
  }

  /** Goes with the request to every thread that makes its answer. */
  private record Held(DayStyle order) implements ThreadPropagatedContextElement<DayStyle> {
    @Override
    public DayStyle updateThreadContext() {
      return order.hold();
    }

    @Override
    public void restoreThreadContext(@Nullable DayStyle before) {
      Objects.requireNonNull(before).hold();
    }
  }
}
