package org.onrecord.http.api;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a body that is to be one JSON object and nothing else. */
final class JsonObjectBody {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(5).build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonObjectBody() {}

  /**
   * The object.
   *
   * @param example what could be sent, for the error
   * @throws IllegalArgumentException if it is none; the message says what is wrong
   */
  static ObjectNode read(byte[] body, String example) {
    try (JsonParser parser = JSON.createParser(body)) {
      JsonNode node = JSON.readTree(parser);
      if (node instanceof ObjectNode object && parser.nextToken() == null) {
        return object;
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "broken JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    }
    throw new IllegalArgumentException("the body is to be one JSON object, such as " + example);
  }

  /** Whether a member is missing or null. */
  static boolean lacks(ObjectNode object, String member) {
    return object.path(member).isMissingNode() || object.path(member).isNull();
  }
}
