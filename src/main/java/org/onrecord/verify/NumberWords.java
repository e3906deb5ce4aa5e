package org.onrecord.verify;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** English words for whole numbers below a hundred. */
final class NumberWords {
  private static final List<String> BELOW_TWENTY =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");

  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private static final Map<String, Integer> VALUES = values();

  private NumberWords() {}

  private static Map<String, Integer> values() {
    Map<String, Integer> values =
        IntStream.range(0, BELOW_TWENTY.size())
            .boxed()
            .collect(Collectors.toMap(BELOW_TWENTY::get, i -> i));
    IntStream.range(0, TENS.size()).forEach(i -> values.put(TENS.get(i), 20 + 10 * i));
    return Map.copyOf(values);
  }

  /** The number in digits, or the word itself. */
  static String key(String word) {
    Integer value = VALUES.get(word);
    return value == null ? word : value.toString();
  }

  static boolean isTens(String word) {
    return TENS.contains(word);
  }

  static boolean isUnit(String word) {
    int value = BELOW_TWENTY.indexOf(word);
    return 0 < value && value < 10;
  }
}
