package org.onrecord.registry;

import org.jspecify.annotations.Nullable;

/**
 * What is no party and has offices: a government, a parliament, the United Nations.
 *
 * @param id unique among organisations and parties, {@code pk-government}
 * @param country ISO 3166 two-letter code, or null where it has none
 */
public record Organisation(String id, String name, @Nullable String country) {
  public Organisation {
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("an organisation has an id and a name");
    }
  }
}
