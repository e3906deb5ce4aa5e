package org.onrecord.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong in a file is told with its place, and the rest of the file holds. */
class RegistryProblemsTest {
  private static final LocalDate DAY = LocalDate.of(2012, 1, 1);

  @TempDir Path folder;

  @Test
  void onlyTheWrongMembershipOfACsvFileIsLeftOut() throws IOException {
    LoadedRegistry loaded =
        csv(
            """
            name,party,start,end
            Jane Roe,Reds,2010,2013
            Jane Roe,Blues,2015,2014
            John Doe,Reds,2019-02-30,
            """);
    assertEquals(
        List.of(
            "people.csv, line 3: it ends 2014-12-31, before it starts 2015-01-01; membership left"
                + " out",
            "people.csv, line 4: start 2019-02-30 is no date; membership left out"),
        loaded.problems());
    assertEquals(2, loaded.registry().persons().size());
    assertEquals(List.of("Reds"), parties(loaded, "Jane Roe"));
    assertEquals(List.of(), parties(loaded, "John Doe"));
  }

  @Test
  void twoPartiesAtOnceAreToldAndKept() throws IOException {
    LoadedRegistry loaded =
        csv(
            """
            name,party,start,end
            Jane Roe,Reds,2010-01-01,2013-06-30
            Jane Roe,Blues,2011-01-01,
            """);
    assertEquals(
        List.of(
            "people.csv, line 3: Jane Roe is in Reds and in Blues from 2011-01-01 to 2013-06-30;"
                + " both kept"),
        loaded.problems());
    assertEquals(List.of("Reds", "Blues"), parties(loaded, "Jane Roe"));
  }

  @Test
  void whoChangesWithinADayOrAMonthIsNotInTwoParties() throws IOException {
    LoadedRegistry loaded =
        csv(
            """
            name,party,start,end
            Jane Roe,Reds,2010-01-01,2013-06-30
            Jane Roe,Blues,2013-06-30,
            Tom Birch,Reds,2015,2022-03
            Tom Birch,Blues,2022-03,
            """);
    assertEquals(List.of(), loaded.problems());
  }

  @Test
  void anotherPersonOfOneIdIsLeftOut() throws IOException {
    LoadedRegistry loaded =
        csv("id,name,party\na,Jane Roe,Reds\na,John Doe,Blues\na,Jane M. Roe,\n");
    assertEquals(
        List.of("people.csv, line 3: the id is that of Jane Roe in an earlier row; left out"),
        loaded.problems());
    assertEquals(List.of("Reds"), parties(loaded, "Jane Roe"));
    assertEquals(List.of(), loaded.registry().named("John Doe"));
  }

  @Test
  void aPartyIdWithoutAnyNameIsUnknown() throws IOException {
    LoadedRegistry loaded = csv("name,party_id\nJane Roe,pti2\n");
    assertEquals(
        List.of(
            "people.csv, line 2: party_id pti2 is no known party's, and the row gives it no name;"
                + " membership left out"),
        loaded.problems());
    assertEquals(1, loaded.registry().persons().size());
  }

  @Test
  void datesOfLifeAreReadFromCsv() throws IOException {
    LoadedRegistry loaded = csv("name,born,died\nJane Roe,1950-03,2005\nJohn Doe,1950-13,\n");
    assertEquals(
        List.of("people.csv, line 3: born 1950-13 is no date; dates of life left out"),
        loaded.problems());
    assertEquals(
        DatePeriod.of("1950-03", "2005"),
        loaded.registry().named("Jane Roe").getFirst().person().life());
  }

  @Test
  void twoPartiesAtOnceAreToldOfPopoloToo() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("r.json"),
            """
            {"organizations":[{"id":"reds","name":"Reds","classification":"party"},
              {"id":"blues","name":"Blues","classification":"party"}],
             "persons":[{"id":"jane","name":"Jane Roe","memberships":[
              {"organization_id":"reds","start_date":"2010-01-01"},
              {"organization_id":"blues","start_date":"2011-01-01"}]}]}
            """);
    LoadedRegistry loaded = RegistryLoader.load(file);
    assertEquals(
        List.of(
            "r.json, persons[0] (jane), memberships[1]: Jane Roe is in Reds and in Blues from"
                + " 2011-01-01; both kept"),
        loaded.problems());
  }

  @Test
  void ofVeryManyProblemsOnlyTheFirstAreTold() throws IOException {
    LoadedRegistry loaded = csv("name,start\n" + "Jane Roe,never\n".repeat(1000));
    assertEquals(201, loaded.problems().size());
    assertEquals("people.csv: and 800 more", loaded.problems().getLast());
    assertTrue(loaded.registry().persons().size() == 1);
  }

  private LoadedRegistry csv(String text) throws IOException {
    return RegistryLoader.load(Files.writeString(folder.resolve("people.csv"), text));
  }

  private static List<String> parties(LoadedRegistry loaded, String name) {
    Registry registry = loaded.registry();
    Person person = registry.named(name).getFirst().person();
    return registry.partiesOf(person, DAY).stream().map(Party::name).toList();
  }
}
