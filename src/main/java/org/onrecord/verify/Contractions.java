package org.onrecord.verify;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** English words that are two in one: {@code don't} is {@code do} and {@code n't}. */
final class Contractions {
  private static final Map<String, List<String>> WHOLE =
      Map.of(
          "can't", List.of("can", "n't"),
          "cannot", List.of("can", "not"),
          "won't", List.of("wo", "n't"),
          "shan't", List.of("sha", "n't"),
          "ain't", List.of("ai", "n't"),
          "gonna", List.of("gon", "na"),
          "wanna", List.of("wan", "na"),
          "gotta", List.of("got", "ta"));

  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("n't", "not"),
          Map.entry("wo", "will"),
          Map.entry("sha", "shall"),
          Map.entry("ai", "is"),
          Map.entry("gon", "going"),
          Map.entry("wan", "want"),
          Map.entry("na", "to"),
          Map.entry("ta", "to"),
          Map.entry("'re", "are"),
          Map.entry("'ve", "have"),
          Map.entry("'ll", "will"),
          Map.entry("'m", "am"),
          Map.entry("'s", "is"),
          Map.entry("'d", "would"));

  /** After these an {@code 's} is a verb; after other words it is mostly a possessor's. */
  private static final Set<String> BEFORE_VERB =
      Set.of(
          "it",
          "that",
          "he",
          "she",
          "what",
          "there",
          "here",
          "who",
          "where",
          "how",
          "let",
          "when",
          "this",
          "everybody",
          "everyone",
          "nobody",
          "somebody",
          "someone");

  private static final List<String> ENDINGS = List.of("n't", "'re", "'ve", "'ll", "'m", "'d");

  private Contractions() {}

  /** The words that a folded word is; itself where it is one. */
  static List<String> parts(String word) {
    List<String> whole = WHOLE.get(word);
    if (whole != null) {
      return whole;
    }
    if (word.indexOf('\'') < 0) {
      return List.of(word);
    }
    for (String ending : ENDINGS) {
      if (word.length() > ending.length() && word.endsWith(ending)) {
        return List.of(word.substring(0, word.length() - ending.length()), ending);
      }
    }
    if (word.endsWith("'s") && BEFORE_VERB.contains(word.substring(0, word.length() - 2))) {
      return List.of(word.substring(0, word.length() - 2), "'s");
    }
    return List.of(word);
  }

  /** What a part means; the mark of a possessor is dropped. */
  static String key(String part, boolean contracted) {
    return contracted ? KEYS.getOrDefault(part, part) : part.replace("'", "");
  }

  /** Whether a part, which may be short for several words, may be short for this one. */
  static boolean mayBe(String form, String key) {
    return switch (form) {
      case "s" -> key.equals("has") || key.equals("us");
      case "d" -> key.equals("had");
      default -> false;
    };
  }
}
