package org.onrecord.mcp;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a message. What it costs is bounded by its length, whatever stands in it. */
final class MessageReader {
  /** The longest id, in UTF-16 characters: it is written back. */
  private static final int LONGEST_ID = 256;

  private static final int DEEPEST = 20;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private MessageReader() {}

  static Message read(byte[] bytes) {
    JsonNode read;
    try {
      read = JSON.readTree(bytes);
    } catch (JacksonException e) {
      return new Message.Refused(
          null, RpcError.noJson(e.getOriginalMessage().lines().findFirst().orElse("")));
    }
    if (read.isArray()) {
      return refused(null, "Batches are no part of the protocol: send one message at a time.");
    }
    if (!(read instanceof ObjectNode object)) {
      return refused(null, "A message is a JSON object.");
    }
    return read(object);
  }

  private static Message read(ObjectNode object) {
    JsonNode id = object.get("id");
    JsonNode method = object.get("method");
    JsonNode params = object.path("params");
    if (id != null && !isId(id)) {
      return refused(
          null,
          "An id is a text of at most " + LONGEST_ID + " characters or a whole number of 64 bits.");
    }
    if (!object.path("jsonrpc").isString() || !object.path("jsonrpc").asString().equals("2.0")) {
      return refused(id, "A message has \"jsonrpc\": \"2.0\".");
    }
    if (method == null && (object.has("result") || object.has("error"))) {
      return new Message.Response();
    }
    if (method == null || !method.isString()) {
      return refused(id, "A message has a \"method\", which is a text.");
    }
    if (!params.isMissingNode() && !params.isObject()) {
      return refused(id, "\"params\" is to be an object.");
    }
    ObjectNode given = params instanceof ObjectNode node ? node : JSON.createObjectNode();
    return id == null
        ? new Message.Notification(method.asString(), given)
        : new Message.Request(id, method.asString(), given);
  }

  private static boolean isId(JsonNode id) {
    return id.isString()
        ? id.asString().length() <= LONGEST_ID
        : id.isIntegralNumber() && id.canConvertToLong();
  }

  private static Message refused(@Nullable JsonNode id, String reason) {
    return new Message.Refused(id, RpcError.noRequest(reason));
  }
}
