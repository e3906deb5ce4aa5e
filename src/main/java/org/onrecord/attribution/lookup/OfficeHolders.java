package org.onrecord.attribution.lookup;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.words.Description;
import org.onrecord.attribution.words.Gazetteer;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Person;

/**
 * Who holds an office on an article's date that the article names without its holder: "the Prime
 * Minister" in an article that is about one country before all others, "the Chief Minister" where
 * it is about one of its states.
 */
public final class OfficeHolders {
  /** Offices of a country, by what the text calls them. */
  private static final Set<String> OF_COUNTRY =
      Set.of(
          "president", "vice president", "prime minister", "deputy prime minister", "chancellor");

  /** Offices of a state or province. */
  private static final Set<String> OF_REGION =
      Set.of("chief minister", "governor", "first minister", "premier");

  private final PersonIndex index;
  private final @Nullable LocalDate date;
  private final ArticleCountries countries;

  public OfficeHolders(PersonIndex index, @Nullable LocalDate date, ArticleCountries countries) {
    this.index = index;
    this.date = date;
    this.countries = countries;
  }

  /** Whether a role of the registry is an office of which a country or region has one. */
  static boolean isSingle(String role) {
    int of = role.indexOf(" of ");
    String head = of < 0 ? "" : Lexicon.lower(role.substring(0, of));
    return OF_COUNTRY.contains(head) || OF_REGION.contains(head);
  }

  /**
   * The one holder; empty where the article or the registry leaves a doubt, as where it is about
   * another country than its outlet's and names a third, or its outlet's, too.
   */
  public Optional<Identity> of(Description description) {
    Optional<String> main = countries.main();
    boolean abroad =
        main.isPresent()
            && countries.home().filter(home -> !home.equals(main.get())).isPresent()
            && countries.namesAnother(main.get());
    boolean plain = description.modifiers().isEmpty();
    return abroad && plain && OF_COUNTRY.contains(description.role().name())
        ? Optional.empty()
        : of(description, main);
  }

  /**
   * Whether "the president" without more is hardly this one: of another country than the outlet's,
   * where the article names that, too.
   *
   * @param own the countries of whoever it would be
   */
  public boolean isElsewhere(Description description, Set<String> own) {
    return description.modifiers().isEmpty()
        && OF_COUNTRY.contains(description.role().name())
        && countries.isHomeNamed()
        && countries.home().filter(home -> !own.isEmpty() && !own.contains(home)).isPresent();
  }

  /** The one holder in the outlet's country, whose own president a transcript needs not name. */
  public Optional<Identity> atHome(Description description) {
    return of(description, countries.home().or(countries::main));
  }

  private Optional<Identity> of(Description description, Optional<String> country) {
    LocalDate day = date;
    if (day == null || country.isEmpty() || description.former()) {
      return Optional.empty();
    }
    String role = description.role().name();
    List<Person> found =
        places(role, country.get(), description)
            .flatMap(place -> index.holders(role + " of " + place, day).stream())
            .distinct()
            .toList();
    if (found.size() != 1) {
      return Optional.empty();
    }
    Person holder = found.getFirst();
    NameMatch match = new NameMatch(holder, holder.name(), NameMatch.Kind.EXACT);
    return Optional.of(new Identity(match, "office and country", 0.8));
  }

  /** The place whose office it is. */
  private Stream<String> places(String role, String country, Description description) {
    if (OF_COUNTRY.contains(role) && isOf(country, description)) {
      return Gazetteer.ENGLISH.nameOf(country).stream();
    }
    boolean plain = OF_REGION.contains(role) && description.modifiers().isEmpty();
    return plain ? countries.mainRegion(country).stream() : Stream.empty();
  }

  /** Whether the modifiers name no other country: "the US president". */
  private static boolean isOf(String country, Description description) {
    return description.modifiers().isEmpty()
        || Gazetteer.ENGLISH.countriesOfAdjectives(description.modifiers()).equals(Set.of(country));
  }
}
