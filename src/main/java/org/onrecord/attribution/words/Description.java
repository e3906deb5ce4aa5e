package org.onrecord.attribution.words;

import java.util.List;
import java.util.Set;
import org.onrecord.attribution.words.Lexicon.Role;
import org.onrecord.attribution.words.Lexicon.RoleKind;
import org.onrecord.registry.Gender;

/**
 * A role that the text gives somebody: "former prime minister", "Khan's adviser on international
 * affairs".
 *
 * @param role the noun
 * @param former whether the text says former, ex- or then-
 * @param modifiers the other words of it that carry meaning, in lower case: "defense", "ohio"
 */
public record Description(Role role, boolean former, Set<String> modifiers) {
  /** What whoever is at the head of something is called besides the office. */
  private static final Set<String> GENERAL = Set.of("leader", "chief", "head", "boss", "supremo");

  /** Offices in something that are not at its head. */
  private static final Set<String> UNDER =
      Set.of("spokesman", "spokeswoman", "spokesperson", "member", "lawmaker", "candidate", "mp");

  public Description {
    modifiers = Set.copyOf(modifiers);
  }

  /** What a noun says that is no role of the lexicon's. */
  public static Description of(String noun) {
    return new Description(new Role("", Gender.UNKNOWN, RoleKind.WORK), false, Set.of(noun));
  }

  /** How well another description could mean the same: 0 for not at all. */
  public int likeness(Description other) {
    int common = (int) modifiers.stream().filter(other.modifiers::contains).count();
    List<String> own = List.of(role.name().split(" "));
    int told = common + (int) own.stream().filter(other.modifiers::contains).count();
    boolean heads =
        GENERAL.contains(other.role.name())
            && role.kind() == RoleKind.OFFICE
            && !UNDER.contains(role.name());
    boolean same = role.name().equals(other.role.name());
    boolean inner =
        (" " + role.name()).endsWith(" " + other.role.name())
            || (" " + other.role.name()).endsWith(" " + role.name());
    if (!same && !inner) {
      return heads && told > 0 ? 1 + 2 * told + (former == other.former ? 1 : 0) : 0;
    }
    return (same ? 4 : 2) + 2 * common + (former == other.former ? 1 : 0);
  }
}
