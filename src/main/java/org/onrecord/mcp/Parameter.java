package org.onrecord.mcp;

import java.util.List;
import java.util.Map;

/** What a tool takes under a name: what a model is told of it, and what is checked. */
sealed interface Parameter {
  String name();

  /** For the model: what it is, with an example where that helps. */
  String description();

  default boolean isRequired() {
    return false;
  }

  /** The JSON Schema of its values. */
  Map<String, Object> schema();

  /** Any text of at most {@code longest} UTF-16 characters. */
  record Text(String name, String description, int longest, boolean isRequired)
      implements Parameter {
    @Override
    public Map<String, Object> schema() {
      return json("string", description, Map.of("maxLength", longest));
    }
  }

  /** A day as {@code 2024-11-07}. */
  record Day(String name, String description) implements Parameter {
    @Override
    public Map<String, Object> schema() {
      return json("string", description, Map.of("format", "date"));
    }
  }

  /** One of a few words. */
  record Choice(String name, String description, List<String> labels, String otherwise)
      implements Parameter {
    @Override
    public Map<String, Object> schema() {
      return json("string", description, Members.of("enum", labels, "default", otherwise));
    }
  }

  /** A whole number within bounds, both inclusive. */
  record Whole(String name, String description, int least, int most, int otherwise)
      implements Parameter {
    @Override
    public Map<String, Object> schema() {
      return json(
          "integer",
          description,
          Members.of("minimum", least, "maximum", most, "default", otherwise));
    }
  }

  private static Map<String, Object> json(
      String type, String description, Map<String, Object> more) {
    Map<String, Object> schema = Members.of("type", type, "description", description);
    schema.putAll(more);
    return schema;
  }
}
