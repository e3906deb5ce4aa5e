package org.onrecord.archive;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.onrecord.registry.Party;
import org.onrecord.registry.Registry;

/**
 * The ways in which the short names of parties are parted: PML-N is PML N and PMLN.
 *
 * @param writings by the letters alone, in small ones
 */
record PartyLetters(Map<String, Set<String>> writings) {
  /** A longer name is no abbreviation. */
  private static final int LONGEST = 8;

  static PartyLetters of(Registry registry) {
    Map<String, Set<String>> writings = new HashMap<>();
    for (Party party : registry.parties()) {
      String name = party.name();
      String letters = letters(name);
      boolean parted = letters.length() < name.length() && letters.length() <= LONGEST;
      if (parted && name.equals(name.toUpperCase(Locale.ROOT))) {
        Set<String> all = writings.computeIfAbsent(letters, l -> new LinkedHashSet<>());
        all.add(name);
        all.add(letters.toUpperCase(Locale.ROOT));
      }
    }
    return new PartyLetters(writings);
  }

  /** The other writings of an abbreviation; none of what is no party's. */
  Set<String> of(String name) {
    Set<String> others = new LinkedHashSet<>(writings.getOrDefault(letters(name), Set.of()));
    others.removeIf(name::equalsIgnoreCase);
    return others;
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
