package org.onrecord.cli.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.registry.NameKey;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;

/**
 * The names that somebody may have meant who mistyped one: those with most pairs of letters alike.
 */
final class SimilarNames {
  /** Less alike than so (Dice's coefficient) is another name. */
  private static final double LEAST = 0.5;

  private SimilarNames() {}

  private record Scored(String name, double alike) {}

  /** At most so many, the most alike first. */
  static List<String> of(Registry registry, String name, int most) {
    Set<String> asked = pairs(name);
    List<Scored> scored = new ArrayList<>();
    for (Person person : registry.persons()) {
      double best = 0;
      for (String own : person.allNames()) {
        best = Math.max(best, alike(asked, pairs(own)));
      }
      if (best >= LEAST) {
        scored.add(new Scored(person.name(), best));
      }
    }
    scored.sort(Comparator.comparingDouble(Scored::alike).reversed());
    return scored.stream().map(Scored::name).distinct().limit(most).toList();
  }

  private static double alike(Set<String> one, Set<String> other) {
    int shared = 0;
    for (String pair : other) {
      if (one.contains(pair)) {
        shared++;
      }
    }
    return one.isEmpty() || other.isEmpty() ? 0 : 2.0 * shared / (one.size() + other.size());
  }

  private static Set<String> pairs(String name) {
    String key = " " + NameKey.of(name) + " ";
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= key.length(); i++) {
      pairs.add(key.substring(i, i + 2));
    }
    return pairs;
  }
}
