package org.onrecord.http.guard;

import io.micronaut.http.HttpRequest;
import org.onrecord.http.Sender;

/**
 * As which client attempts with keys that do not hold are counted: of each address apart from what
 * else comes from there, so that whoever tries keys hinders nobody behind the same address.
 */
public final class FailedKeys {
  private FailedKeys() {}

  /** The client of the rate limiter. */
  public static String of(HttpRequest<?> request) {
    return "failed keys of " + Sender.of(request).address();
  }
}
