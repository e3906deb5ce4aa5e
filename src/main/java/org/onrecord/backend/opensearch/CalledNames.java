package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerRef;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.people.Names;

/**
 * For which names others stand everywhere, by what was decided: worked out once until more is. Safe
 * for use by several threads.
 */
final class CalledNames {
  private @Nullable Names names;
  private Map<String, String> called = Map.of();

  /** Everybody as the archive has them. */
  @FunctionalInterface
  interface Lying {
    List<ArchivedPerson> people() throws IOException;
  }

  /** The name that one stands for; itself where that is so of nobody, or not of all. */
  synchronized String of(String name, Names now, Lying lying) throws IOException {
    if (now.isEmpty()) {
      return name;
    }
    if (names != now) {
      called = called(now, lying.people());
      names = now;
    }
    return called.getOrDefault(FacetFields.fold(name), name);
  }

  private static Map<String, String> called(Names now, List<ArchivedPerson> people) {
    Map<String, Set<String>> becomes = new HashMap<>();
    for (ArchivedPerson person : people) {
      for (String name : person.names()) {
        Set<String> all = becomes.computeIfAbsent(FacetFields.fold(name), _ -> new HashSet<>());
        SpeakerRef lying = new SpeakerRef(name, person.id(), person.who().type());
        now.readings(person.id())
            .forEach(
                reading ->
                    all.add(
                        reading.itself()
                            ? name
                            : reading
                                .who()
                                .or(() -> now.of(lying))
                                .map(SpeakerRef::name)
                                .orElse("")));
      }
    }
    Map<String, String> called = new HashMap<>();
    becomes.forEach(
        (key, all) -> {
          String one = all.iterator().next();
          if (all.size() == 1 && !one.isEmpty() && !FacetFields.fold(one).equals(key)) {
            called.put(key, one);
          }
        });
    return called;
  }
}
