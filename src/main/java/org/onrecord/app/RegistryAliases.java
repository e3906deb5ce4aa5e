package org.onrecord.app;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Party;
import org.onrecord.registry.Registry;
import org.onrecord.registry.RegistryLoader;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetAliases;

/**
 * Knows people and parties by the other names that the built-in registry has for them. That is read
 * when it is first needed, or by {@link #prepare()}, because reading it would be a third of the
 * service's start. Thread-safe.
 */
final class RegistryAliases implements FacetAliases {
  private @Nullable Registry read;

  /** Reads the registry in the background. */
  void prepare() {
    Thread.ofPlatform().daemon().name("read registry").start(this::registry);
  }

  private synchronized Registry registry() {
    Registry known = read;
    if (known == null) {
      known = RegistryLoader.builtIn();
      read = known;
    }
    return known;
  }

  @Override
  public Set<String> canonical(Facet facet, String value) {
    Set<String> names = new LinkedHashSet<>();
    switch (facet) {
      case PARTY -> registry().parties(value).stream().map(Party::name).forEach(names::add);
      case SPEAKER, MENTION -> {
        names.add(value);
        registry().named(value).stream()
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
