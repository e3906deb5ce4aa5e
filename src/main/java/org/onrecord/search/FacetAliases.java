package org.onrecord.search;

import java.util.Set;
import org.onrecord.schema.Facet;

/** Stand-in: the names under which a facet's value is known. */
public interface FacetAliases {
  Set<String> canonical(Facet facet, String value);
}
