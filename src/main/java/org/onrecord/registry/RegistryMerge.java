package org.onrecord.registry;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays a later registry over an earlier one; the rules are {@link RegistryLoader#merge}'s. */
final class RegistryMerge {
  private final RegistryDraft merged;
  private final Map<String, String> idByWikidata = new HashMap<>();

  private RegistryMerge(Registry earlier) {
    this.merged = RegistryDraft.of(earlier);
    earlier.persons().forEach(this::noteWikidata);
  }

  static Registry of(Registry earlier, RegistryDraft later) {
    RegistryMerge merge = new RegistryMerge(earlier);
    later.organisations().forEach(merge.merged.organisations()::put);
    later.parties().values().forEach(merge::addParty);
    later.persons().values().forEach(merge::addPerson);
    return merge.merged.toRegistry();
  }

  private void noteWikidata(Person person) {
    if (person.wikidata() != null) {
      idByWikidata.putIfAbsent(person.wikidata(), person.id());
    }
  }

  private void addParty(Party later) {
    merged.parties().merge(later.id(), later, RegistryMerge::overlay);
  }

  private void addPerson(Person later) {
    String id = later.id();
    if (!merged.persons().containsKey(id) && later.wikidata() != null) {
      id = idByWikidata.getOrDefault(later.wikidata(), id);
    }
    merged.persons().merge(id, later, RegistryMerge::overlay);
    noteWikidata(later);
  }

  private static Person overlay(Person earlier, Person later) {
    return new Person(
        earlier.id(),
        later.name(),
        otherNames(later.name(), earlier.allNames(), later.aliases()),
        later.gender() == Gender.UNKNOWN ? earlier.gender() : later.gender(),
        or(later.description(), earlier.description()),
        or(later.wikidata(), earlier.wikidata()),
        later.life().equals(DatePeriod.ALWAYS) ? earlier.life() : later.life(),
        later.memberships().isEmpty() ? earlier.memberships() : later.memberships());
  }

  private static Party overlay(Party earlier, Party later) {
    boolean knowsFullName = !later.fullName().equals(later.name());
    return new Party(
        earlier.id(),
        later.name(),
        knowsFullName ? later.fullName() : earlier.fullName(),
        otherNames(later.name(), earlier.aliases(), later.aliases()),
        later.formerNames().isEmpty() ? earlier.formerNames() : later.formerNames(),
        or(later.country(), earlier.country()),
        later.period().equals(DatePeriod.ALWAYS) ? earlier.period() : later.period(),
        or(later.mergedInto(), earlier.mergedInto()),
        or(later.colour(), earlier.colour()));
  }

  private static List<String> otherNames(String name, List<String> earlier, List<String> later) {
    Set<String> names = new LinkedHashSet<>(earlier);
    names.addAll(later);
    names.remove(name);
    return List.copyOf(names);
  }

  private static @Nullable String or(@Nullable String later, @Nullable String earlier) {
    return later == null ? earlier : later;
  }
}
