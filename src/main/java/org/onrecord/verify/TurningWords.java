package org.onrecord.verify;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which words turn what is said, or tell a quantity. */
final class TurningWords {
  private static final Set<String> NEGATIONS =
      Set.of(
          "not", "never", "no", "none", "nothing", "nobody", "neither", "nor", "without", "hardly",
          "barely", "nowhere");

  private static final Set<String> TURNS =
      Set.of(
          "but",
          "however",
          "unless",
          "except",
          "if",
          "although",
          "though",
          "yet",
          "instead",
          "only",
          "until",
          "otherwise",
          "rather");

  private static final Set<String> QUANTITIES =
      Set.of(
          "hundred",
          "hundreds",
          "thousand",
          "thousands",
          "million",
          "millions",
          "billion",
          "billions",
          "trillion",
          "trillions",
          "dozen",
          "dozens",
          "half",
          "twice",
          "double",
          "triple",
          "percent",
          "lakh",
          "crore");

  private TurningWords() {}

  /** Whether one of the two denies and the other does not. */
  static boolean isNegated(List<SpokenWord> asked, List<SpokenWord> found) {
    return denies(asked) != denies(found)
        || asked.stream()
            .anyMatch(
                word -> found.stream().anyMatch(o -> WordLikeness.isTurned(word.key(), o.key())));
  }

  private static boolean denies(List<SpokenWord> words) {
    return words.stream().filter(word -> NEGATIONS.contains(word.key())).count() % 2 == 1;
  }

  /** Whether the two tell other quantities. */
  static boolean isOtherNumber(List<SpokenWord> asked, List<SpokenWord> found) {
    boolean told =
        asked.stream().anyMatch(TurningWords::tells)
            || found.stream().anyMatch(TurningWords::tells);
    return told && !quantities(asked).equals(quantities(found));
  }

  /** A lone "one" may be anybody, and no number. */
  private static boolean tells(SpokenWord word) {
    return isQuantity(word) && !word.form().equals("one");
  }

  private static boolean isQuantity(SpokenWord word) {
    return word.isNumber()
        || QUANTITIES.contains(word.key())
        || Character.getType(word.key().codePointAt(0)) == Character.CURRENCY_SYMBOL;
  }

  private static Set<String> quantities(List<SpokenWord> words) {
    return words.stream()
        .filter(TurningWords::isQuantity)
        .map(SpokenWord::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether leaving these words out turns what is said. */
  static boolean turn(Collection<SpokenWord> words) {
    return words.stream()
        .anyMatch(word -> TURNS.contains(word.key()) || NEGATIONS.contains(word.key()));
  }
}
