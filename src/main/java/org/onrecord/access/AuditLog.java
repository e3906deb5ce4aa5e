package org.onrecord.access;

import java.io.IOException;
import java.util.Optional;

/** The port to what keeps of each request that was to change something who asked and what came. */
@FunctionalInterface
public interface AuditLog {

  /**
   * Adds a request, and returns when it is safe from power loss.
   *
   * @param who the name of the key; {@code anonymous} without one
   * @param path what it was about, as in the address
   * @param status the HTTP status of the answer
   * @param request its id, as in the answer and in the service's log
   * @param note what it did beside the ordinary: {@code held bridge}
   */
  void add(
      String who,
      String address,
      String method,
      String path,
      int status,
      String request,
      Optional<String> note)
      throws IOException;
}
