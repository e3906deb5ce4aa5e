package org.onrecord.http;

import io.micronaut.http.HttpRequest;
import java.util.UUID;

/** Names one request, in its answer's {@code X-Request-Id} and in the log. */
public record RequestId(UUID value) {
  private static final String ATTRIBUTE = "org.onrecord.request-id";

  /** The request's own, made the first time that it is asked for. */
  public static RequestId of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, RequestId.class)
        .orElseGet(
            () -> {
              RequestId id = new RequestId(UUID.randomUUID());
              request.setAttribute(ATTRIBUTE, id);
              return id;
            });
  }

  /** The form that a problem's {@code instance} takes. */
  String urn() {
    return "urn:uuid:" + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
