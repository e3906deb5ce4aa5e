package org.onrecord.archive;

import java.util.HashSet;
import java.util.Set;
import org.onrecord.registry.NameKey;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;
import org.onrecord.registry.TransliterationKey;

/**
 * The words of people's names.
 *
 * @param words as the registry spells them, by {@link NameKey}
 * @param sounds their transliteration keys
 */
record RegistryNameWords(Set<String> words, Set<String> sounds) {
  /** A word that the registry does not spell so may still be meant, if it is as long as this. */
  private static final int SHORTEST_UNKNOWN = 6;

  static RegistryNameWords of(Registry registry) {
    Set<String> words = new HashSet<>();
    Set<String> sounds = new HashSet<>();
    for (Person person : registry.persons()) {
      for (String name : person.allNames()) {
        for (String word : NameKey.of(name).split(" ", -1)) {
          words.add(word);
          sounds.add(TransliterationKey.of(word));
        }
      }
    }
    return new RegistryNameWords(words, sounds);
  }

  boolean has(String word) {
    return words.contains(NameKey.of(word))
        || word.length() >= SHORTEST_UNKNOWN && sounds.contains(TransliterationKey.of(word));
  }
}
