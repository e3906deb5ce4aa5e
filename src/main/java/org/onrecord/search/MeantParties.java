package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.onrecord.article.PartyRef;
import org.onrecord.schema.Facet;

/**
 * Which parties are meant by an id, a short name, a full name or an alias. An id, written as it is,
 * means one party and no other; a name in any case means every party of that name that the archive
 * holds. For one question; not thread-safe.
 */
final class MeantParties {
  private final FacetAliases aliases;
  private final SearchBackend backend;
  private final Map<String, PartyRef> meant = new LinkedHashMap<>();
  private List<PartyRef> held = List.of();
  private boolean asked;

  MeantParties(FacetAliases aliases, SearchBackend backend) {
    this.aliases = aliases;
    this.backend = backend;
  }

  /** The parties that were meant so far. */
  List<PartyRef> all() {
    return List.copyOf(meant.values());
  }

  /**
   * The ids of those who are meant, at least one: what is neither a party's id nor its name stands
   * for itself.
   */
  List<String> ids(String typed) throws IOException {
    return noted(meant(typed.strip()));
  }

  /** Whether the archive has a party of this id or name. */
  boolean holds(String typed) throws IOException {
    List<String> ids = meant(typed.strip());
    return !heldWhere(party -> ids.contains(party.id())).isEmpty();
  }

  /** The ids of the archive's parties whose id or one of whose names begins so, in any case. */
  List<String> beginningWith(String start) throws IOException {
    String folded = fold(start);
    return noted(
        heldWhere(p -> fold(p.name()).startsWith(folded) || fold(p.id()).startsWith(folded)));
  }

  private List<String> meant(String typed) throws IOException {
    if (aliases.party(typed).isPresent() || !heldWhere(p -> p.id().equals(typed)).isEmpty()) {
      return List.of(typed);
    }
    Set<String> known = aliases.canonical(Facet.PARTY, typed);
    String folded = fold(typed);
    List<String> named = heldWhere(p -> known.contains(p.id()) || fold(p.name()).equals(folded));
    if (!named.isEmpty()) {
      return named;
    }
    List<String> byId = heldWhere(p -> fold(p.id()).equals(folded));
    return byId.isEmpty() ? List.copyOf(known) : byId;
  }

  private List<String> heldWhere(Predicate<PartyRef> condition) throws IOException {
    Set<String> ids = new TreeSet<>();
    for (PartyRef party : held()) {
      if (condition.test(party)) {
        ids.add(party.id());
      }
    }
    return List.copyOf(ids);
  }

  private List<PartyRef> held() throws IOException {
    if (!asked) {
      held = backend.parties();
      asked = true;
    }
    return held;
  }

  private List<String> noted(List<String> ids) throws IOException {
    for (String id : ids) {
      if (!meant.containsKey(id)) {
        meant.put(id, new PartyRef(id, name(id)));
      }
    }
    return new ArrayList<>(ids);
  }

  private String name(String id) throws IOException {
    return held().stream()
        .filter(party -> party.id().equals(id))
        .map(PartyRef::name)
        .findFirst()
        .or(() -> aliases.party(id).map(FacetAliases.KnownParty::name))
        .orElse(id);
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
