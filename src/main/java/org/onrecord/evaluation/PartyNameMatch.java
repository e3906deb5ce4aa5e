package org.onrecord.evaluation;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether two names of parties are one. */
final class PartyNameMatch {
  private static final Set<String> EMPTY = Set.of("party", "the", "of", "canada", "us");
  private static final Map<String, String> VARIANTS =
      NameTable.of(
          "democratic: democrat democrats dem d; republican: gop republicans r;"
              + " independent: i ind; ndp: new_democratic new_democrats;"
              + " conservative: tory tories conservatives; liberal: liberals lib;"
              + " progressive conservative: pc; dup: democratic_unionist; ukip: uk_independence");

  private PartyNameMatch() {}

  static boolean same(@Nullable String a, @Nullable String b) {
    return normal(a).equals(normal(b));
  }

  private static String normal(@Nullable String name) {
    if (name == null) {
      return "";
    }
    String words =
        PlainWords.of(PlainWords.fold(name)).stream()
            .filter(word -> !EMPTY.contains(word))
            .collect(Collectors.joining(" "));
    return VARIANTS.getOrDefault(words, words);
  }
}
