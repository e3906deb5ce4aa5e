package org.onrecord.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What results can be narrowed by. Its label is the API's parameter and the key in the answer's
 * facets.
 */
public enum Facet {
  TYPE,
  SPEAKER,
  PARTY,
  MENTION,
  OUTLET,
  SECTION,
  KIND,
  DATE;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The facet with this label, in any case. */
  public static Optional<Facet> of(String label) {
    return Arrays.stream(values()).filter(f -> f.label().equalsIgnoreCase(label)).findFirst();
  }
}
