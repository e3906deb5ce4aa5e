package org.onrecord.attribution.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which country, and which state or province of it, a name or an adjective of a place means, and
 * whose affairs an outlet covers without saying so. Written by hand.
 */
public final class Gazetteer {
  public static final Gazetteer ENGLISH = new Gazetteer();

  /** The longest name in words: "United States of America". */
  static final int LONGEST = 4;

  /** What a name in the tables ends with that may mean something else, too: Georgia, Washington. */
  private static final String WEAK = "?";

  private final Map<String, List<Place>> places = new HashMap<>();
  private final Map<String, List<Place>> byLower = new HashMap<>();

  /** By the first word as it is spelt, how many words the longest name has. */
  private final Map<String, Integer> longest = new HashMap<>();

  private final Map<String, String> namesOfCountries = new HashMap<>();
  private final Map<String, String> outlets = new HashMap<>();

  /**
   * What a name means.
   *
   * @param country ISO 3166 two-letter code
   * @param region the state or province, null where it is none or not told
   * @param weak whether the name is as likely something else: a surname, a place elsewhere
   */
  public record Place(String country, @Nullable String region, boolean weak) {}

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
        outlets.put(name.contains(" (") ? Lexicon.lower(name) : outletKey(name), row[0]);
      }
    }
  }

  private void add(String country, @Nullable String region, String name) {
    if (!name.isEmpty()) {
      Place place = new Place(country, region, name.endsWith(WEAK));
      String plain = withoutMark(name);
      places.computeIfAbsent(plain, n -> new ArrayList<>()).add(place);
      String[] words = plain.split(" ");
      longest.merge(words[0], Math.min(words.length, LONGEST), Math::max);
      byLower.computeIfAbsent(Lexicon.lower(plain), n -> new ArrayList<>()).add(place);
    }
  }

  private static String withoutMark(String name) {
    return name.endsWith(WEAK) ? name.substring(0, name.length() - 1) : name;
  }

  /** What some words mean, spelt as they are; empty where they name no place. */
  public List<Place> places(String words) {
    return places.getOrDefault(words, List.of());
  }

  /** How many words, up to {@link #LONGEST}, the longest name has that begins with a word. */
  public int longest(String word) {
    return longest.getOrDefault(word, 0);
  }

  /** The countries that words in small letters surely mean: "ukrainian", "us". */
  public Set<String> countriesOfAdjectives(Collection<String> words) {
    Set<String> countries = new TreeSet<>();
    for (String word : words) {
      for (Place place : byLower.getOrDefault(word, List.of())) {
        if (!place.weak()) {
          countries.add(place.country());
        }
      }
    }
    return countries;
  }

  /** The country whose affairs an outlet covers. */
  public Optional<String> countryOfOutlet(String outlet) {
    return Optional.ofNullable(outlets.get(Lexicon.lower(outlet).strip()))
        .or(() -> Optional.ofNullable(outlets.get(outletKey(outlet))));
  }

  /** "The New York Times - Opinion" and "New York Times" are one, as "NPR Online News" and NPR. */
  private static String outletKey(String outlet) {
    String key = Lexicon.lower(outlet).strip();
    for (String mark : List.of(" - ", " (", " online")) {
      int at = key.indexOf(mark);
      key = at > 0 ? key.substring(0, at) : key;
    }
    key = key.startsWith("the ") ? key.substring(4) : key;
    return key.endsWith(" news") ? key.substring(0, key.length() - 5) : key;
  }

  /** Whether words in small letters name a country, "the united states". */
  public boolean isCountry(String lower) {
    String name = lower.startsWith("the ") ? lower.substring(4) : lower;
    return byLower.getOrDefault(name, List.of()).stream().anyMatch(p -> p.region() == null);
  }

  /** A country's usual name: "United States". */
  public Optional<String> nameOf(String country) {
    return Optional.ofNullable(namesOfCountries.get(country));
  }
}
