package org.onrecord.search;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.Facet;

/**
 * The port by which a filter's value is known under its other names: "Pakistan Tehreek-e-Insaf" is
 * the party with the id pti.
 */
@FunctionalInterface
public interface FacetAliases {
  /** Knows no other names: every value stands for itself. */
  FacetAliases NONE = (facet, value) -> Set.of(value);

  /**
   * The values, as the facet shows them, that {@code value} stands for, or their ids {@linkplain
   * Facet#isById() where they have one}; several where the name is shared. The value itself where
   * it is no alias.
   *
   * @param value as the user gave it, in any case
   */
  Set<String> canonical(Facet facet, String value);

  /** The party with exactly this id. */
  default Optional<KnownParty> party(String id) {
    return Optional.empty();
  }

  /**
   * What a party is called.
   *
   * @param country ISO 3166 two-letter code, or null where it is not known
   * @param colour its usual one, {@code #00a651}, or null
   */
  record KnownParty(String name, @Nullable String country, @Nullable String colour) {
    /** A party without colour. */
    public KnownParty(String name, @Nullable String country) {
      this(name, country, null);
    }
  }
}
