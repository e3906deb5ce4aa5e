package org.onrecord.mcp;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client sends (JSON-RPC 2.0), one at a time. */
sealed interface Message {

  /**
   * Something that is to be answered.
   *
   * @param id a text or a whole number, given back with the answer
   */
  record Request(JsonNode id, String method, ObjectNode params) implements Message {}

  /** Something that is not answered. */
  record Notification(String method, ObjectNode params) implements Message {}

  /** An answer to something that was never asked: nothing is asked of clients here. */
  record Response() implements Message {}

  /**
   * No message.
   *
   * @param id the request's; null where it cannot be told
   */
  record Refused(@Nullable JsonNode id, RpcError error) implements Message {}
}
