package org.onrecord.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A key as a line of {@link KeyFile}: an object, what the key is not bound to left out. */
final class KeyLine {
  private static final JsonMapper JSON = JsonMapper.shared();

  private KeyLine() {}

  /** Reads one; a {@code RuntimeException} where it is none. */
  static ApiKey read(String text) {
    JsonNode line = JSON.readTree(text);
    String until = string(line, "until");
    return new ApiKey(
        line.path("id").asString(),
        line.path("name").asString(),
        Role.of(line.path("role").asString()).orElseThrow(),
        Instant.parse(line.path("created").asString()),
        new KeyBounds(
            until == null ? null : Instant.parse(until),
            strings(line, "outlets"),
            strings(line, "sections"),
            strings(line, "origins"),
            string(line, "feed")),
        line.path("salt").asString(),
        line.path("hash").asString());
  }

  private static @Nullable String string(JsonNode line, String member) {
    return line.has(member) ? line.get(member).asString() : null;
  }

  private static List<String> strings(JsonNode line, String member) {
    return line.has(member)
        ? line.get(member).asArray().valueStream().map(JsonNode::asString).toList()
        : List.of();
  }

  static String written(ApiKey key) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", key.id()).put("name", key.name()).put("role", key.role().label());
    line.put("created", key.created().toString());
    KeyBounds bounds = key.bounds();
    if (bounds.until() != null) {
      line.put("until", bounds.until().toString());
    }
    put(line, "outlets", bounds.outlets());
    put(line, "sections", bounds.sections());
    put(line, "origins", bounds.origins());
    if (bounds.feed() != null) {
      line.put("feed", bounds.feed());
    }
    return JSON.writeValueAsString(line.put("salt", key.salt()).put("hash", key.hash()));
  }

  private static void put(ObjectNode line, String member, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = line.putArray(member);
      values.forEach(array::add);
    }
  }
}
