package org.onrecord.attribution.lookup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.party.PartyEvidence;
import org.onrecord.attribution.words.Description;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.registry.Office;
import org.onrecord.registry.Party;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;

/** How much an article says for and against somebody in it being a person of the registry. */
final class PersonEvidence {
  /** Who left an office longer ago than this is no more known by it. */
  private static final int YEARS_REMEMBERED = 12;

  /** Of a name that so many people bear by chance somebody who is known only later is another. */
  private static final double SHARED = 0.01;

  /** So many years after it was last seen a membership alone makes nobody a politician. */
  private static final int YEARS_FRESH = 5;

  /**
   * Of a name that so many people bear by chance, at least, some bearers are not in the registry.
   */
  private static final double COMMON = 0.12;

  private final Registry registry;
  private final PersonIndex index;
  private final @Nullable LocalDate date;
  private final ArticleCountries countries;
  private final PartyResolver parties;
  private final Map<String, Standing> standings = new HashMap<>();

  PersonEvidence(
      Registry registry,
      PersonIndex index,
      @Nullable LocalDate date,
      ArticleCountries countries,
      PartyResolver parties) {
    this.registry = registry;
    this.index = index;
    this.date = date;
    this.countries = countries;
    this.parties = parties;
  }

  /**
   * What holds of a person whatever the article says beside a name.
   *
   * @param country how much the article's countries speak for the person: -1 not at all, 0 where it
   *     names none, 1 among others, 2 before all others
   * @param homeless whether the registry tells no country of the person, as a file of one's own may
   *     not
   * @param rank the highest office held on the date, see {@link OfficeFit#rank}; 0 for none
   * @param formerRank the highest office left not long ago
   * @param active whether any office or membership holds near the date
   * @param alive whether the person may speak on the date
   * @param stale whether nothing is known of the person within {@link #YEARS_FRESH} years of the
   *     date, and no high office before: a member of a parliament long ago, or only later
   * @param house whether the person holds office in the government that publishes the article
   */
  private record Standing(
      int country,
      boolean homeless,
      int rank,
      int formerRank,
      boolean active,
      boolean alive,
      boolean house,
      boolean stale) {}

  /**
   * What speaks for a person.
   *
   * @param office how well what the text calls somebody fits the offices, see {@link OfficeFit}
   * @param party 1 where the text gives a party of the person, -1 where it gives another
   * @param contradicted whether the text gives somebody a trade that is no politician's, or an
   *     office in a body outside politics
   */
  record Weight(Standing standing, int office, int party, boolean contradicted) {
    /** For somebody named in full; from 2 on it is likely. */
    double ofFullName() {
      double sum = office == OfficeFit.SAME ? 4 : office == OfficeFit.KIND ? 2.5 : 0;
      sum += party > 0 ? 3 : party * (standing.rank >= OfficeFit.NEXT ? 1 : 1.5);
      sum +=
          switch (standing.country) {
            case 2 -> 2;
            case 1, 0 -> 1.5;
            default -> -2.5;
          };
      sum += Math.max(ofRank(standing.rank), ofRank(standing.formerRank) - 1);
      sum -= standing.stale && office == OfficeFit.NONE && party <= 0 ? 2.5 : 0;
      return sum + against();
    }

    private static double ofRank(int rank) {
      return rank == 0 ? 0 : rank <= OfficeFit.REGIONAL ? 1 : rank / 2.0;
    }

    /** For somebody called by the surname alone; from 4 on it is likely. */
    double ofSurname() {
      double sum = office == OfficeFit.SAME ? 4 : office == OfficeFit.KIND ? 3 : 0;
      sum += party > 0 ? 2.5 : party * 3;
      sum +=
          switch (standing.country) {
            case 2 -> 1.5;
            case 1 -> 1;
            case 0 -> 0;
            default -> -3;
          };
      double now =
          standing.rank >= OfficeFit.NEXT ? 3 : standing.rank == OfficeFit.NATIONAL ? 1 : 0;
      double then = standing.formerRank >= OfficeFit.HEAD ? 1.75 : 0;
      return sum + Math.max(now, then) + (standing.house ? 1.5 : 0) + against();
    }

    private double against() {
      int trade =
          standing.rank >= OfficeFit.NEXT ? -2 : standing.rank >= OfficeFit.NATIONAL ? -4 : -5;
      return (contradicted ? trade : 0) + (standing.active ? 0 : -1.5) + (standing.alive ? 0 : -2);
    }

    boolean isActive() {
      return standing.active;
    }

    boolean isLeader() {
      return standing.rank >= OfficeFit.NATIONAL || standing.formerRank >= OfficeFit.NEXT;
    }

    boolean hasOffice() {
      return office > OfficeFit.NONE;
    }

    /** Whether the text beside the name, or the country, speaks for just this person. */
    boolean isSpecific() {
      return office > OfficeFit.NONE || party > 0 || standing.country > 0 || standing.homeless;
    }

    /** What speaks for the person, in words: "office and country". */
    String reason() {
      List<String> reasons = new ArrayList<>();
      if (office > OfficeFit.NONE) {
        reasons.add("office");
      }
      if (party > 0) {
        reasons.add("party");
      }
      if (standing.country > 0) {
        reasons.add("country");
      }
      if (standing.house && office == OfficeFit.NONE) {
        reasons.add("publisher");
      }
      if (reasons.isEmpty() || standing.rank >= OfficeFit.NEXT && office == OfficeFit.NONE) {
        reasons.add(standing.rank >= OfficeFit.NATIONAL ? "rank" : "no namesake");
      }
      return String.join(", ", reasons);
    }
  }

  /** Lets somebody be evidence of the country, see {@link Identifier#note}. */
  void note(Person person, String name) {
    int rank = 0;
    for (Office office : registry.officesOf(person, date)) {
      rank = Math.max(rank, OfficeFit.rank(office));
    }
    for (Office office : registry.formerOfficesOf(person, date)) {
      rank = Math.max(rank, OfficeFit.rank(office));
    }
    if (rank >= OfficeFit.NEXT && index.expectedBearers(name) < COMMON && isActive(person)) {
      countries.addPerson(registry.countriesOf(person));
    }
  }

  Weight of(Person person, Identifier.Asked asked) {
    Standing standing = standings.computeIfAbsent(person.id(), id -> standing(person));
    int office = OfficeFit.NONE;
    boolean trade = false;
    for (Description description : asked.descriptions()) {
      int fit = fit(person, description);
      office = Math.max(office, fit);
      trade |= isTrade(description);
    }
    int party = party(person, asked.parties());
    boolean contradicted = trade && office == OfficeFit.NONE && party <= 0;
    return new Weight(standing, office, party, contradicted);
  }

  private Standing standing(Person person) {
    Set<String> home = registry.countriesOf(person);
    int country =
        countries.isEmpty() || home.isEmpty()
            ? 0
            : !countries.isAbout(home)
                ? -1
                : countries.main().filter(home::contains).isPresent() ? 2 : 1;
    int rank = 0;
    boolean house = false;
    for (Office office : registry.officesOf(person, date)) {
      rank = Math.max(rank, OfficeFit.rank(office));
      house |= OfficeFit.isOfGovernment(office) && countries.publishes(home);
    }
    int former = 0;
    for (Office office : registry.formerOfficesOf(person, date)) {
      LocalDate end = office.period().end();
      if (date != null && end != null && end.isAfter(date.minusYears(YEARS_REMEMBERED))) {
        former = Math.max(former, OfficeFit.rank(office));
      }
    }
    return new Standing(
        country,
        home.isEmpty(),
        rank,
        former,
        isActive(person),
        isAlive(person),
        house,
        Math.max(rank, former) <= OfficeFit.MEMBER && isStale(person));
  }

  private boolean isActive(Person person) {
    if (date == null) {
      return true;
    }
    LocalDate from = date.minusYears(YEARS_REMEMBERED);
    LocalDate to = date.plusYears(2);
    return person.memberships().isEmpty()
        || person.memberships().stream()
            .anyMatch(m -> !m.period().startsAfter(to) && !m.period().endedBefore(from));
  }

  private boolean isStale(Person person) {
    LocalDate day = date;
    if (day == null || person.memberships().isEmpty()) {
      return false;
    }
    boolean later =
        person.memberships().stream()
            .map(m -> m.period().start())
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .filter(first -> first.isAfter(day))
            .filter(first -> index.expectedBearers(person.name()) >= SHARED)
            .isPresent();
    return later
        || person.memberships().stream()
            .noneMatch(
                m ->
                    m.period().contains(day)
                        && (m.lastKnown() == null
                            || !m.lastKnown().plusYears(YEARS_FRESH).isBefore(day)));
  }

  private boolean isAlive(Person person) {
    return registry.isPlausible(person, date);
  }

  private int fit(Person person, Description description) {
    int best = OfficeFit.NONE;
    for (Office office : registry.officesOf(person, date)) {
      best = Math.max(best, OfficeFit.of(office, description));
    }
    for (Office office : registry.formerOfficesOf(person, date)) {
      int fit = OfficeFit.of(office, description);
      best = Math.max(best, description.former() ? fit : Math.min(fit, OfficeFit.KIND));
    }
    return best;
  }

  private static boolean isTrade(Description description) {
    String role = description.role().name();
    boolean civil =
        description.role().kind() == Lexicon.RoleKind.OFFICE
            && Stream.concat(description.modifiers().stream(), Stream.of(role.split(" ")))
                .anyMatch(Lexicon.ENGLISH::isCivilBody);
    return !description.former()
        && (civil || Lexicon.ENGLISH.isTrade(role.substring(role.lastIndexOf(' ') + 1)));
  }

  private int party(Person person, Collection<PartyEvidence> told) {
    int best = 0;
    for (PartyEvidence evidence : told) {
      List<Party> own = new ArrayList<>(registry.partiesOf(person, date));
      own.addAll(registry.formerPartiesOf(person, date));
      String named = parties.named(evidence.name(), own).map(p -> p.id()).orElse(null);
      if (named != null) {
        boolean same = own.stream().anyMatch(party -> party.id().equals(named));
        best = same ? 1 : best == 0 && !own.isEmpty() ? -1 : best;
      }
    }
    return best;
  }

  /**
   * What the rarity of a full name weighs: how many people bear it by chance, from how many share
   * its first and its last word. Of a leader's name the leader is meant most often.
   */
  double rarity(String name, Weight weight) {
    boolean common = index.expectedBearers(name) >= COMMON;
    return !common ? 0.5 : weight.isLeader() ? -0.5 : -1.5;
  }
}
