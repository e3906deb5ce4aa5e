package org.onrecord.search;

import java.util.Set;
import org.onrecord.schema.Facet;

/**
 * The port by which a filter's value is known under its other names: "Pakistan Tehreek-e-Insaf" is
 * the party PTI.
 */
@FunctionalInterface
public interface FacetAliases {
  /** Knows no other names: every value stands for itself. */
  FacetAliases NONE = (facet, value) -> Set.of(value);

  /**
   * The values, as the facet shows them, that {@code value} stands for; several where the name is
   * shared. The value itself where it is no alias.
   *
   * @param value as the user gave it, in any case
   */
  Set<String> canonical(Facet facet, String value);
}
