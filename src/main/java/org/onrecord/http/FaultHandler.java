package org.onrecord.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import jakarta.inject.Singleton;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Faults of the service: the log gets the cause, the client a name under which it is found there.
 */
@Singleton
public final class FaultHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

  @Override
  @SuppressWarnings("rawtypes") // the framework's signature
  public HttpResponse<?> handle(HttpRequest request, Throwable fault) {
    HttpRequest<?> typed = request;
    if (isBrokenOff(fault) || isBrokenOff(fault.getCause())) {
      LOG.debug("Request {}: the client broke it off", RequestId.of(typed));
      return ProblemResponses.of(typed, HttpStatus.BAD_REQUEST, "The body ended too early.");
    }
    LOG.error("Request {} to {} failed", RequestId.of(typed), typed.getPath(), fault);
    return ProblemResponses.of(typed, HttpStatus.INTERNAL_SERVER_ERROR, detail(typed));
  }

  /** Whether the connection made it, by HTTP/2, and not a file that was closed. */
  private static boolean isBrokenOff(@Nullable Throwable fault) {
    if (!(fault instanceof ClosedChannelException || fault instanceof Http2Exception)) {
      return false;
    }
    StackTraceElement[] trace = fault.getStackTrace();
    return trace.length == 0 || trace[0].getClassName().startsWith("io.micronaut.http.server.");
  }

  public static String detail(HttpRequest<?> request) {
    return "The service failed; the request is not at fault. Its log says why, under the id "
        + RequestId.of(request)
        + ".";
  }
}
