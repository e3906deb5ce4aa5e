package org.onrecord.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom an analysis knows beside those whom OnRecord knows, and whom it prefers.
 *
 * @param files of people and parties, a later one over an earlier
 * @param countries two-letter codes: of several of one name those of these countries are meant;
 *     empty for no preference
 */
public record RegistryChoice(List<Path> files, Set<String> countries) {
  /** Nobody else, and no preference. */
  public static final RegistryChoice NONE = new RegistryChoice(List.of(), Set.of());

  private static final String COUNTRIES = "countries=";

  public RegistryChoice {
    files = List.copyOf(files);
    countries = Set.copyOf(countries);
  }

  /**
   * What the values of {@code --registry} say: each is a file, or {@code countries=PK,IN}.
   *
   * @throws IllegalArgumentException if a country is none; the message says which
   */
  public static RegistryChoice of(List<String> values) {
    List<Path> files = new ArrayList<>();
    Set<String> countries = new TreeSet<>();
    for (String value : values) {
      String stripped = value.strip();
      if (stripped.startsWith(COUNTRIES)) {
        for (String code : stripped.substring(COUNTRIES.length()).split(",", -1)) {
          countries.add(country(code));
        }
      } else if (!stripped.isEmpty()) {
        files.add(Path.of(stripped));
      }
    }
    return new RegistryChoice(files, countries);
  }

  private static String country(String code) {
    String country = code.strip().toUpperCase(Locale.ROOT);
    if (!country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "--registry countries= takes two-letter codes such as PK,IN, not '" + code.strip() + "'");
    }
    return country;
  }
}
