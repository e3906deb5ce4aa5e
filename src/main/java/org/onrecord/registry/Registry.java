package org.onrecord.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The people, parties and organisations that OnRecord knows. Immutable and safe for use by several
 * threads.
 *
 * <p>Where a question has a date, it is the article's; null stands for an article without date, to
 * which the answer is only what held at any time. Nothing is guessed: what the registry does not
 * say is empty.
 */
public final class Registry {
  private final Map<String, Person> persons;
  private final Map<String, Party> parties;
  private final Map<String, Organisation> organisations;
  private final NameIndex<Person> personsByName;
  private final NameIndex<Person> personsBySurname;
  private final NameIndex<Party> partiesByName;
  private final Spellings spellings;

  /**
   * A registry of these, in this order.
   *
   * @throws IllegalArgumentException if an id occurs twice or a membership names what is not there
   */
  public Registry(
      Collection<Person> persons,
      Collection<Party> parties,
      Collection<Organisation> organisations) {
    this.persons = byId(persons, Person::id);
    this.parties = byId(parties, Party::id);
    this.organisations = byId(organisations, Organisation::id);
    this.personsByName = new NameIndex<>(Person::id);
    this.personsBySurname = new NameIndex<>(Person::id);
    this.partiesByName = new NameIndex<>(Party::id);
    this.spellings = Spellings.VARIANTS;
    requireResolved();
    parties.forEach(p -> p.allNames().forEach(name -> partiesByName.add(p, name, name)));
    persons.forEach(this::indexNames);
  }

  private Registry(Registry other, Spellings spellings) {
    this.persons = other.persons;
    this.parties = other.parties;
    this.organisations = other.organisations;
    this.personsByName = other.personsByName;
    this.personsBySurname = other.personsBySurname;
    this.partiesByName = other.partiesByName;
    this.spellings = spellings;
  }

  /** The same people and parties, found by these spellings of their names. */
  public Registry finding(Spellings wanted) {
    return wanted == spellings ? this : new Registry(this, wanted);
  }

  /** Which spellings of a name are looked for; variants too unless it was said otherwise. */
  public Spellings spellings() {
    return spellings;
  }

  /** A registry that knows nobody. */
  public static Registry empty() {
    return new Registry(List.of(), List.of(), List.of());
  }

  /** Everybody, in the registry's order. */
  public Collection<Person> persons() {
    return persons.values();
  }

  /** Every party, in the registry's order. */
  public Collection<Party> parties() {
    return parties.values();
  }

  /** Every organisation that is no party, in the registry's order. */
  public Collection<Organisation> organisations() {
    return organisations.values();
  }

  public Optional<Person> person(String id) {
    return Optional.ofNullable(persons.get(id));
  }

  public Optional<Party> partyById(String id) {
    return Optional.ofNullable(parties.get(id));
  }

  public Optional<Organisation> organisation(String id) {
    return Optional.ofNullable(organisations.get(id));
  }

  /**
   * Everybody of this name: those with the name or an alias equal to it but for case, accents, dots
   * and hyphens; where there is nobody, those with it but for middle initials, else, if such are
   * looked for, with a variant of it. Titles belong cut off before.
   */
  public List<NameMatch> named(String name) {
    return matches(personsByName.find(name, spellings));
  }

  /**
   * Everybody with a name or alias that ends in these words, as in {@link #named}: "Khan", "Duncan
   * Smith"; a name of one word ("Bilawal") is its own surname.
   */
  public List<NameMatch> bySurname(String surname) {
    return matches(personsBySurname.find(surname, spellings));
  }

  /**
   * The one party of this id, short name, full name or alias in any case or transliteration; empty
   * where several countries have one of this name, unless the id decides.
   */
  public Optional<Party> party(String nameOrAlias) {
    List<Party> found = parties(nameOrAlias);
    return found.size() == 1 ? Optional.of(found.getFirst()) : partyById(nameOrAlias);
  }

  /** The one party of this name in a country, an ISO 3166 two-letter code in any case. */
  public Optional<Party> party(String nameOrAlias, String country) {
    List<Party> found =
        parties(nameOrAlias).stream()
            .filter(party -> country.equalsIgnoreCase(party.country()))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Every party of this short name, full name or alias, of any country. */
  public List<Party> parties(String nameOrAlias) {
    return partiesByName.find(nameOrAlias, spellings).entries().stream()
        .map(NameIndex.Entry::thing)
        .toList();
  }

  /** Every party of this name as in {@link #parties(String)}, and by which spelling. */
  public List<PartyMatch> partiesNamed(String nameOrAlias) {
    NameIndex.Found<Party> found = partiesByName.find(nameOrAlias, spellings);
    return found.entries().stream()
        .map(entry -> new PartyMatch(entry.thing(), entry.spelling(), found.kind()))
        .toList();
  }

  /**
   * The parties a person belongs to on a date; several at once are possible. A party that was
   * dissolved, or merged into another, has no members afterwards. Without date: those that hold
   * over all of the person's party memberships, as the only party that somebody ever had does.
   */
  public List<Party> partiesOf(Person person, @Nullable LocalDate date) {
    if (date == null) {
      List<Membership> all = partyMemberships(person);
      return partiesWhere(person, m -> all.stream().allMatch(other -> holdsOver(m, other)));
    }
    return partiesWhere(
        person, m -> m.period().contains(date) && !isDissolved(m.organisationId(), date));
  }

  /**
   * The parties a person had left by a date and does not belong to on it, in the order of the
   * person's memberships; without date none. Where there are several, a text that says "former" or
   * "ex-" names the one it means.
   */
  public List<Party> formerPartiesOf(Person person, @Nullable LocalDate date) {
    if (date == null) {
      return List.of();
    }
    List<Party> current = partiesOf(person, date);
    return partiesWhere(
            person, m -> m.period().endedBefore(date) || isDissolved(m.organisationId(), date))
        .stream()
        .filter(party -> !current.contains(party))
        .toList();
  }

  /**
   * The offices a person holds on a date, in government, parliament or party; without date none.
   */
  public List<Office> officesOf(Person person, @Nullable LocalDate date) {
    return date == null ? List.of() : officesWhere(person, m -> m.period().contains(date));
  }

  /** The offices a person held before a date and no longer holds on it; without date none. */
  public List<Office> formerOfficesOf(Person person, @Nullable LocalDate date) {
    if (date == null) {
      return List.of();
    }
    List<String> current = officesOf(person, date).stream().map(Office::role).toList();
    return officesWhere(person, m -> m.period().endedBefore(date)).stream()
        .filter(office -> !current.contains(office.role()))
        .toList();
  }

  /** Every office a person held, holds or is to hold. */
  public List<Office> allOfficesOf(Person person) {
    return officesWhere(person, m -> true);
  }

  private List<Party> partiesWhere(Person person, Predicate<Membership> condition) {
    return partyMemberships(person).stream()
        .filter(condition)
        .map(m -> partyById(m.organisationId()).orElseThrow())
        .distinct()
        .toList();
  }

  private boolean isDissolved(String partyId, LocalDate date) {
    Party party = parties.get(partyId);
    return party != null && party.period().endedBefore(date);
  }

  private List<Membership> partyMemberships(Person person) {
    return person.memberships().stream()
        .filter(m -> parties.containsKey(m.organisationId()))
        .toList();
  }

  private static boolean holdsOver(Membership membership, Membership other) {
    return membership.organisationId().equals(other.organisationId())
        || membership.period().encloses(other.period());
  }

  private static List<Office> officesWhere(Person person, Predicate<Membership> condition) {
    return person.memberships().stream()
        .filter(condition)
        .flatMap(m -> m.office().stream())
        .toList();
  }

  private static List<NameMatch> matches(NameIndex.Found<Person> found) {
    return found.entries().stream()
        .map(entry -> new NameMatch(entry.thing(), entry.spelling(), found.kind()))
        .toList();
  }

  private void indexNames(Person person) {
    for (String name : person.allNames()) {
      personsByName.add(person, name, name);
      List<String> words = TransliterationKey.withoutSuffix(NameKey.words(name));
      for (int from = words.size() == 1 ? 0 : 1; from < words.size(); from++) {
        personsBySurname.add(person, String.join(" ", words.subList(from, words.size())), name);
      }
    }
  }

  private void requireResolved() {
    for (Person person : persons.values()) {
      for (Membership m : person.memberships()) {
        String id = m.organisationId();
        if (!parties.containsKey(id) && !organisations.containsKey(id)) {
          throw new IllegalArgumentException(
              String.format(Locale.ROOT, "%s belongs to %s, which is not there", person.id(), id));
        }
      }
    }
    for (String id : parties.keySet()) {
      if (organisations.containsKey(id)) {
        throw new IllegalArgumentException(id + " is both a party and an organisation");
      }
    }
  }

  private static <T> Map<String, T> byId(Collection<T> things, Function<T, String> idOf) {
    Map<String, T> map = new LinkedHashMap<>();
    for (T thing : things) {
      if (map.put(idOf.apply(thing), thing) != null) {
        throw new IllegalArgumentException("the id " + idOf.apply(thing) + " occurs twice");
      }
    }
    return Collections.unmodifiableMap(map);
  }
}
