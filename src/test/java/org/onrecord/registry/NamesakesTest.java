package org.onrecord.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** People of one name are told apart by dates and countries, and only where these are known. */
class NamesakesTest {
  private static final Party REDS = Party.of("reds", "Reds", "GB-SCT");
  private static final Party BLUES = Party.of("blues", "Blues", "PK");
  private static final Person DEAD = person("dead", "Lord Aberdale", "1920", "2005-03-01");
  private static final Person LIVING =
      person(
          "living",
          "Lord Aberdale",
          "1950",
          null,
          new Membership("reds", null, DatePeriod.of("2009", null)));
  private static final Person CHILD = person("child", "Lord Aberdale", "2001", null);
  private static final Person SEEN =
      person(
          "seen",
          "Ann Elm",
          null,
          null,
          new Membership(
              "reds", null, DatePeriod.of("2009", null), LocalDate.of(2015, 11, 30), "snapshot"));
  private static final Person ANN =
      person("ann", "Ann Elm", null, null, new Membership("blues", null, DatePeriod.ALWAYS));
  private static final Person ALI = person("ali", "Ali Shah", null, null);
  private static final Registry REGISTRY =
      new Registry(List.of(DEAD, LIVING, CHILD, SEEN, ANN, ALI), List.of(REDS, BLUES), List.of());

  @Test
  void theOneWhoIsAliveAndInOfficeIsMeant() {
    assertEquals(List.of("living"), ids(REGISTRY.named("Lord Aberdale", day("2010-01-01"))));
    assertEquals(List.of("living"), ids(REGISTRY.named("Lord Aberdale", day("2021-01-01"))));
    assertEquals(
        List.of("dead", "living"), ids(REGISTRY.named("Lord Aberdale", day("1980-01-01"))));
    assertEquals(3, REGISTRY.named("Lord Aberdale", null).size());
  }

  @Test
  void whereNobodyIsPlausibleEverybodyIsFound() {
    assertEquals(3, REGISTRY.named("Lord Aberdale", day("1900-01-01")).size());
  }

  @Test
  void theDeadAndChildrenAreNotPlausible() {
    assertTrue(REGISTRY.isPlausible(DEAD, day("2005-03-20")));
    assertFalse(REGISTRY.isPlausible(DEAD, day("2005-04-20")));
    assertFalse(REGISTRY.isPlausible(CHILD, day("2018-06-01")));
    assertTrue(REGISTRY.isPlausible(CHILD, day("2019-06-01")));
    assertTrue(REGISTRY.isPlausible(ALI, day("2019-06-01")));
    assertTrue(REGISTRY.isPlausible(DEAD, null));
  }

  @Test
  void anOpenEndOfASnapshotIsOnlyLastKnown() {
    assertEquals(List.of(REDS), REGISTRY.partiesOf(SEEN, day("2020-01-01")));
    assertEquals(Optional.of(day("2015-11-30")), REGISTRY.lastKnown(SEEN, REDS, day("2020-01-01")));
    assertEquals(Optional.empty(), REGISTRY.lastKnown(SEEN, REDS, day("2015-11-30")));
    assertEquals(Optional.empty(), REGISTRY.lastKnown(SEEN, BLUES, day("2020-01-01")));
    assertEquals(Optional.empty(), REGISTRY.lastKnown(LIVING, REDS, day("2020-01-01")));
  }

  @Test
  void whatIsKnownForSureOutweighsWhatIsOnlyLastKnown() {
    assertEquals(List.of("ann"), ids(REGISTRY.named("Ann Elm", day("2020-01-01"))));
    assertEquals(List.of("seen", "ann"), ids(REGISTRY.named("Ann Elm", day("2012-01-01"))));
  }

  @Test
  void countriesAreThoseOfPartiesAndOffices() {
    assertEquals(Set.of("GB"), REGISTRY.countriesOf(LIVING));
    assertEquals(Set.of(), REGISTRY.countriesOf(DEAD));
  }

  @Test
  void peopleOfPreferredCountriesComeAloneWhereThereAreAny() {
    Registry british = REGISTRY.finding(Set.of("GB"));
    assertEquals(List.of("seen"), ids(british.named("Ann Elm")));
    assertEquals(List.of("seen"), ids(british.bySurname("Elm")));
    assertEquals(List.of("ali"), ids(british.named("Ali Shah")));
    assertEquals(Set.of("GB"), british.finding(Spellings.EXACT).countries());
    assertEquals(2, british.finding(Set.of()).named("Ann Elm").size());
  }

  @Test
  void aShortSurnameHasNoOtherSpelling() {
    assertEquals(List.of(), REGISTRY.bySurname("Sha"));
    assertEquals(List.of(), REGISTRY.bySurname("Shaah"));
    assertEquals(1, REGISTRY.named("Aly Shah").size());
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  private static List<String> ids(List<NameMatch> matches) {
    return matches.stream().map(match -> match.person().id()).toList();
  }

  private static Person person(
      String id,
      String name,
      @Nullable String born,
      @Nullable String died,
      Membership... memberships) {
    return new Person(
        id,
        name,
        List.of(),
        Gender.UNKNOWN,
        null,
        null,
        DatePeriod.of(born, died),
        List.of(memberships));
  }
}
