package org.onrecord.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistryTest {
  private static final Party REDS =
      new Party(
          "reds",
          "Reds",
          "Red Tehreek Party",
          List.of("Crimsons"),
          List.of(new DatedName("Pinks", DatePeriod.of("1990", "1999"))),
          "XA",
          DatePeriod.ALWAYS);
  private static final Party BLUES = Party.of("blues", "Blues", "XA");
  private static final Party LABOUR_A = Party.of("a-labour", "Labour", "XA");
  private static final Party LABOUR_B = Party.of("b-labour", "Labour", "XB");
  private static final Organisation STATE = new Organisation("state", "The state", "XA");

  private static final Person SWITCHER =
      person(
          "switcher",
          "Anna Maria Duncan Smith",
          in("reds", null, null, "2010-06-30"),
          in("blues", null, "2010-07-01", null),
          in("state", "Minister of Trees", "2012", "2014"),
          in("state", "Minister of Stones", "2015", null));
  private static final Person ELDER_KHAN =
      person("khan-1", "Imran Khan", in("reds", null, "1996", "2020"));
  private static final Person YOUNGER_KHAN = person("khan-2", "Imran Khan");
  private static final Person CHAUDHRY = person("chaudhry", "Fawad Chaudhry");
  private static final Registry REGISTRY =
      new Registry(
          List.of(SWITCHER, ELDER_KHAN, YOUNGER_KHAN, CHAUDHRY),
          List.of(REDS, BLUES, LABOUR_A, LABOUR_B),
          List.of(STATE));

  @Test
  void aPersonIsInThePartyOfTheDay() {
    assertEquals(List.of(REDS), REGISTRY.partiesOf(SWITCHER, LocalDate.of(2010, 6, 30)));
    assertEquals(List.of(BLUES), REGISTRY.partiesOf(SWITCHER, LocalDate.of(2010, 7, 1)));
  }

  @Test
  void aPartyThatWasLeftIsFormer() {
    assertEquals(List.of(REDS), REGISTRY.formerPartiesOf(SWITCHER, LocalDate.of(2010, 7, 1)));
    assertEquals(List.of(), REGISTRY.formerPartiesOf(SWITCHER, LocalDate.of(2010, 6, 30)));
  }

  @Test
  void aPartyThatWasRejoinedIsNotFormer() {
    Person returned =
        person("r", "R", in("reds", null, null, "2000"), in("reds", null, "2005", null));
    assertEquals(List.of(), REGISTRY.formerPartiesOf(returned, LocalDate.of(2006, 1, 1)));
    assertEquals(List.of(REDS), REGISTRY.formerPartiesOf(returned, LocalDate.of(2003, 1, 1)));
  }

  @Test
  void severalPartiesAtOnceArePossible() {
    Person both =
        person("b", "B", in("reds", null, "2000", null), in("a-labour", null, "2001", "2009"));
    assertEquals(List.of(REDS, LABOUR_A), REGISTRY.partiesOf(both, LocalDate.of(2005, 1, 1)));
    assertEquals(List.of(REDS), REGISTRY.partiesOf(both, null));
  }

  @Test
  void withoutDateOnlyTheSinglePartyIsTold() {
    assertEquals(List.of(REDS), REGISTRY.partiesOf(ELDER_KHAN, null));
    assertEquals(List.of(), REGISTRY.partiesOf(SWITCHER, null));
    assertEquals(List.of(), REGISTRY.formerPartiesOf(SWITCHER, null));
    assertEquals(List.of(), REGISTRY.officesOf(SWITCHER, null));
  }

  @Test
  void officesAreCurrentOrFormerOnADate() {
    LocalDate date = LocalDate.of(2016, 1, 1);
    assertEquals(List.of("Minister of Stones"), roles(REGISTRY.officesOf(SWITCHER, date)));
    assertEquals(List.of("Minister of Trees"), roles(REGISTRY.formerOfficesOf(SWITCHER, date)));
    assertEquals(2, REGISTRY.allOfficesOf(SWITCHER).size());
    assertEquals(List.of(), REGISTRY.formerOfficesOf(SWITCHER, LocalDate.of(2013, 1, 1)));
  }

  @Test
  void bothPersonsOfOneNameAreReturned() {
    assertEquals(List.of(ELDER_KHAN, YOUNGER_KHAN), persons(REGISTRY.named("imran KHAN")));
    assertEquals(List.of(ELDER_KHAN, YOUNGER_KHAN), persons(REGISTRY.bySurname("Khan")));
  }

  @Test
  void aVariantIsFoundOnlyAfterTheExactSpelling() {
    NameMatch exact = REGISTRY.named("Fawad Chaudhry").getFirst();
    NameMatch variant = REGISTRY.named("Fawad Choudhary").getFirst();
    assertEquals(NameMatch.Kind.EXACT, exact.kind());
    assertEquals(new NameMatch(CHAUDHRY, "Fawad Chaudhry", NameMatch.Kind.VARIANT), variant);
    assertEquals(List.of(CHAUDHRY), persons(REGISTRY.bySurname("Chaudhary")));
  }

  @Test
  void aSurnameMayHaveSeveralWords() {
    assertEquals(List.of(SWITCHER), persons(REGISTRY.bySurname("Duncan Smith")));
    assertEquals(List.of(SWITCHER), persons(REGISTRY.bySurname("smith")));
    assertEquals(List.of(), REGISTRY.bySurname("Anna"));
  }

  @Test
  void anUnknownNameFindsNobody() {
    assertEquals(List.of(), REGISTRY.named("Nobody Known"));
    assertEquals(List.of(), REGISTRY.named(""));
    assertEquals(Optional.empty(), REGISTRY.person("nobody"));
  }

  @Test
  void aPartyIsFoundByEveryNameOfIts() {
    for (String name :
        List.of("reds", "RED tehreek party", "Red Tehrik Party", "crimsons", "Pinks")) {
      assertEquals(Optional.of(REDS), REGISTRY.party(name), name);
    }
  }

  @Test
  void aPartyNameOfTwoCountriesNeedsTheCountry() {
    assertEquals(Optional.empty(), REGISTRY.party("Labour"));
    assertEquals(List.of(LABOUR_A, LABOUR_B), REGISTRY.partiesAsked("labour"));
    assertEquals(Optional.of(LABOUR_B), REGISTRY.party("Labour", "xb"));
    assertEquals(Optional.of(LABOUR_B), REGISTRY.party("b-labour"));
  }

  @Test
  void aRenamedPartyBearsItsFormerNameInItsTime() {
    assertEquals("Pinks", REDS.nameOn(LocalDate.of(1999, 12, 31)));
    assertEquals("Reds", REDS.nameOn(LocalDate.of(2000, 1, 1)));
  }

  @Test
  void aPartyThatMergedIntoAnotherHasNoMembersAfterwards() {
    Party merged =
        new Party(
            "mauves",
            "Mauves",
            "Mauves",
            List.of(),
            List.of(),
            "XA",
            DatePeriod.of("1990", "2004-05-31"));
    Person loyal = person("loyal", "Ruth Alder", in("mauves", null, "1991", null));
    Person moved =
        person(
            "moved",
            "Tom Birch",
            in("mauves", null, "1991", null),
            in("reds", null, "2004-06-01", null));
    Registry registry = new Registry(List.of(loyal, moved), List.of(merged, REDS), List.of());
    LocalDate last = LocalDate.of(2004, 5, 31);
    LocalDate after = LocalDate.of(2004, 6, 1);
    assertEquals(List.of(merged), registry.partiesOf(moved, last));
    assertEquals(List.of(REDS), registry.partiesOf(moved, after));
    assertEquals(List.of(merged), registry.formerPartiesOf(moved, after));
    assertEquals(List.of(), registry.partiesOf(loyal, after));
    assertEquals(List.of(merged), registry.formerPartiesOf(loyal, after));
  }

  @Test
  void exactSpellingsAloneCanBeAskedFor() {
    Registry exact = REGISTRY.finding(Spellings.EXACT);
    assertEquals(1, REGISTRY.named("Fawad Chaudhary").size());
    assertEquals(1, REGISTRY.bySurname("Choudhry").size());
    assertEquals(1, REGISTRY.parties("Red Tehrik Party").size());
    assertEquals(List.of(), exact.named("Fawad Chaudhary"));
    assertEquals(List.of(), exact.bySurname("Choudhry"));
    assertEquals(List.of(), exact.parties("Red Tehrik Party"));
    assertEquals(1, exact.named("fawad chaudhry").size());
    assertEquals(1, exact.parties("Red Tehreek Party").size());
  }

  @Test
  void whatDoesNotResolveIsRefused() {
    List<Person> persons = List.of(person("x", "X", in("greens", null, null, null)));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Registry(persons, List.of(REDS), List.of()))
            .getMessage();
    assertEquals("x belongs to greens, which is not there", message);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Registry(List.of(), List.of(REDS, REDS), List.of()));
  }

  @Test
  void theEmptyRegistryKnowsNobody() {
    assertTrue(Registry.empty().persons().isEmpty());
    assertEquals(List.of(), Registry.empty().bySurname("Khan"));
  }

  private static List<String> roles(List<Office> offices) {
    return offices.stream().map(Office::role).toList();
  }

  private static List<Person> persons(List<NameMatch> matches) {
    return matches.stream().map(NameMatch::person).toList();
  }

  private static Person person(String id, String name, Membership... memberships) {
    return Person.of(id, name, Gender.UNKNOWN, memberships);
  }

  private static Membership in(
      String organisation, @Nullable String role, @Nullable String start, @Nullable String end) {
    return new Membership(organisation, role, DatePeriod.of(start, end));
  }
}
