package org.onrecord.registry;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** All that a registry knows, by id and in its order. */
record RegistryEntries(
    Map<String, Person> persons,
    Map<String, Party> parties,
    Map<String, Organisation> organisations) {
  /**
   * @throws IllegalArgumentException if an id occurs twice or a membership names what is not there
   */
  static RegistryEntries of(
      Collection<Person> persons,
      Collection<Party> parties,
      Collection<Organisation> organisations) {
    RegistryEntries entries =
        new RegistryEntries(
            byId(persons, Person::id),
            byId(parties, Party::id),
            byId(organisations, Organisation::id));
    entries.requireResolved();
    return entries;
  }

  private void requireResolved() {
    for (Person person : persons.values()) {
      boolean shipped = person.memberships() instanceof MembershipLines;
      for (Membership m : shipped ? List.<Membership>of() : person.memberships()) {
        String id = m.organisationId();
        if (!parties.containsKey(id) && !organisations.containsKey(id)) {
          throw new IllegalArgumentException(
              String.format(Locale.ROOT, "%s belongs to %s, which is not there", person.id(), id));
        }
      }
    }
    for (String id : parties.keySet()) {
      if (organisations.containsKey(id)) {
        throw new IllegalArgumentException(id + " is both a party and an organisation");
      }
    }
  }

  private static <T> Map<String, T> byId(Collection<T> things, Function<T, String> idOf) {
    Map<String, T> map = new LinkedHashMap<>();
    for (T thing : things) {
      if (map.put(idOf.apply(thing), thing) != null) {
        throw new IllegalArgumentException("the id " + idOf.apply(thing) + " occurs twice");
      }
    }
    return Collections.unmodifiableMap(map);
  }
}
