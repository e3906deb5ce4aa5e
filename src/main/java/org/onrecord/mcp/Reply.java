package org.onrecord.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ApiJson;
import tools.jackson.databind.JsonNode;

/**
 * What is sent back.
 *
 * @param json the message, on one line; empty where none is sent
 * @param fault what went wrong here, for the log
 */
public record Reply(Outcome outcome, Optional<String> json, Optional<Exception> fault) {

  /** How it went, as far as a transport tells that beside the message. */
  public enum Outcome {
    ANSWERED,
    /** Nothing is sent back. */
    ACCEPTED,
    REFUSED,
    NO_SUCH_METHOD,
    FAILED
  }

  static Reply accepted() {
    return new Reply(Outcome.ACCEPTED, Optional.empty(), Optional.empty());
  }

  static Reply result(JsonNode id, Map<String, Object> result) {
    return of(Outcome.ANSWERED, id, "result", result, Optional.empty());
  }

  /** An error that is an answer like any other. */
  static Reply error(JsonNode id, RpcError error) {
    return of(Outcome.ANSWERED, id, "error", error.json(), Optional.empty());
  }

  static Reply refused(@Nullable JsonNode id, RpcError error) {
    return of(Outcome.REFUSED, id, "error", error.json(), Optional.empty());
  }

  static Reply noSuchMethod(JsonNode id, RpcError error) {
    return of(Outcome.NO_SUCH_METHOD, id, "error", error.json(), Optional.empty());
  }

  static Reply failed(JsonNode id, Exception fault) {
    return of(Outcome.FAILED, id, "error", RpcError.fault().json(), Optional.of(fault));
  }

  /** A message that is not read at all, for a reason that a client can act on. */
  public static Reply unread(String reason) {
    return refused(null, RpcError.noRequest(reason));
  }

  private static Reply of(
      Outcome outcome,
      @Nullable JsonNode id,
      String member,
      Map<String, Object> value,
      Optional<Exception> fault) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("jsonrpc", "2.0");
    if (id != null) {
      json.put("id", id);
    }
    json.put(member, value);
    return new Reply(outcome, Optional.of(ApiJson.text(json)), fault);
  }
}
