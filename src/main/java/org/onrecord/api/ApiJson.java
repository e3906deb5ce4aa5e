package org.onrecord.api;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in which a body becomes JSON, for the service and for the command line: UTF-8,
 * members in the order in which the records declare them, nulls written, days as {@code
 * 2024-11-07}. Safe for use by several threads.
 */
public final class ApiJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .build();

  private ApiJson() {}

  /** The body as a tree, of which members may be left out. */
  static JsonNode tree(Object body) {
    return MAPPER.valueToTree(body);
  }

  /** The body as one line of JSON. */
  public static String text(Object body) {
    return MAPPER.writeValueAsString(body);
  }

  /**
   * The body as one line of JSON, in UTF-8; half a surrogate pair, which has no UTF-8, becomes a
   * question mark.
   */
  public static byte[] bytes(Object body) {
    return text(body).getBytes(StandardCharsets.UTF_8);
  }
}
