package org.onrecord.http;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import org.onrecord.access.AccessControl.Caller;

/** Who makes a request, kept beside it from when it was let in. */
public final class RequestCaller {
  private static final String CALLER = "org.onrecord.caller";

  private RequestCaller() {}

  /** Who was let in; empty where nobody was asked who they are. */
  public static Optional<Caller> of(HttpRequest<?> request) {
    return request.getAttribute(CALLER, Caller.class);
  }

  /** Says who was let in. */
  public static void set(HttpRequest<?> request, Caller caller) {
    request.setAttribute(CALLER, caller);
  }
}
