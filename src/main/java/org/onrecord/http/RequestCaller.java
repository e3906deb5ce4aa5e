package org.onrecord.http;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerHttpRequestContext;
import io.micronaut.http.context.ServerRequestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /**
   * Who makes the request that this thread answers; empty where nobody was let in.
   *
   * @throws IllegalStateException if it answers none, so that what depends on who asks is not told
   */
  public static Optional<Caller> current() {
    return of(
        ServerRequestContext.currentRequest()
            .orElseThrow(() -> new IllegalStateException("this thread answers no request")));
  }

  /** Part of an answer. */
  @FunctionalInterface
  public interface Answer<T> {
    T get() throws IOException;
  }

  /** Has this thread, which answers no request, answer a part of this one. */
  public static <T> T answering(HttpRequest<?> request, Answer<T> part) throws IOException {
    PropagatedContext context =
        PropagatedContext.getOrEmpty().plus(new ServerHttpRequestContext(request));
    try {
      return context.propagate(
          () -> {
            try {
              return part.get();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Says who was let in. */
  public static void set(HttpRequest<?> request, Caller caller) {
    request.setAttribute(CALLER, caller);
  }
}
