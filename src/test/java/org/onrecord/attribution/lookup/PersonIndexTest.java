package org.onrecord.attribution.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.Said;
import org.onrecord.registry.DatePeriod;
import org.onrecord.registry.Gender;
import org.onrecord.registry.Membership;
import org.onrecord.registry.Organisation;
import org.onrecord.registry.Party;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;

/** How common names are, and who holds an office. */
class PersonIndexTest {
  private static final LocalDate DAY = LocalDate.of(2020, 5, 4);

  @Test
  void nameIsCommonWhereManyShareItsWords() {
    PersonIndex index = new PersonIndex(crowd());
    assertTrue(index.expectedBearers("Tom Birch") > 0.3);
    assertTrue(index.expectedBearers("Tom Quill0") < 0.1);
    assertEquals(0, index.expectedBearers("Orla Nobody"));
  }

  @Test
  void commonNameNeedsMoreThanTheCountry() {
    Registry crowd = crowd();
    String body = "“The quay is ours,” %s said in London.";
    assertEquals("tom-birch", id(crowd, body.formatted("Tom Birch")));
    assertEquals("known", id(crowd, body.formatted("Tide MP Tom Birch")));
    assertEquals("known-a0", id(crowd, body.formatted("Tom Quill0")));
  }

  /** A hundred of one first name, a hundred of one surname, and one of both. */
  private static Registry crowd() {
    List<Person> people = new ArrayList<>();
    Membership tide = new Membership("gb-tide", "MP", DatePeriod.ALWAYS);
    people.add(Person.of("known", "Tom Birch", Gender.MALE, tide));
    for (int i = 0; i < 100; i++) {
      people.add(Person.of("known-a" + i, "Tom Quill" + i, Gender.MALE, tide));
      people.add(Person.of("known-b" + i, "Alan" + i + " Birch", Gender.MALE, tide));
    }
    return new Registry(people, List.of(Party.of("gb-tide", "Tide", "GB")), List.of());
  }

  private static String id(Registry registry, String body) {
    return Said.id(Said.read(registry, DAY, body).quotations().getLast());
  }

  @Test
  void holderIsWhoHoldsTheOfficeForSure() {
    PersonIndex index =
        new PersonIndex(
            new Registry(
                List.of(
                    governor("first", DatePeriod.of("2010", "2014-12-31"), null),
                    governor("second", DatePeriod.of("2015", "2018-12-31"), null),
                    governor("third", DatePeriod.of("2019", null), LocalDate.of(2019, 6, 1))),
                List.of(),
                List.of(new Organisation("us-ohio", "Government of Ohio", "US"))));
    assertEquals(List.of("first"), ids(index, "2014-12-31"));
    assertEquals(List.of("second"), ids(index, "2015-01-01"));
    assertEquals(List.of("third"), ids(index, "2020-06-01"));
    assertEquals(List.of(), ids(index, "2020-06-02"));
  }

  private static Person governor(String id, DatePeriod period, @Nullable LocalDate known) {
    return Person.of(
        id,
        "Bearer " + id,
        Gender.UNKNOWN,
        new Membership("us-ohio", "Governor of Ohio", period, known, null));
  }

  private static List<String> ids(PersonIndex index, String day) {
    return index.holders("governor of Ohio", LocalDate.parse(day)).stream()
        .map(Person::id)
        .toList();
  }
}
