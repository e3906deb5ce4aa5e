package org.onrecord.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parties by name, in two ways: as a text writes them ({@link PartyName} says how), and as somebody
 * asks for them, who need not care for case. Safe for several threads.
 */
final class PartyNames {
  /** A word for several must be so long to be recognised by how it sounds: "Shivsena". */
  private static final int SHORTEST_JOINED = 7;

  /** What was found, each party once, in the registry's order, and how. */
  record Found(List<PartyName> names, NameMatch.Kind kind) {
    static final Found NOTHING = new Found(List.of(), NameMatch.Kind.VARIANT);
  }

  private final Map<String, List<PartyName>> byLetters = new HashMap<>();
  private final Map<String, List<PartyName>> byWords = new HashMap<>();
  private final Map<String, List<PartyName>> asked = new HashMap<>();
  private final List<PartyName> parted = new ArrayList<>();
  private final Map<String, Integer> order = new HashMap<>();
  private volatile @Nullable Variants variants;

  /** Names of several words, without middle initials and by sound. */
  private record Variants(
      Map<String, List<PartyName>> plain, Map<String, List<PartyName>> sounds) {}

  PartyNames(Collection<Party> parties) {
    for (Party party : parties) {
      order.put(party.id(), order.size());
      for (String name : party.allNames()) {
        file(PartyName.of(party, name));
      }
    }
  }

  private void file(PartyName name) {
    String key = NameKey.of(name.spelling());
    put(asked, key, name);
    if (name.isExact()) {
      String letters = PartyName.letters(name.spelling());
      put(byLetters, letters, name);
      put(asked, PartyName.smallLetters(name.spelling()), name);
      if (name.shape() == PartyName.Shape.ACRONYM) {
        put(byLetters, letters.toUpperCase(Locale.ROOT), name);
      }
    } else {
      put(byWords, key, name);
    }
    if (name.hasVariants()) {
      parted.add(name);
    }
  }

  /** The parties that a text means by these words. */
  Found written(String text, Spellings wanted) {
    List<PartyName> exact = new ArrayList<>();
    String letters = PartyName.letters(text);
    for (PartyName name : byLetters.getOrDefault(letters, List.of())) {
      if (name.isPartedAsIn(text)) {
        exact.add(name);
      }
    }
    List<String> words = NameKey.words(text);
    String key = String.join(" ", words);
    addAllowed(byWords, key, text, exact);
    if (!exact.isEmpty()) {
      return found(exact, NameMatch.Kind.EXACT);
    }
    return variant(words, text, wanted);
  }

  private Found variant(List<String> words, String text, Spellings wanted) {
    if (words.size() < 2 && letterCount(words) < SHORTEST_JOINED) {
      return Found.NOTHING;
    }
    List<PartyName> found = new ArrayList<>();
    Variants others = variants();
    String plain = String.join(" ", TransliterationKey.withoutInitials(words));
    addAllowed(others.plain(), plain, text, found);
    if (found.isEmpty() && wanted == Spellings.VARIANTS) {
      addAllowed(others.sounds(), TransliterationKey.of(words), text, found);
    }
    return found(found, NameMatch.Kind.VARIANT);
  }

  /** The parties that somebody asks for by this name, in any case. */
  Found asked(String text, Spellings wanted) {
    List<String> words = NameKey.words(text);
    List<PartyName> exact = asked.getOrDefault(String.join(" ", words), List.of());
    if (exact.isEmpty()) {
      exact = asked.getOrDefault(PartyName.smallLetters(text), List.of());
    }
    return exact.isEmpty()
        ? variant(words, text.toUpperCase(Locale.ROOT), wanted)
        : found(exact, NameMatch.Kind.EXACT);
  }

  private static void addAllowed(
      Map<String, List<PartyName>> map, String key, String text, List<PartyName> found) {
    for (PartyName name : map.getOrDefault(key, List.of())) {
      if (name.allows(text)) {
        found.add(name);
      }
    }
  }

  private static int letterCount(List<String> words) {
    return words.stream().mapToInt(String::length).sum();
  }

  private Found found(List<PartyName> names, NameMatch.Kind kind) {
    if (names.size() < 2) {
      return new Found(List.copyOf(names), kind);
    }
    List<PartyName> ordered = new ArrayList<>(names);
    ordered.sort((a, b) -> Integer.compare(place(a), place(b)));
    List<PartyName> distinct = new ArrayList<>();
    for (PartyName name : ordered) {
      if (distinct.isEmpty() || !distinct.getLast().party().id().equals(name.party().id())) {
        distinct.add(name);
      }
    }
    return new Found(List.copyOf(distinct), kind);
  }

  private int place(PartyName name) {
    return order.getOrDefault(name.party().id(), 0);
  }

  private Variants variants() {
    Variants known = variants;
    if (known == null) {
      synchronized (this) {
        known = variants;
        if (known == null) {
          known = new Variants(new HashMap<>(), new HashMap<>());
          for (PartyName name : parted) {
            List<String> words = NameKey.words(name.spelling());
            String plain = String.join(" ", TransliterationKey.withoutInitials(words));
            put(known.plain(), plain, name);
            put(known.sounds(), TransliterationKey.of(words), name);
          }
          variants = known;
        }
      }
    }
    return known;
  }

  private static void put(Map<String, List<PartyName>> map, String key, PartyName name) {
    if (!key.isEmpty()) {
      List<PartyName> names = map.computeIfAbsent(key, k -> new ArrayList<>(1));
      if (names.isEmpty() || !names.getLast().party().id().equals(name.party().id())) {
        names.add(name);
      }
    }
  }
}
