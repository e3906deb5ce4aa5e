package org.onrecord.evaluation;

import java.util.HashMap;
import java.util.Map;

/** Reads tables of variants: {@code bob: robert rob; jim: james}. */
final class NameTable {
  private NameTable() {}

  /** From each variant to the name before its colon; variants of several words are joined by _. */
  static Map<String, String> of(String table) {
    Map<String, String> names = new HashMap<>();
    for (String row : table.split(";")) {
      int colon = row.indexOf(':');
      for (String variant : row.substring(colon + 1).strip().split(" ")) {
        names.put(variant.replace('_', ' '), row.substring(0, colon).strip());
      }
    }
    return Map.copyOf(names);
  }
}
