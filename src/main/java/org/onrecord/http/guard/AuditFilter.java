package org.onrecord.http.guard;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.Optional;
import org.onrecord.access.AccessControl.Caller;
import org.onrecord.access.AuditLog;
import org.onrecord.http.AuditNote;
import org.onrecord.http.FilterOrder;
import org.onrecord.http.RequestCaller;
import org.onrecord.http.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down who wrote what. Whom the access filter turned away is not written down. */
@ServerFilter(
    patterns = ServerFilter.MATCH_ALL_PATTERN,
    methods = {HttpMethod.PUT, HttpMethod.POST, HttpMethod.DELETE, HttpMethod.PATCH})
@Order(FilterOrder.AUDIT)
@Requires(beans = AuditLog.class)
final class AuditFilter {
  private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);

  private final AuditLog log;

  AuditFilter(AuditLog log) {
    this.log = log;
  }

  /** A line that cannot be written is told in the service's log: the write itself is done. */
  @ResponseFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void note(HttpRequest<?> request, HttpResponse<?> response) {
    Optional<Caller> caller = RequestCaller.of(request);
    if (caller.isEmpty() || AccessFilter.asks(request)) {
      return;
    }
    String name = caller.get().name();
    String address = LocalRequest.address(request);
    int status = response.code();
    AuditNote.end(request).whenComplete((_, _) -> write(request, name, address, status));
  }

  private void write(HttpRequest<?> request, String name, String address, int status) {
    try {
      for (Optional<String> note : AuditNote.of(request)) {
        log.add(
            name,
            address,
            request.getMethodName(),
            request.getPath(),
            status,
            RequestId.of(request).toString(),
            note);
      }
    } catch (IOException e) {
      LOG.error("Request {} is not in the audit log", RequestId.of(request), e);
    }
  }
}
