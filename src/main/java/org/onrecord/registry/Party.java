package org.onrecord.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A political party.
 *
 * @param id unique among organisations and parties, {@code pti}, {@code us-democratic}
 * @param name the short name that facets show, "PTI", "Democratic"; need not be unique: many
 *     countries have a Labour
 * @param fullName "Pakistan Tehreek-e-Insaf"; the short name where no longer one is known
 * @param aliases other names and adjectives: "GOP", "Tories", "Democrats"
 * @param formerNames what it was called before, with when
 * @param country ISO 3166 two-letter code, or null where it is not known
 * @param period from its founding to its dissolution
 * @param mergedInto the id of the party that it became part of, or null
 * @param colour its usual one, {@code #00a651}, or null
 */
public record Party(
    String id,
    String name,
    String fullName,
    List<String> aliases,
    List<DatedName> formerNames,
    @Nullable String country,
    DatePeriod period,
    @Nullable String mergedInto,
    @Nullable String colour) {
  public Party {
    if (id.isBlank() || name.isBlank() || fullName.isBlank()) {
      throw new IllegalArgumentException("a party has an id, a name and a full name");
    }
    if (colour != null && !isColour(colour)) {
      throw new IllegalArgumentException("colour " + colour + " is not like #00a651");
    }
    aliases = List.copyOf(aliases);
    formerNames = List.copyOf(formerNames);
  }

  /** A party without colour that is part of no other. */
  public Party(
      String id,
      String name,
      String fullName,
      List<String> aliases,
      List<DatedName> formerNames,
      @Nullable String country,
      DatePeriod period) {
    this(id, name, fullName, aliases, formerNames, country, period, null, null);
  }

  /** A party of which little is known. */
  public static Party of(String id, String name, @Nullable String country) {
    return new Party(id, name, name, List.of(), List.of(), country, DatePeriod.ALWAYS);
  }

  /** The short name it bore on a day: the former name whose period holds it, else today's. */
  public String nameOn(LocalDate date) {
    return formerNames.stream()
        .filter(former -> former.period().contains(date))
        .map(DatedName::name)
        .findFirst()
        .orElse(name);
  }

  /** Every name it can be looked up by: short, full, aliases, former. */
  List<String> allNames() {
    List<String> names = new ArrayList<>();
    names.add(name);
    names.add(fullName);
    names.addAll(aliases);
    formerNames.forEach(former -> names.add(former.name()));
    return names;
  }

  private static boolean isColour(String text) {
    return text.length() == 7
        && text.charAt(0) == '#'
        && text.chars().skip(1).allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
  }
}
