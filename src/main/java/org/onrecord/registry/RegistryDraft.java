package org.onrecord.registry;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was read of a registry, before references are checked. Insertion order is kept; ids are the
 * keys.
 */
record RegistryDraft(
    Map<String, Person> persons,
    Map<String, Party> parties,
    Map<String, Organisation> organisations) {

  static RegistryDraft empty() {
    return new RegistryDraft(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  static RegistryDraft of(Registry registry) {
    RegistryDraft draft = empty();
    registry.persons().forEach(p -> draft.persons.put(p.id(), p));
    registry.parties().forEach(p -> draft.parties.put(p.id(), p));
    registry.organisations().forEach(o -> draft.organisations.put(o.id(), o));
    return draft;
  }

  boolean hasOrganisation(String id) {
    return parties.containsKey(id) || organisations.containsKey(id);
  }

  Registry toRegistry() {
    return new Registry(persons.values(), parties.values(), organisations.values());
  }
}
