package org.onrecord.attribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.registry.DatePeriod;
import org.onrecord.registry.Gender;
import org.onrecord.registry.Membership;
import org.onrecord.registry.Organisation;
import org.onrecord.registry.Party;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;

/**
 * A small registry of people of the coasts of countries that everybody knows, since a country is
 * evidence. Ids begin with {@code known-}; one made from a name does not.
 */
public final class CoastRegistry {
  private static final List<Party> PARTIES =
      List.of(
          party("gb-tide", "Tide", "Tide Party", "GB", "TP", "Tidalists"),
          party("gb-reform", "Reform", "Reform League", "GB"),
          party("gb-green", "Green", "Green Alliance", "GB"),
          party("ca-tide", "Tide", "Tide Party of Canada", "CA", "Tidalists"),
          party("us-sec", "SEC", "Sea and Estuary Coalition", "US"),
          party("us-mesa", "Mesa", "Mesa Party", "US", "M", "Mesan"),
          party("us-grove", "Grove", "Grove Party", "US", "G"),
          party("it-dc", "DC", "Dunes and Cliffs", "IT"),
          party("au-coalition", "National Coalition", "National Coalition", "AU"),
          Party.of("own", "OWN", null),
          party("in-nadi", "Nadi Dal", "Nadi Janata Dal", "IN", "NJD"),
          party("in-nadi-united", "Nadi Dal United", "Nadi Janata Dal United", "IN", "NJD(U)"),
          party("in-conference", "National Conference", "Coast National Conference", "IN", "NC"),
          party("pk-ktt", "KTT", "Kashti Tehreek of Thatta", "PK"));

  private CoastRegistry() {}

  public static Registry of() {
    List<Person> people = new ArrayList<>();
    people.add(
        person(
            "known-ada-marlow",
            "Ada Marlow",
            Gender.FEMALE,
            office("gb-government", "Prime Minister of the United Kingdom", "2017", null),
            in("gb-tide", "1990", null)));
    people.add(
        person("known-bess-marlow", "Bess Marlow", Gender.FEMALE, in("ca-tide", "1990", null)));
    people.add(
        person(
            "known-noel-brack",
            "Noel Brack",
            Gender.MALE,
            office("gb-parliament", "Member of Parliament for Leeds", "2010", null),
            in("gb-tide", "2001", null)));
    people.add(
        person(
            "known-enid-brack",
            "Enid Brack",
            Gender.FEMALE,
            office("gb-parliament", "Member of Parliament for Hull", "2010", null),
            in("gb-green", "2001", null)));
    people.add(
        person(
            "known-odo-varley",
            "Odo Varley",
            Gender.MALE,
            office("gb-parliament", "Member of Parliament for Truro", "1995", "2001-06-01"),
            in("gb-tide", "1990", "2001-06-01")));
    people.add(
        person(
            "known-walt-dorran",
            "Walt Dorran",
            Gender.MALE,
            office("us-congress", "Senator from Ohio", "2009", null),
            in("us-mesa", "2000", null)));
    people.add(
        person(
            "known-june-stroud",
            "June Stroud",
            Gender.FEMALE,
            office("us-government", "President of the United States", "2019-01-20", null),
            in("us-grove", "1999", null)));
    people.add(
        person(
            "known-gil-verne",
            "Gil Verne",
            Gender.MALE,
            office("ca-government", "Prime Minister of Canada", "2017", null),
            in("ca-tide", "1999", null)));
    people.add(
        person(
            "known-ruth-felder",
            "Ruth Felder",
            Gender.FEMALE,
            office("us-government", "Director of the Office of Tides", "2018", null)));
    people.add(
        person(
            "known-ike-holm",
            "Ike Holm",
            Gender.MALE,
            office("us-government", "President of the United States", "2011-01-20", "2019-01-19"),
            in("us-mesa", "1985", null)));
    people.add(
        person(
            "known-lev-tasker",
            "Lev Tasker",
            Gender.MALE,
            in("us-mesa", "1999", null, "2012-01-01")));
    people.add(
        person(
            "known-cora-tasker",
            "Cora Tasker",
            Gender.FEMALE,
            in("us-mesa", "1999", null, "2016-01-01")));
    people.add(
        person(
            "known-devan-kolhar",
            "Devan Kolhar",
            Gender.MALE,
            office("in-bihar", "Chief Minister of Bihar", "2018", null),
            in("in-nadi", "1999", null)));
    people.add(
        person(
            "known-meera-kolhar",
            "Meera Kolhar",
            Gender.FEMALE,
            office("in-kerala", "Chief Minister of Kerala", "2015", "2018-05-01"),
            in("in-conference", "1999", null)));
    people.add(
        person(
            "known-gul-bano",
            "Gul Bano",
            Gender.FEMALE,
            office("pk-parliament", "Member of the National Assembly of Pakistan", "2013", null),
            in("pk-ktt", "2005", null)));
    people.add(person("known-pip-farrow", "Pip Farrow", Gender.MALE, in("own", "2000", null)));
    return new Registry(people, PARTIES, organisations());
  }

  private static List<Organisation> organisations() {
    return List.of(
        new Organisation("ca-government", "Government of Canada", "CA"),
        new Organisation("gb-government", "Government of the United Kingdom", "GB"),
        new Organisation("gb-parliament", "Parliament of the United Kingdom", "GB"),
        new Organisation("us-government", "Government of the United States", "US"),
        new Organisation("us-congress", "Congress of the United States", "US"),
        new Organisation("in-bihar", "Government of Bihar", "IN"),
        new Organisation("in-kerala", "Government of Kerala", "IN"),
        new Organisation("pk-parliament", "Parliament of Pakistan", "PK"));
  }

  private static Party party(
      String id, String name, String fullName, String country, String... aliases) {
    return new Party(id, name, fullName, List.of(aliases), List.of(), country, DatePeriod.ALWAYS);
  }

  private static Person person(String id, String name, Gender gender, Membership... memberships) {
    return Person.of(id, name, gender, memberships);
  }

  private static Membership office(
      String organisation, String role, String start, @Nullable String end) {
    return new Membership(organisation, role, DatePeriod.of(start, end));
  }

  private static Membership in(String party, String start, @Nullable String end) {
    return new Membership(party, null, DatePeriod.of(start, end));
  }

  /** A membership of which nobody knows whether it goes on after a day. */
  private static Membership in(String party, String start, @Nullable String end, String known) {
    return new Membership(party, null, DatePeriod.of(start, end), LocalDate.parse(known), null);
  }
}
