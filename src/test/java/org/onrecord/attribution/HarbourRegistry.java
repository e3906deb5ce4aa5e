package org.onrecord.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.registry.DatePeriod;
import org.onrecord.registry.DatedName;
import org.onrecord.registry.Gender;
import org.onrecord.registry.Membership;
import org.onrecord.registry.Party;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;

/** A small registry of the town of Harbour, which each trap of attribution has a person for. */
public final class HarbourRegistry {
  private static final Party HARBOUR =
      new Party(
          "harbour",
          "Harbour Party",
          "Harbour Party",
          List.of("HP", "Harbourite"),
          List.of(new DatedName("Quay League", DatePeriod.of(null, "2009-12-31"))),
          "GB",
          DatePeriod.ALWAYS);
  private static final Party FERRY =
      new Party(
          "ferry",
          "Free Ferry List",
          "Free Ferry List",
          List.of("FFL", "Tehreek-e-Kashti"),
          List.of(),
          "GB",
          DatePeriod.ALWAYS);
  private static final Party REPUBLICAN =
      new Party(
          "us-rep",
          "Republican",
          "Republican Party",
          List.of("R", "Republicans"),
          List.of(),
          "US",
          DatePeriod.ALWAYS);

  private HarbourRegistry() {}

  public static Registry of() {
    return new Registry(
        List.of(
            person("ruth-alder", "Ruth Alder", Gender.FEMALE, in("harbour", "Mayor of Harbour")),
            person("marta-quill", "Marta Quill", Gender.FEMALE, in("ferry", null)),
            person("tom-birch", "Tom Birch", Gender.MALE, in("harbour", null)),
            person(
                "ada-holt",
                "Ada Holt",
                Gender.FEMALE,
                new Membership("harbour", null, DatePeriod.of("2001", "2015-06-30")),
                new Membership("ferry", null, DatePeriod.of("2015-07-01", null))),
            person(
                "ned-marsh",
                "Ned Marsh",
                Gender.MALE,
                in("harbour", null),
                new Membership("ferry", null, DatePeriod.of("2012", null))),
            person("carl-elm", "Carl Elm", Gender.MALE, in("us-rep", "Senator from Arizona")),
            person("jack-elder", "Jack Elder", Gender.MALE, in("us-rep", "Senator from Ohio")),
            person("fawad-chaudhry", "Fawad Chaudhry", Gender.MALE, in("ferry", null)),
            person("ejaz-mohammed", "Ejaz Mohammed", Gender.MALE, in("harbour", null))),
        List.of(HARBOUR, FERRY, REPUBLICAN),
        List.of());
  }

  private static Membership in(String party, @Nullable String role) {
    return new Membership(party, role, DatePeriod.of("2000", null));
  }

  private static Person person(String id, String name, Gender gender, Membership... memberships) {
    return Person.of(id, name, gender, memberships);
  }
}
