package org.onrecord.registry;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
  private static final int OF_AGE = 18;

  /** So many answers about names are kept: the news ask for the same ones again and again. */
  private static final int RECENT = 1 << 13;

  private final RegistryEntries entries;
  private final PersonNames personNames;
  private final PartyNames partyNames;
  private final Spellings spellings;
  private final Memberships memberships;
  private final CountryPreference preference;

  private final RecentAnswers<List<NameMatch>> recentNames =
      new RecentAnswers<>(RECENT, this::findNamed);
  private final RecentAnswers<List<NameMatch>> recentSurnames =
      new RecentAnswers<>(RECENT, this::findBySurname);
  private final RecentAnswers<List<Party>> recentParties =
      new RecentAnswers<>(RECENT, this::findParties);

  /**
   * A registry of these, in this order.
   *
   * @throws IllegalArgumentException if an id occurs twice or a membership names what is not there
   */
  public Registry(
      Collection<Person> persons,
      Collection<Party> parties,
      Collection<Organisation> organisations) {
    this.entries = RegistryEntries.of(persons, parties, organisations);
    this.personNames = new PersonNames(persons);
    this.partyNames = new PartyNames(parties);
    this.spellings = Spellings.VARIANTS;
    this.memberships = new Memberships(entries.parties(), entries.organisations());
    this.preference = new CountryPreference(Set.of(), memberships);
  }

  private Registry(Registry other, Spellings spellings, CountryPreference preference) {
    this.entries = other.entries;
    this.personNames = other.personNames;
    this.partyNames = other.partyNames;
    this.spellings = spellings;
    this.memberships = other.memberships;
    this.preference = preference;
  }

  /** The same people and parties, found by these spellings of their names. */
  public Registry finding(Spellings wanted) {
    return wanted == spellings ? this : new Registry(this, wanted, preference);
  }

  /**
   * The same people and parties, but where several bear a name, those of these countries alone are
   * found by it, if there are any. Who is of another country is still found by a name that nobody
   * there bears.
   *
   * @param preferred ISO 3166 two-letter codes in any case; none for no preference
   */
  public Registry finding(Set<String> preferred) {
    Set<String> codes =
        preferred.stream().map(code -> code.toUpperCase(Locale.ROOT)).collect(toUnmodifiableSet());
    return codes.equals(countries())
        ? this
        : new Registry(this, spellings, new CountryPreference(codes, memberships));
  }

  /** The countries whose people and parties are preferred; empty for no preference. */
  public Set<String> countries() {
    return preference.countries();
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
    return entries.persons().values();
  }

  /** Every party, in the registry's order. */
  public Collection<Party> parties() {
    return entries.parties().values();
  }

  /** Every organisation that is no party, in the registry's order. */
  public Collection<Organisation> organisations() {
    return entries.organisations().values();
  }

  public Optional<Person> person(String id) {
    return Optional.ofNullable(entries.persons().get(id));
  }

  public Optional<Party> partyById(String id) {
    return Optional.ofNullable(entries.parties().get(id));
  }

  public Optional<Organisation> organisation(String id) {
    return Optional.ofNullable(entries.organisations().get(id));
  }

  /**
   * Everybody of this name: those with the name or an alias equal to it but for case, accents, dots
   * and hyphens; where there is nobody, those with it but for middle initials, else, if such are
   * looked for, with a variant of it. Titles belong cut off before.
   */
  public List<NameMatch> named(String name) {
    return recentNames.to(name);
  }

  private List<NameMatch> findNamed(String name) {
    return preference.people(personNames.named(name, spellings));
  }

  /**
   * Who may be meant by a name on a date: of several of one name those for whom {@link
   * #isPlausible} holds, and of several such the one who is in a party or office on the date, if
   * only one is known to be. Where nobody is plausible, or without date, everybody of the name.
   */
  public List<NameMatch> named(String name, @Nullable LocalDate date) {
    List<NameMatch> all = named(name);
    if (date == null || all.size() < 2) {
      return all;
    }
    List<NameMatch> living = all.stream().filter(m -> isPlausible(m.person(), date)).toList();
    if (living.size() < 2) {
      return living.isEmpty() ? all : living;
    }
    List<NameMatch> holding =
        living.stream().filter(match -> Memberships.isKnownToHold(match.person(), date)).toList();
    return holding.size() == 1 ? holding : living;
  }

  /**
   * Whether somebody can be the one of several of a name who is spoken of on a date: of age, and
   * not dead for more than a month, in which obituaries appear. Who alone bears a name may well be
   * quoted later. True where nothing is known, or without date.
   */
  public boolean isPlausible(Person person, @Nullable LocalDate date) {
    if (date == null) {
      return true;
    }
    DatePeriod life = person.life();
    return !life.endedBefore(date.minusMonths(1)) && !life.startsAfter(date.minusYears(OF_AGE));
  }

  /**
   * Everybody with a name or alias that ends in these words, as in {@link #named}: "Khan", "Duncan
   * Smith"; a name of one word ("Bilawal") is its own surname. One of less than five letters has no
   * other transliterations.
   */
  public List<NameMatch> bySurname(String surname) {
    return recentSurnames.to(surname);
  }

  private List<NameMatch> findBySurname(String surname) {
    return preference.people(personNames.bySurname(surname, spellings));
  }

  /**
   * The one party that somebody asks for by id, short name, full name or alias in any case or
   * transliteration; empty where several countries have one of this name, unless the id decides.
   */
  public Optional<Party> party(String asked) {
    List<Party> found = partiesAsked(asked);
    return found.size() == 1 ? Optional.of(found.getFirst()) : partyById(asked);
  }

  /** The one party asked for by name in a country, an ISO 3166 two-letter code in any case. */
  public Optional<Party> party(String asked, String country) {
    List<Party> found =
        all(partyNames.asked(asked, spellings)).stream()
            .filter(party -> country.equalsIgnoreCase(party.country()))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /**
   * Every party, of any country, that somebody asks for by this name, be it in a filter, a request
   * or a file: without regard to case. What a text means is {@link #parties(String)}.
   */
  public List<Party> partiesAsked(String name) {
    return preference.parties(all(partyNames.asked(name, spellings)));
  }

  /**
   * Every party, of any country, that a text means where it writes this: acronyms and short words
   * in just this case, but for dots, hyphens and brackets (PML-N, PML(N)); long words with a
   * capital letter (Labour); names of several words in any case or transliteration. {@code Sic} is
   * not SIC, and {@code P K} no acronym. What somebody asks for is {@link #partiesAsked}.
   */
  public List<Party> parties(String written) {
    return recentParties.to(written);
  }

  private List<Party> findParties(String written) {
    return preference.parties(all(partyNames.written(written, spellings)));
  }

  /** Every party that a text so means as in {@link #parties(String)}, and by which spelling. */
  public List<PartyMatch> partiesNamed(String written) {
    PartyNames.Found found = partyNames.written(written, spellings);
    List<Party> wanted = preference.parties(all(found));
    return found.names().stream()
        .filter(name -> wanted.contains(name.party()))
        .map(name -> new PartyMatch(name.party(), name.spelling(), found.kind()))
        .toList();
  }

  /**
   * The countries of somebody's parties and offices, as ISO 3166 two-letter codes; those of a part
   * ({@code GB-SCT}) are the country's.
   */
  public Set<String> countriesOf(Person person) {
    return memberships.countriesOf(person);
  }

  /**
   * The parties a person belongs to on a date; several at once are possible. A party that was
   * dissolved, or merged into another, has no members afterwards. Without date: those that hold
   * over all of the person's party memberships, as the only party that somebody ever had does.
   */
  public List<Party> partiesOf(Person person, @Nullable LocalDate date) {
    return memberships.partiesOf(person, date);
  }

  /**
   * The day up to which it is known that a person belonged to a party, where on a date that may
   * have ended: where every membership of the party that may hold on it is {@linkplain
   * Membership#lastKnown last known} of an earlier day. Empty where the registry is sure, or where
   * the person does not belong to the party.
   */
  public Optional<LocalDate> lastKnown(Person person, Party party, LocalDate date) {
    return memberships.lastKnown(person, party, date);
  }

  /**
   * The parties a person had left by a date and does not belong to on it, in the order of the
   * person's memberships; without date none. Where there are several, a text that says "former" or
   * "ex-" names the one it means.
   */
  public List<Party> formerPartiesOf(Person person, @Nullable LocalDate date) {
    return memberships.formerPartiesOf(person, date);
  }

  /**
   * The offices a person holds on a date, in government, parliament or party; without date none.
   */
  public List<Office> officesOf(Person person, @Nullable LocalDate date) {
    return memberships.officesOf(person, date);
  }

  /**
   * The offices that a person is known for sure to hold on a date: without those of which an old
   * list alone says so, by {@link Membership#lastKnown}; without date none.
   */
  public List<Office> sureOfficesOf(Person person, @Nullable LocalDate date) {
    return memberships.sureOfficesOf(person, date);
  }

  /** The offices a person held before a date and no longer holds on it; without date none. */
  public List<Office> formerOfficesOf(Person person, @Nullable LocalDate date) {
    return memberships.formerOfficesOf(person, date);
  }

  /** Every office a person held, holds or is to hold. */
  public List<Office> allOfficesOf(Person person) {
    return memberships.allOfficesOf(person);
  }

  private static List<Party> all(PartyNames.Found found) {
    return found.names().stream().map(PartyName::party).toList();
  }
}
