package org.onrecord.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a message, by JSON-RPC 2.0 section 5.1 and the protocol's own codes.
 *
 * @param data more that a client can act on; null where there is none
 */
record RpcError(int code, String message, @Nullable Object data) {
  private static final int NO_JSON = -32700;
  private static final int NO_REQUEST = -32600;
  private static final int NO_METHOD = -32601;
  private static final int BAD_PARAMETERS = -32602;
  private static final int FAULT = -32603;
  private static final int HEADERS_DIFFER = -32020;
  private static final int NO_REVISION = -32022;

  static RpcError noJson(String reason) {
    return new RpcError(NO_JSON, "This is no JSON: " + reason, null);
  }

  static RpcError noRequest(String reason) {
    return new RpcError(NO_REQUEST, reason, null);
  }

  static RpcError noMethod(String method) {
    return new RpcError(
        NO_METHOD,
        "There is no method "
            + Told.quoted(method)
            + " here; what there is: tools/list, tools/call.",
        null);
  }

  static RpcError badParameters(String reason) {
    return new RpcError(BAD_PARAMETERS, reason, null);
  }

  static RpcError headersDiffer(String reason) {
    return new RpcError(HEADERS_DIFFER, reason, null);
  }

  static RpcError noRevision(String asked) {
    return new RpcError(
        NO_REVISION,
        "The protocol's revision " + Told.quoted(asked) + " is not spoken here.",
        Members.of("supported", Revision.labels(), "requested", Told.shortened(asked)));
  }

  /** Something went wrong here; the log says what. */
  static RpcError fault() {
    return new RpcError(FAULT, "The archive could not answer. Its log says why.", null);
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", code);
    json.put("message", message);
    if (data != null) {
      json.put("data", data);
    }
    return json;
  }
}
