package org.onrecord.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that was to change something, as the log of writes has it: an object of JSON with these
 * members.
 *
 * @param at when it was answered, {@code 2024-11-07T10:00:00Z}
 * @param who the name of the key; {@code anonymous} without one
 * @param path what it was about, as in the address
 * @param status the HTTP status of the answer
 * @param request its id, as in the answer and in the service's log
 * @param note what it did beside the ordinary: {@code held bridge}
 */
public record AuditLine(
    String at,
    String who,
    String address,
    String method,
    String path,
    int status,
    String request,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {

  /** That of a request which was answered at a time, to the millisecond. */
  public static AuditLine of(
      Instant at,
      String who,
      String address,
      String method,
      String path,
      int status,
      String request,
      Optional<String> note) {
    return new AuditLine(
        at.truncatedTo(ChronoUnit.MILLIS).toString(),
        who,
        address,
        method,
        path,
        status,
        request,
        note.orElse(null));
  }
}
