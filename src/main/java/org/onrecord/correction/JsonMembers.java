package org.onrecord.correction;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Members of a JSON object, each of the type that it must have. */
public final class JsonMembers {
  private JsonMembers() {}

  public static String string(JsonNode object, String member) {
    String value = optional(object, member);
    if (value == null) {
      throw new IllegalArgumentException("\"" + member + "\" is missing");
    }
    return value;
  }

  public static @Nullable String optional(JsonNode object, String member) {
    JsonNode value = object.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw new IllegalArgumentException("\"" + member + "\" must be a string");
    }
    return value.stringValue();
  }

  public static int number(JsonNode object, String member) {
    JsonNode value = object.path(member);
    if (!value.isInt()) {
      throw new IllegalArgumentException("\"" + member + "\" must be a whole number");
    }
    return value.intValue();
  }
}
