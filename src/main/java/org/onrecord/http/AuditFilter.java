package org.onrecord.http;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down who wrote what. Whom the access filter turned away is not written down. */
@ServerFilter(
    patterns = ServerFilter.MATCH_ALL_PATTERN,
    methods = {HttpMethod.PUT, HttpMethod.POST, HttpMethod.DELETE, HttpMethod.PATCH})
@Order(AccessFilter.ORDER - 10)
@Requires(beans = AuditLog.class)
final class AuditFilter {
  private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);

  private static final String NOTE = "org.onrecord.audit";

  /** How many characters are noted of a request. */
  private static final int MOST_NOTED = 10_000;

  private final AuditLog log;

  AuditFilter(AuditLog log) {
    this.log = log;
  }

  /** Says beside a request what came of it. */
  static void note(HttpRequest<?> request, String note) {
    String before = request.getAttribute(NOTE, String.class).map(said -> said + ", ").orElse("");
    if (before.length() < MOST_NOTED) {
      request.setAttribute(NOTE, before + note);
    }
  }

  /** A line that cannot be written is told in the service's log: the write itself is done. */
  @ResponseFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void note(HttpRequest<?> request, HttpResponse<?> response) {
    Optional<Caller> caller = AccessFilter.caller(request);
    if (caller.isEmpty() || AccessFilter.asks(request)) {
      return;
    }
    try {
      log.add(
          caller.get().name(),
          LocalRequest.address(request),
          request.getMethodName(),
          request.getPath(),
          response.code(),
          RequestId.of(request).toString(),
          request.getAttribute(NOTE, String.class));
    } catch (IOException e) {
      LOG.error("Request {} is not in the audit log", RequestId.of(request), e);
    }
  }
}
