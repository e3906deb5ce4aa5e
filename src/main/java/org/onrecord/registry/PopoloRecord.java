package org.onrecord.registry;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object of a Popolo file, and where it stands.
 *
 * @param path {@code persons[12]}
 */
record PopoloRecord(JsonNode node, String path) {

  PopoloRecord within(PopoloRecord parent) {
    return new PopoloRecord(node, parent.place() + ", " + path);
  }

  /** The path with the record's id or name, for a person to find it by. */
  String place() {
    Optional<String> label = scalar("id").or(() -> scalar("name"));
    return label.map(text -> path + " (" + text + ")").orElse(path);
  }

  /** A member's text; empty where it is missing, null or blank; numbers as they are written. */
  Optional<String> text(String member) {
    JsonNode value = node.path(member);
    if (value.isContainer()) {
      throw new IllegalArgumentException(member + " is no text");
    }
    return scalar(member);
  }

  String required(String member) {
    return text(member).orElseThrow(() -> new IllegalArgumentException(member + " is missing"));
  }

  DatePeriod period(String startMember, String endMember) {
    return DatePeriod.of(text(startMember).orElse(null), text(endMember).orElse(null));
  }

  /** The person's identifier of a scheme. */
  Optional<String> identifier(String scheme) {
    for (JsonNode each : node.path("identifiers").values()) {
      PopoloRecord identifier = new PopoloRecord(each, path + ", identifiers");
      if (identifier.text("scheme").filter(scheme::equalsIgnoreCase).isPresent()) {
        return identifier.text("identifier");
      }
    }
    return Optional.empty();
  }

  private Optional<String> scalar(String member) {
    JsonNode value = node.path(member);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asString().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
