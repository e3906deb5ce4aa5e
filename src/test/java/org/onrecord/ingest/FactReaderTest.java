package org.onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.article.SpeakerGender;
import org.onrecord.attribution.source.Attribution.ToPerson;
import org.onrecord.registry.DatePeriod;
import org.onrecord.registry.Gender;
import org.onrecord.registry.Membership;
import org.onrecord.registry.Organisation;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;
import org.onrecord.schema.SpeakerFacts;

/** What is known of who speaks is sure, or left out. */
final class FactReaderTest {
  private static final Registry REGISTRY =
      new Registry(
          List.of(
              Person.of(
                  "ruth-alder",
                  "Ruth Alder",
                  Gender.FEMALE,
                  held("Mayor of Elmsea", "2015", "2019", null),
                  held("Chair of the Harbour Board", "2016", null, null),
                  held("Member of the Assembly", "2010", null, "2017-06-30"))),
          List.of(),
          List.of(new Organisation("state", "State", null)));

  private static Membership held(
      String role, String from, @Nullable String to, @Nullable String known) {
    return new Membership(
        "state",
        role,
        DatePeriod.of(from, to),
        known == null ? null : LocalDate.parse(known),
        null);
  }

  private static Optional<SpeakerFacts> facts(boolean registered, @Nullable String date) {
    return new FactReader(REGISTRY, date == null ? null : LocalDate.parse(date))
        .of(new ToPerson("Ruth Alder", "ruth-alder", registered, "name", 0.9));
  }

  private static List<String> offices(@Nullable String date) {
    return facts(true, date).orElseThrow().offices();
  }

  @Test
  void officesAreThoseHeldForSureOnTheDay() {
    assertEquals(List.of("Member of the Assembly"), offices("2014-05-01"));
    assertEquals(
        List.of("Mayor of Elmsea", "Chair of the Harbour Board", "Member of the Assembly"),
        offices("2017-06-30"));
    assertEquals(
        List.of("Mayor of Elmsea", "Chair of the Harbour Board"),
        offices("2017-07-01"),
        "an old list alone says that she is still a member");
    assertEquals(List.of("Chair of the Harbour Board"), offices("2024-01-01"));
    assertEquals(List.of(), offices(null));
  }

  @Test
  void genderIsTheRegistrys() {
    assertEquals(SpeakerGender.FEMALE, facts(true, null).orElseThrow().gender());
  }

  @Test
  void nothingIsKnownOfNamesakes() {
    assertEquals(Optional.empty(), facts(false, "2017-06-30"));
  }
}
