package org.onrecord.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.registry.NameKey;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Organisation;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;

/**
 * Whom an editor can mean, by an id or a name: those of the archive, then those of the registry.
 */
final class People {
  private static final int SIMILAR = 5;
  private static final int SHORTEST_PREFIX = 3;

  private final Map<String, ArchivedPerson> archived = new LinkedHashMap<>();
  private final Map<String, SpeakerRef> decided = new LinkedHashMap<>();
  private final Names names;
  private final Supplier<Registry> registry;

  People(List<ArchivedPerson> archived, PeopleHistory history, Supplier<Registry> registry) {
    archived.forEach(one -> this.archived.put(one.id(), one));
    this.names = history.names();
    this.registry = registry;
    for (Decided each : history.decisions()) {
      if (each.decision() instanceof NameDecision.Part part && history.holds(each)) {
        decided.put(Objects.requireNonNull(part.other().id()), part.other());
      }
    }
  }

  /**
   * Who is meant by an id or a name, as the archive has them before anything is decided.
   *
   * @throws RefusedDecisionException if nobody is, or several are; the message says who may be
   */
  SpeakerRef meant(String typed) throws RefusedDecisionException {
    String asked = typed.strip();
    if (asked.isEmpty()) {
      throw new RefusedDecisionException(
          RefusedDecisionException.Reason.INVALID, "who is meant? Give an id or a name");
    }
    Optional<SpeakerRef> byId = byId(asked);
    if (byId.isPresent()) {
      return byId.get();
    }
    List<SpeakerRef> named = named(asked);
    if (named.size() == 1) {
      return named.getFirst();
    }
    if (named.size() > 1) {
      throw new RefusedDecisionException(
          "several are called %s: say which by its id, %s"
              .formatted(asked, String.join(" or ", named.stream().map(People::id).toList())));
    }
    List<String> similar = similar(asked);
    throw new RefusedDecisionException(
        RefusedDecisionException.Reason.UNKNOWN,
        "nobody in this archive has the id or the name "
            + asked
            + (similar.isEmpty()
                ? ": \"onrecord people list\" lists everybody"
                : "; similar: " + String.join(", ", similar)));
  }

  /** Who has an id. */
  Optional<SpeakerRef> byId(String id) {
    ArchivedPerson found = archived.get(id);
    if (found != null) {
      return Optional.of(found.who());
    }
    return Optional.ofNullable(decided.get(id)).or(() -> registered(id));
  }

  private Optional<SpeakerRef> registered(String id) {
    return registry
        .get()
        .person(id)
        .map(person -> new SpeakerRef(person.name(), id, SpeakerType.PERSON))
        .or(
            () ->
                registry
                    .get()
                    .organisation(id)
                    .map(Organisation::name)
                    .map(name -> new SpeakerRef(name, id, SpeakerType.ORGANISATION)));
  }

  private List<SpeakerRef> named(String name) {
    String folded = folded(name);
    Map<String, SpeakerRef> found = new LinkedHashMap<>();
    for (ArchivedPerson person : archived.values()) {
      if (person.names().stream().anyMatch(own -> folded(own).equals(folded))) {
        found.put(person.id(), person.who());
      }
    }
    if (found.isEmpty()) {
      for (ArchivedPerson person : archived.values()) {
        Optional<SpeakerRef> now = names.of(person.who());
        if (now.isPresent() && folded(now.get().name()).equals(folded)) {
          byId(id(now.get())).ifPresent(who -> found.put(id(who), who));
        }
      }
    }
    if (found.isEmpty()) {
      registry.get().named(name).stream()
          .filter(match -> match.kind() == NameMatch.Kind.EXACT)
          .map(NameMatch::person)
          .forEach(person -> found.put(person.id(), ref(person)));
    }
    return List.copyOf(found.values());
  }

  private static SpeakerRef ref(Person person) {
    return new SpeakerRef(person.name(), person.id(), SpeakerType.PERSON);
  }

  /** Who is called so now, but for one and those who count as that. */
  Optional<SpeakerRef> otherCalled(String name, SpeakerRef but) {
    String folded = folded(name);
    String own = id(names.of(but).orElse(but));
    for (ArchivedPerson person : archived.values()) {
      Optional<SpeakerRef> now = names.of(person.who());
      if (now.isPresent()
          && folded(now.get().name()).equals(folded)
          && !id(now.get()).equals(own)) {
        return now;
      }
    }
    return Optional.empty();
  }

  /**
   * Somebody whom the archive need not have yet.
   *
   * @throws RefusedDecisionException if several are called so
   * @throws IllegalArgumentException if it can be no name
   */
  SpeakerRef meantOrNew(String typed, SpeakerType type) throws RefusedDecisionException {
    Optional<SpeakerRef> byId = byId(typed.strip());
    if (byId.isPresent()) {
      return byId.get();
    }
    List<SpeakerRef> named = named(typed);
    if (named.size() > 1) {
      return meant(typed);
    }
    if (named.size() == 1) {
      return named.getFirst();
    }
    NameRules.check(typed.strip());
    return new SpeakerRef(typed.strip(), NameKey.of(typed).replace(' ', '-'), type);
  }

  /** The ids of those with a name like this, the most alike first. */
  private List<String> similar(String asked) {
    record Scored(String id, double alike) {}
    Set<String> pairs = pairs(asked);
    String key = NameKey.of(asked);
    List<Scored> scored = new ArrayList<>();
    for (ArchivedPerson person : archived.values()) {
      double best = alike(pairs, pairs(person.id()));
      for (String name : person.names()) {
        best = Math.max(best, alike(pairs, pairs(name)));
        boolean word = (" " + NameKey.of(name) + " ").contains(" " + key + " ");
        best = Math.max(best, word && key.length() >= SHORTEST_PREFIX ? 0.75 : 0);
      }
      if (best >= 0.5) {
        scored.add(new Scored(person.who().name() + " (" + person.id() + ")", best));
      }
    }
    scored.sort((one, other) -> Double.compare(other.alike(), one.alike()));
    return scored.stream().map(Scored::id).distinct().limit(SIMILAR).toList();
  }

  private static double alike(Set<String> one, Set<String> other) {
    Set<String> shared = new HashSet<>(one);
    shared.retainAll(other);
    return one.isEmpty() || other.isEmpty() ? 0 : 2.0 * shared.size() / (one.size() + other.size());
  }

  private static Set<String> pairs(String name) {
    String key = " " + NameKey.of(name.replace('-', ' ')) + " ";
    Set<String> pairs = new LinkedHashSet<>();
    for (int i = 0; i + 2 <= key.length(); i++) {
      pairs.add(key.substring(i, i + 2));
    }
    return pairs;
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static String id(SpeakerRef who) {
    return Objects.requireNonNull(who.id());
  }
}
