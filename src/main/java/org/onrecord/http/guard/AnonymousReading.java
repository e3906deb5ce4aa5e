package org.onrecord.http.guard;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;

/** That who asks has no key and is not this machine. Known wherever the request is answered. */
public record AnonymousReading() implements PropagatedContextElement {

  /** Whether the request that this thread answers is of such a one. */
  public static boolean isUnderWay() {
    return PropagatedContext.getOrEmpty().find(AnonymousReading.class).isPresent();
  }
}
