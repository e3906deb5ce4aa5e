package org.onrecord.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shipped, as a whole and in samples. Reading it already checks that ids are unique. */
class BuiltInRegistryTest {
  private static final Registry REGISTRY = ShippedRegistry.REGISTRY;
  private static final LocalDate SAMPLE_DAY = LocalDate.of(2024, 11, 7);

  @ParameterizedTest
  @CsvSource({
    "Imran Khan, 2024-11-07, PTI",
    "Zulfi Bukhari, 2024-11-07, PTI",
    "Asad Qaiser, 2024-11-07, PTI",
    "Omar Ayub, 2024-11-07, PTI",
    "Omar Ayub Khan, 2014-06-01, PML-N",
    "Omar Ayub Khan, 2005-06-01, PML-Q",
    "Khawaja Asif, 2024-11-07, PML-N",
    "Bilawal Bhutto Zardari, 2020-01-01, PPP",
    "Shah Mahmood Qureshi, 2010-01-01, PPP",
    "Shah Mehmood Qureshi, 2020-01-01, PTI",
    "Jyotiraditya Scindia, 2019-06-01, Congress",
    "Jyotiraditya Scindia, 2021-06-01, BJP",
    "Jitin Prasada, 2021-06-08, Congress",
    "Kapil Sibal, 2022-01-01, Congress",
    "Uddhav Thackeray, 2023-01-01, Shiv Sena (UBT)",
    "Donald J. Trump, 2016-10-01, Republican",
    "Donald Trump, 2005-01-01, Democratic",
    "Hillary Rodham Clinton, 2016-10-01, Democratic",
    "Bernie Sanders, 2016-02-01, Independent",
    "Arlen Specter, 2009-04-27, Republican",
    "Arlen Specter, 2009-05-01, Democratic",
    "Charlie Crist, 2011-01-01, Independent",
    "Michael R. Bloomberg, 2016-02-01, Independent",
    "Kyrsten Sinema, 2022-12-10, Independent",
    "Joe Manchin, 2020-01-01, Democratic",
    "Gary Johnson, 2016-09-01, Libertarian",
    "Jill Stein, 2016-09-01, Green",
    "Lincoln Chafee, 2015-10-01, Democratic",
    "Keir Starmer, 2024-11-07, Labour",
    "Nick Clegg, 2012-01-01, Liberal Democrats",
    "Nigel Farage, 2014-05-01, UKIP",
    "Nigel Farage, 2024-11-07, Reform UK",
    "Lee Anderson, 2023-01-01, Conservative",
    "Nicola Sturgeon, 2020-01-01, SNP",
    "Justin Trudeau, 2018-01-01, Liberal",
    "Doug Ford, 2019-01-01, Progressive Conservative",
    "Rachel Notley, 2016-01-01, NDP",
    "Jason Kenney, 2010-01-01, Conservative",
    "Jason Kenney, 2020-01-01, UCP",
    "Maxime Bernier, 2019-01-01, PPC",
    "Francois Legault, 2019-01-01, CAQ",
    "Benjamin Netanyahu, 2016-01-01, Likud",
    "Manuel Valls, 2016-01-01, Socialist",
    "Mark Latham, 2019-01-01, One Nation",
    "Mark Latham, 2024-01-01, Independent",
    "Yoshihiko Noda, 2012-01-01, DPJ",
    "Yoshihiko Noda, 2022-01-01, CDP",
    "Naftali Bennett, 2021-06-13, Yamina",
    "Naftali Bennett, 2015-01-01, Jewish Home",
    "Yoav Gallant, 2016-01-01, Kulanu",
    "Yoav Gallant, 2020-01-01, Likud",
    "Dilma Rousseff, 1995-01-01, PDT",
    "Dilma Rousseff, 2004-01-01, PT",
    "Nicolás Maduro, 2005-01-01, MVR",
    "Nicolás Maduro, 2010-01-01, PSUV",
    "Claudia Sheinbaum, 2010-01-01, PRD",
    "Claudia Sheinbaum, 2019-01-01, Morena",
    "Giorgia Meloni, 2010-01-01, People of Freedom",
    "Giorgia Meloni, 2015-01-01, Brothers of Italy",
    "Silvio Berlusconi, 2011-01-01, People of Freedom",
    "Silvio Berlusconi, 2015-01-01, Forza Italia",
    "Matteo Renzi, 2015-01-01, Democratic Party",
    "Matteo Renzi, 2020-01-01, Italia Viva",
    "Geert Wilders, 2000-01-01, VVD",
    "Geert Wilders, 2010-01-01, PVV",
    "Recep Tayyip Erdogan, 2010-01-01, AKP",
    "Recep Tayyip Erdogan, 2020-01-01, AKP",
    "Nicolas Sarkozy, 1995-01-01, RPR",
  })
  void aPersonIsInThePartyOfTheDay(String name, LocalDate date, String party) {
    assertEquals(List.of(party), names(REGISTRY.partiesOf(only(name), date)));
  }

  @Test
  void isReadOnceForAllWhoUseItAtATime() {
    assertSame(ShippedRegistry.REGISTRY, RegistryLoader.builtIn());
  }

  @Test
  void fawadChaudhryIsFormerlyOfPtiOnTheSamplesDay() {
    Person chaudhry = only("Fawad Chaudhry");
    assertTrue(names(REGISTRY.formerPartiesOf(chaudhry, SAMPLE_DAY)).contains("PTI"));
    assertEquals(List.of(), REGISTRY.partiesOf(chaudhry, SAMPLE_DAY));
    assertEquals(List.of("PTI"), names(REGISTRY.partiesOf(chaudhry, LocalDate.of(2021, 1, 1))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mumtaz Zahra Baloch",
        "Jared Kushner",
        "Ivanka Trump",
        "Melania Trump",
        "Kellyanne Conway",
        "Paul Manafort",
        "Robby Mook",
        "John Podesta",
        "Pope Francis",
        "Ban Ki-moon",
      })
  void whoIsInNoPartyHasNone(String name) {
    assertEquals(List.of(), REGISTRY.partiesOf(only(name), LocalDate.of(2016, 10, 1)));
    assertEquals(List.of(), REGISTRY.partiesOf(only(name), null));
  }

  @ParameterizedTest
  @CsvSource({
    "Khawaja Asif, 2024-11-07, Defence Minister of Pakistan",
    "Omar Ayub, 2024-11-07, Leader of the Opposition in the National Assembly",
    "Mumtaz Zahra Baloch, 2024-11-07, Foreign Office spokesperson of Pakistan",
    "Donald Trump, 2024-11-07, President-elect of the United States",
    "JD Vance, 2024-11-07, US Senator for Ohio",
    "Joe Biden, 2024-11-07, President of the United States",
    "Imran Khan, 2019-01-01, Prime Minister of Pakistan",
    "Narendra Modi, 2019-01-01, Prime Minister of India",
    "Boris Johnson, 2020-01-01, Prime Minister of the United Kingdom",
    "Justin Trudeau, 2020-01-01, Prime Minister of Canada",
    "Doug Ford, 2020-01-01, Premier of Ontario",
    "Ban Ki-moon, 2015-01-01, Secretary-General of the United Nations",
  })
  void anOfficeIsHeldOnTheDay(String name, LocalDate date, String role) {
    assertTrue(roles(REGISTRY.officesOf(only(name), date)).contains(role));
  }

  @ParameterizedTest
  @CsvSource({
    "Imran Khan, Prime Minister of Pakistan",
    "Fawad Chaudhry, Information Minister of Pakistan",
    "Donald Trump, President of the United States",
    "Nawaz Sharif, Prime Minister of Pakistan",
  })
  void anOfficeIsFormerOnTheSamplesDay(String name, String role) {
    assertTrue(roles(REGISTRY.formerOfficesOf(only(name), SAMPLE_DAY)).contains(role));
  }

  @ParameterizedTest
  @CsvSource({
    "Fawad Chaudhary, fawad-chaudhry",
    "Fawad Choudhry, fawad-chaudhry",
    "Khwaja Mohammad Asif, khawaja-asif",
    "Shehbaz Shareef, shehbaz-sharif",
    "Asif Zardari, asif-ali-zardari",
    "Fazalur Rehman, fazlur-rehman",
    "Joseph Robinette Biden Jr., joe-biden",
    "J.D. Vance, jd-vance",
    "Rafael Cruz, ted-cruz",
    "Volodymyr Zelenskyy, volodymyr-zelensky",
    "Recep Tayyip Erdogan, recep-tayyip-erdogan",
    "Bibi Netanyahu, benjamin-netanyahu",
  })
  void anotherSpellingFindsThePerson(String name, String id) {
    assertEquals(id, only(name).id());
  }

  @ParameterizedTest
  @CsvSource({
    "GOP, us-republican",
    "Pakistan Tehrik-i-Insaf, pti",
    "PML(N), pml-n",
    "Trinamool, tmc",
    "Lib Dems, uk-lib-dem",
    "Brexit Party, uk-reform",
    "Grits, ca-liberal",
    "TRS, brs",
    "New Democrats, ca-ndp",
  })
  void aPartyIsFoundByItsAlias(String alias, String id) {
    assertEquals(id, REGISTRY.party(alias).orElseThrow().id());
  }

  @Test
  void theToriesOfTwoCountriesAreToldApartByCountry() {
    assertTrue(REGISTRY.partiesAsked("Tories").size() > 1);
    assertEquals("uk-conservative", REGISTRY.party("Tories", "GB").orElseThrow().id());
    assertEquals("us-democratic", REGISTRY.party("Democrats", "US").orElseThrow().id());
    assertEquals("uk-labour", REGISTRY.party("Labour", "GB").orElseThrow().id());
    assertEquals("ca-liberal", REGISTRY.party("Liberal", "CA").orElseThrow().id());
  }

  @Test
  void thePresidentOfTurkeyWasInNoPartyUntilTheConstitutionAllowedIt() {
    Person erdogan = only("Recep Tayyip Erdogan");
    assertEquals(List.of(), REGISTRY.partiesOf(erdogan, LocalDate.of(2016, 1, 1)));
  }

  @Test
  void theGenderOfNearlyEverybodyByHandIsKnownAndOfMostOthers() {
    int unknown = 0;
    int byHand = 0;
    for (Person person : REGISTRY.persons()) {
      if (person.gender() == Gender.UNKNOWN) {
        unknown++;
        byHand += isByHand(person) ? 1 : 0;
      }
    }
    assertTrue(byHand < REGISTRY.persons().size() * 0.01, byHand + " by hand of unknown gender");
    assertTrue(unknown < REGISTRY.persons().size() * 0.3, unknown + " of unknown gender");
  }

  @Test
  void whoeverHasNeitherMembershipNorDescriptionIsOneOfAFewByHand() {
    List<String> bare = new ArrayList<>();
    for (Person person : REGISTRY.persons()) {
      if (person.memberships().isEmpty() && person.description() == null) {
        bare.add(person.id());
        assertFalse(person.gender() == Gender.UNKNOWN, person.id());
      }
    }
    assertTrue(bare.size() <= 120, bare.size() + ": " + bare);
  }

  @Test
  void everyPartyHasACountryAndAllCountriesOfNoteAreThere() {
    REGISTRY.parties().forEach(party -> assertTrue(party.country() != null, party.id()));
    for (String country : List.of("PK", "IN", "US", "GB", "CA")) {
      assertTrue(membersIn(country) >= 100, country);
    }
  }

  /** People of one country who share a name are told apart in the table of namesakes. */
  @Test
  void namesThatTwoOfACountryShareAreThoseOfKnownNamesakes() throws IOException {
    Set<String> known = namesakes();
    TreeSet<String> shared = new TreeSet<>();
    for (Person person : REGISTRY.persons()) {
      for (String name : person.allNames()) {
        boolean two =
            REGISTRY.named(name).stream()
                .anyMatch(
                    other -> !other.person().equals(person) && atHome(other.person(), person));
        if (two && !known.contains(NameKey.of(name))) {
          shared.add(name);
        }
      }
    }
    assertEquals(List.of(), new ArrayList<>(shared));
  }

  @Test
  void aNameSharedAcrossCountriesIsRare() {
    TreeSet<String> shared = new TreeSet<>();
    for (Person person : REGISTRY.persons()) {
      if (REGISTRY.named(person.name()).size() > 1) {
        shared.add(person.name());
      }
    }
    assertTrue(shared.size() <= 160, shared.size() + ": " + shared);
  }

  @Test
  void inTheMiddleOfAMembershipNobodyIsInTwoParties() {
    for (Person person : REGISTRY.persons()) {
      for (LocalDate day = LocalDate.of(1985, 7, 2); day.getYear() < 2027; day = day.plusYears(1)) {
        LocalDate date = day;
        int year = day.getYear();
        boolean changes =
            person.memberships().stream()
                .map(Membership::period)
                .anyMatch(p -> isIn(year, p.start()) || isIn(year, p.end()));
        List<Party> parties = REGISTRY.partiesOf(person, day);
        boolean told =
            person.memberships().stream()
                .filter(m -> m.holdsOn(date) && parties.stream().anyMatch(p -> isOf(m, p)))
                .allMatch(m -> isByHand(m) && m.period().start() != null);
        assertTrue(parties.size() <= 1 || changes || told, person.id() + " " + year);
      }
    }
  }

  /** Two of one country whose names sound alike are two, and not one under two spellings. */
  @Test
  void namesThatSoundAlikeInACountryAreThoseOfKnownNamesakes() throws IOException {
    Set<String> known = namesakes();
    TreeSet<String> confused = new TreeSet<>();
    for (Person person : REGISTRY.persons()) {
      for (String name : person.allNames()) {
        for (NameMatch other : REGISTRY.named(TransliterationKey.of(name))) {
          if (!other.person().equals(person)
              && atHome(other.person(), person)
              && !known.contains(NameKey.of(name))
              && !known.contains(NameKey.of(other.spelling()))) {
            confused.add(name + " / " + other.spelling());
          }
        }
      }
    }
    assertEquals(List.of(), new ArrayList<>(confused));
  }

  @Test
  void everyMembershipNamesWhatIsThereAndItsDatesAreInOrder() {
    int memberships = 0;
    for (Person person : REGISTRY.persons()) {
      for (Membership m : person.memberships()) {
        String id = m.organisationId();
        boolean there = REGISTRY.partyById(id).isPresent() || REGISTRY.organisation(id).isPresent();
        assertTrue(there, person.id() + ": " + id);
        memberships++;
      }
    }
    assertTrue(memberships > 4000);
  }

  @Test
  void lifeAndMembershipsGoTogether() {
    List<String> wrong = new ArrayList<>();
    for (Person person : REGISTRY.persons()) {
      for (Membership m : person.memberships()) {
        LocalDate start = m.period().start();
        if (start != null
            && (person.life().startsAfter(start) || person.life().endedBefore(start))) {
          wrong.add(person.id() + ": " + m);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void nobodyJoinsAPartyThatIsNotThere() {
    List<String> wrong = new ArrayList<>();
    for (Person person : REGISTRY.persons()) {
      for (Membership m : person.memberships()) {
        Party party = REGISTRY.partyById(m.organisationId()).orElse(null);
        if (party != null && isOutside(m.period(), party.period())) {
          wrong.add(person.id() + " in " + party.id() + ": " + m.period());
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** More than a year before the founding or after the dissolution. */
  private static boolean isOutside(DatePeriod membership, DatePeriod party) {
    LocalDate start = membership.start();
    LocalDate end = membership.end();
    return start != null && party.startsAfter(start.plusYears(1))
        || start != null && party.endedBefore(start.minusYears(1))
        || end != null && party.endedBefore(end.minusYears(1));
  }

  @Test
  void nobodyIsInAPartyOrOfficeAfterDeath() {
    List<String> wrong = new ArrayList<>();
    for (Person person : REGISTRY.persons()) {
      LocalDate death = person.life().end();
      for (Membership m : person.memberships()) {
        if (death != null && (m.period().end() == null || m.period().end().isAfter(death))) {
          wrong.add(person.id() + ": " + m);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void namesAreThoseOfPeople() {
    List<String> wrong = new ArrayList<>();
    for (Person person : REGISTRY.persons()) {
      boolean byHand =
          person.memberships().isEmpty()
              || person.memberships().stream().anyMatch(BuiltInRegistryTest::isByHand);
      if (!byHand && NameKey.of(person.name()).indexOf(' ') < 0
          || person.name().chars().anyMatch(c -> Character.isDigit(c) || c == '(' || c == ',')) {
        wrong.add(person.id() + ": " + person.name());
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void aPartyThatAnotherBecamePartOfIsThere() {
    for (Party party : REGISTRY.parties()) {
      String into = party.mergedInto();
      assertTrue(into == null || REGISTRY.partyById(into).isPresent(), party.id() + ": " + into);
      assertFalse(party.id().equals(into), party.id());
    }
  }

  @Test
  void whatIsLastKnownHasASourceAndADayThatHasBeen() {
    for (Person person : REGISTRY.persons()) {
      for (Membership m : person.memberships()) {
        assertTrue(m.source() != null, person.id());
        LocalDate known = m.lastKnown();
        assertTrue(known == null || !m.period().startsAfter(known), person.id() + ": " + m);
      }
    }
  }

  @Test
  void theFileIsSmallEnoughToBeReadAtEveryStart() throws IOException {
    try (InputStream in = RegistryLoader.openBuiltIn()) {
      assertTrue(in.readAllBytes().length < 6_000_000);
    }
  }

  private static Set<String> namesakes() throws IOException {
    return Files.readAllLines(Path.of("src/registry/namesakes.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> NameKey.of(line.substring(0, line.indexOf('\t'))))
        .collect(Collectors.toSet());
  }

  private static boolean atHome(Person one, Person other) {
    Set<String> countries = new HashSet<>(REGISTRY.countriesOf(one));
    countries.retainAll(REGISTRY.countriesOf(other));
    return !countries.isEmpty();
  }

  private static boolean isOf(Membership membership, Party party) {
    return membership.organisationId().equals(party.id());
  }

  private static boolean isByHand(Person person) {
    return person.memberships().stream().anyMatch(BuiltInRegistryTest::isByHand);
  }

  private static boolean isByHand(Membership membership) {
    return "hand".equals(membership.source());
  }

  private static boolean isIn(int year, @Nullable LocalDate date) {
    return date != null && date.getYear() == year;
  }

  private static long membersIn(String country) {
    return REGISTRY.persons().stream()
        .filter(
            person ->
                person.memberships().stream()
                    .map(m -> REGISTRY.partyById(m.organisationId()))
                    .flatMap(Optional::stream)
                    .anyMatch(party -> country.equals(party.country())))
        .count();
  }

  private static Person only(String name) {
    List<NameMatch> found = REGISTRY.named(name);
    assertEquals(1, found.size(), name + ": " + found);
    return found.getFirst().person();
  }

  private static List<String> names(Collection<Party> parties) {
    return parties.stream().map(Party::name).toList();
  }

  private static List<String> roles(Collection<Office> offices) {
    return offices.stream().map(Office::role).toList();
  }
}
