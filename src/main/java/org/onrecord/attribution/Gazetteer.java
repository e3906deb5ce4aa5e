package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which country, and which state or province of it, a name or an adjective of a place means, and
 * whose affairs an outlet covers without saying so. Written by hand.
 */
final class Gazetteer {
  static final Gazetteer ENGLISH = new Gazetteer();

  /** The longest name in words: "United States of America". */
  static final int LONGEST = 4;

  /** What a name in the tables ends with that may mean something else, too: Georgia, Washington. */
  private static final String WEAK = "?";

  private final Map<String, List<Place>> places = new HashMap<>();
  private final Map<String, String> namesOfCountries = new HashMap<>();
  private final Map<String, String> outlets = new HashMap<>();

  /**
   * What a name means.
   *
   * @param country ISO 3166 two-letter code
   * @param region the state or province, null where it is none or not told
   * @param weak whether the name is as likely something else: a surname, a place elsewhere
   */
  record Place(String country, @Nullable String region, boolean weak) {}

  private Gazetteer() {
    for (String[] row : Lexicon.rows("countries.tsv")) {
      @Nullable String region = row[1].isEmpty() ? null : row[1];
      if (region == null) {
        namesOfCountries.putIfAbsent(row[0], withoutMark(row[2].split(";")[0]));
      }
      for (int column = 2; column < row.length; column++) {
        for (String name : row[column].split(";")) {
          add(row[0], region, name.strip());
        }
      }
    }
    for (String[] row : Lexicon.rows("outlets.tsv")) {
      for (String name : row[1].split(";")) {
        outlets.put(Lexicon.lower(name.strip()), row[0]);
      }
    }
  }

  private void add(String country, @Nullable String region, String name) {
    if (!name.isEmpty()) {
      boolean weak = name.endsWith(WEAK);
      places
          .computeIfAbsent(withoutMark(name), n -> new ArrayList<>())
          .add(new Place(country, region, weak));
    }
  }

  private static String withoutMark(String name) {
    return name.endsWith(WEAK) ? name.substring(0, name.length() - 1) : name;
  }

  /** What some words mean, spelt as they are; empty where they name no place. */
  List<Place> places(String words) {
    return places.getOrDefault(words, List.of());
  }

  /** The country whose affairs an outlet covers. */
  Optional<String> countryOfOutlet(String outlet) {
    return Optional.ofNullable(outlets.get(Lexicon.lower(outlet.strip())));
  }

  /** A country's usual name: "United States". */
  Optional<String> nameOf(String country) {
    return Optional.ofNullable(namesOfCountries.get(country));
  }
}
