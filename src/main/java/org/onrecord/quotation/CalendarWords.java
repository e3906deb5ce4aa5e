package org.onrecord.quotation;

import java.util.Set;

/** The days of the week and the months, which have capitals and speak of nobody. */
final class CalendarWords {
  private static final Set<String> WORDS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private CalendarWords() {}

  static boolean contains(String lower) {
    return WORDS.contains(lower);
  }
}
