package org.onrecord.attribution;

import java.util.Set;
import org.onrecord.attribution.Lexicon.Role;

/**
 * A role that the text gives somebody: "former prime minister", "Khan's adviser on international
 * affairs".
 *
 * @param role the noun
 * @param former whether the text says former, ex- or then-
 * @param modifiers the other words of it that carry meaning, in lower case: "defense", "ohio"
 */
record Description(Role role, boolean former, Set<String> modifiers) {
  Description {
    modifiers = Set.copyOf(modifiers);
  }

  /** How well another description could mean the same: 0 for not at all. */
  int likeness(Description other) {
    boolean same = role.name().equals(other.role.name());
    boolean inner =
        (" " + role.name()).endsWith(" " + other.role.name())
            || (" " + other.role.name()).endsWith(" " + role.name());
    if (!same && !inner) {
      return 0;
    }
    int common = (int) modifiers.stream().filter(other.modifiers::contains).count();
    return (same ? 4 : 2) + 2 * common + (former == other.former ? 1 : 0);
  }
}
