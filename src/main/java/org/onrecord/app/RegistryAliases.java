package org.onrecord.app;

import java.util.LinkedHashSet;
import java.util.Set;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Party;
import org.onrecord.registry.Registry;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetAliases;

/** Knows people and parties by the other names that the registry has for them. */
final class RegistryAliases implements FacetAliases {
  private final Registry registry;

  RegistryAliases(Registry registry) {
    this.registry = registry;
  }

  @Override
  public Set<String> canonical(Facet facet, String value) {
    Set<String> names = new LinkedHashSet<>();
    switch (facet) {
      case PARTY -> registry.parties(value).stream().map(Party::name).forEach(names::add);
      case SPEAKER, MENTION -> {
        names.add(value);
        registry.named(value).stream()
            .filter(match -> match.kind() == NameMatch.Kind.EXACT)
            .forEach(match -> names.add(match.person().name()));
      }
      case TYPE, OUTLET, SECTION, KIND, DATE -> names.add(value);
    }
    if (names.isEmpty()) {
      names.add(value);
    }
    return names;
  }
}
