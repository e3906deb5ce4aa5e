package org.onrecord.mcp;

import java.util.LinkedHashMap;
import java.util.Map;

/** The members of an object of JSON, in the order in which they are given. */
final class Members {
  private Members() {}

  static Map<String, Object> of(String name, Object value) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(name, value);
    return members;
  }

  static Map<String, Object> of(String name, Object value, String second, Object other) {
    Map<String, Object> members = of(name, value);
    members.put(second, other);
    return members;
  }

  static Map<String, Object> of(
      String name, Object value, String second, Object other, String third, Object last) {
    Map<String, Object> members = of(name, value, second, other);
    members.put(third, last);
    return members;
  }
}
