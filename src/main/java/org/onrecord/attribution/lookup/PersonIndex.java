package org.onrecord.attribution.lookup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.registry.Membership;
import org.onrecord.registry.NameKey;
import org.onrecord.registry.Party;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;

/**
 * What is worked out once of all people of a registry: how common the words of their names are, and
 * who holds an office of which there is one. Thread-safe.
 */
public final class PersonIndex {
  /** Small registries say nothing of how common names are; they are taken for ones of this size. */
  private static final int MOST_LISTED = 20_000;

  /** So many members of a large party a large registry knows at the least. */
  private static final int LARGE = 12;

  /** One more member makes a party large for so many people in a registry. */
  private static final int PEOPLE_A_MEMBER = 1_500;

  private final Map<String, Integer> firstWords = new HashMap<>();
  private final Map<String, Integer> lastWords = new HashMap<>();
  private final Map<String, Integer> members = new HashMap<>();
  private final Map<String, List<Held>> heldByRole = new HashMap<>();
  private final int people;
  private final int large;

  /** An office that somebody held. */
  private record Held(Person person, Membership membership) {}

  public PersonIndex(Registry registry) {
    large = Math.min(LARGE, registry.persons().size() / PEOPLE_A_MEMBER);
    people = Math.max(MOST_LISTED, registry.persons().size());
    for (Person person : registry.persons()) {
      countWords(person);
      Set<String> organisations = new HashSet<>();
      for (Membership membership : person.memberships()) {
        if (organisations.add(membership.organisationId())) {
          members.merge(membership.organisationId(), 1, Integer::sum);
        }
        String role = membership.role();
        if (role != null && OfficeHolders.isSingle(role)) {
          heldByRole
              .computeIfAbsent(key(role), r -> new ArrayList<>())
              .add(new Held(person, membership));
        }
      }
    }
  }

  private void countWords(Person person) {
    String key = NameKey.of(person.name());
    firstWords.merge(firstWord(key), 1, Integer::sum);
    lastWords.merge(lastWord(key), 1, Integer::sum);
  }

  /** "President of the United States" and "president of United States" are one office. */
  private static String key(String role) {
    return Lexicon.lower(role).replace(" of the ", " of ");
  }

  private static String firstWord(String key) {
    int space = key.indexOf(' ');
    return space < 0 ? key : key.substring(0, space);
  }

  private static String lastWord(String key) {
    return key.substring(key.lastIndexOf(' ') + 1);
  }

  /** Whether the registry knows so many people of a party that its name alone means it. */
  boolean isLarge(Party party) {
    return members.getOrDefault(party.id(), 0) >= large;
  }

  /**
   * How many of as many people as the registry has would bear a full name if first and last words
   * were dealt out by chance: near 0 for Narendra Modi, near 1 for John Smith.
   */
  double expectedBearers(String name) {
    String key = NameKey.of(name);
    double first = firstWords.getOrDefault(firstWord(key), 0);
    double last = lastWords.getOrDefault(lastWord(key), 0);
    return first * last / people;
  }

  /**
   * Those who hold an office on a date, for sure: not those of whom it is only known that they did
   * before.
   *
   * @param role "Prime Minister of Pakistan", in any case
   */
  List<Person> holders(String role, LocalDate date) {
    return heldByRole.getOrDefault(key(role), List.of()).stream()
        .filter(held -> held.membership().holdsOn(date))
        .filter(
            held -> {
              LocalDate known = held.membership().lastKnown();
              return known == null || !date.isAfter(known.plusMonths(MONTHS_LATER));
            })
        .map(Held::person)
        .distinct()
        .toList();
  }

  /** So long after the last news of it an office is still taken as held, if nobody followed. */
  private static final int MONTHS_LATER = 12;
}
