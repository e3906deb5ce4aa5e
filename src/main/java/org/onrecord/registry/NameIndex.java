package org.onrecord.registry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Things by name: by exact key first, and only where that finds nothing without regard to middle
 * initials, then by variant key. Filled once, then only read.
 */
final class NameIndex<T> {

  /** One thing under one of its names. */
  record Entry<T>(T thing, String spelling) {}

  /** What was found, and by which key. */
  record Found<T>(List<Entry<T>> entries, NameMatch.Kind kind) {}

  private final Map<String, Map<String, Entry<T>>> exact = new HashMap<>();
  private final Map<String, Map<String, Entry<T>>> withoutInitials = new HashMap<>();
  private final Map<String, Map<String, Entry<T>>> variant = new HashMap<>();
  private final Function<T, String> idOf;

  NameIndex(Function<T, String> idOf) {
    this.idOf = idOf;
  }

  /**
   * Files a thing under some words of a spelling; of two spellings with one key the first stays.
   */
  void add(T thing, String words, String spelling) {
    Entry<T> entry = new Entry<>(thing, spelling);
    List<String> split = NameKey.words(words);
    put(exact, String.join(" ", split), entry);
    put(withoutInitials, String.join(" ", TransliterationKey.withoutInitials(split)), entry);
    put(variant, TransliterationKey.of(split), entry);
  }

  private void put(Map<String, Map<String, Entry<T>>> map, String key, Entry<T> entry) {
    if (!key.isEmpty()) {
      map.computeIfAbsent(key, k -> new LinkedHashMap<>())
          .putIfAbsent(idOf.apply(entry.thing()), entry);
    }
  }

  Found<T> find(String words, Spellings spellings) {
    List<String> split = NameKey.words(words);
    Map<String, Entry<T>> found = exact.getOrDefault(String.join(" ", split), Map.of());
    if (!found.isEmpty()) {
      return new Found<>(List.copyOf(found.values()), NameMatch.Kind.EXACT);
    }
    String plain = String.join(" ", TransliterationKey.withoutInitials(split));
    found = withoutInitials.getOrDefault(plain, Map.of());
    if (found.isEmpty() && spellings == Spellings.VARIANTS) {
      found = variant.getOrDefault(TransliterationKey.of(split), Map.of());
    }
    return new Found<>(List.copyOf(found.values()), NameMatch.Kind.VARIANT);
  }
}
