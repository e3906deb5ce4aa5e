package org.onrecord.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryLoaderTest {
  private static final LocalDate DAY = LocalDate.of(2015, 1, 1);
  private static final String POPOLO =
      """
      {"organizations": [
        {"id":"reds","name":"Red Party","classification":"party","area_id":"XA",
         "founding_date":"1990","dissolution_date":"2020-03",
         "other_names":[{"name":"Reds","note":"short"},{"name":"Crimsons"},
           {"name":"Pinks","start_date":"1990","end_date":"1999"}]},
        {"id":"state","name":"The state"}],
       "persons": [
        {"id":"jane","name":"Jane Roe","gender":"female","summary":"a minister",
         "other_names":[{"name":"Janie Roe"}],
         "identifiers":[{"scheme":"viaf","identifier":"1"},{"scheme":"wikidata","identifier":"Q1"}],
         "memberships":[{"organization_id":"reds","start_date":2010,"end_date":null}]}],
       "memberships": [
        {"person_id":"jane","organization_id":"state","on_behalf_of_id":"reds",
         "role":"Minister of Trees","start_date":"2012","end_date":"2014"}]}
      """;

  @TempDir Path folder;

  @Test
  void popoloPersonsPartiesAndMembershipsAreRead() throws IOException {
    Registry registry = load(file("r.json", POPOLO));
    Party reds = registry.partyById("reds").orElseThrow();
    assertEquals(
        new Party(
            "reds",
            "Reds",
            "Red Party",
            List.of("Crimsons"),
            List.of(new DatedName("Pinks", DatePeriod.of("1990", "1999"))),
            "XA",
            DatePeriod.of("1990", "2020-03")),
        reds);
    Person jane = registry.person("jane").orElseThrow();
    assertEquals(List.of("Janie Roe"), jane.aliases());
    assertEquals(Gender.FEMALE, jane.gender());
    assertEquals("a minister", jane.description());
    assertEquals("Q1", jane.wikidata());
    assertEquals(List.of(reds), registry.partiesOf(jane, DAY));
    assertEquals("Minister of Trees", registry.formerOfficesOf(jane, DAY).getFirst().role());
  }

  @Test
  void everyProblemOfAPopoloFileIsTold() throws IOException {
    List<String> problems =
        problems(
            "bad.json",
            """
            {"organizations":[{"id":"reds","name":"R","classification":"party"},{"id":"reds","name":"R"},{"id":"x"}],
             "persons":[
              {"id":"a","name":"A","memberships":[
                {"organization_id":"reds","start_date":"2019-02-30"},
                {"organization_id":"greens"}]},
              {"id":"a","name":"A again"},
              {"name":"No Id"},
              {"id":"b","name":"B","gender":"unheard of"}],
             "memberships":[{"person_id":"ghost","organization_id":"reds"},
              {"person_id":"a","organization_id":"reds","start_date":"2012","end_date":"2011"},
              {"organization_id":"reds"}]}
            """);
    assertEquals(
        List.of(
            "bad.json, organizations[1] (reds): the id reds occurs twice; left out",
            "bad.json, organizations[2] (x): name is missing; left out",
            "bad.json, persons[1] (a): the id a occurs twice; left out",
            "bad.json, persons[2] (No Id): id is missing; left out",
            "bad.json, persons[0] (a), memberships[0]: start 2019-02-30 is no date; left out",
            "bad.json, persons[0] (a), memberships[1]: organization greens is not there; left out",
            "bad.json, memberships[0]: person ghost is not there; left out",
            "bad.json, memberships[1]: it ends 2011-12-31, before it starts 2012-01-01; left out",
            "bad.json, memberships[2]: person_id is missing; left out",
            "bad.json, persons[3] (b): gender unheard of is unknown; gender left out"),
        problems);
  }

  @Test
  void brokenJsonNamesTheLine() throws IOException {
    List<String> problems = refusal("bad.json", "{\"persons\": [\n{\"id\": }\n]}");
    assertTrue(
        problems.getFirst().startsWith("bad.json, line 2: is no JSON: "), problems::toString);
  }

  @Test
  void jsonOfAnotherKindIsRefused() throws IOException {
    assertEquals(
        List.of("x.json: is no Popolo file: an object with persons, organizations and memberships"),
        refusal("x.json", "[1]"));
  }

  @Test
  void anotherKindOfFileIsRefused() throws IOException {
    assertEquals(
        List.of("people.xml: a registry's name ends in .json (Popolo) or .csv"),
        refusal("people.xml", "<people/>"));
  }

  @Test
  void csvRowsOfOneNameAreOnePerson() throws IOException {
    Registry registry =
        load(
            file(
                "people.csv",
                """
                \uFEFFName,aliases,gender,party,party_id,start,end,role,country,remark
                Jane Roe,Janie Roe; J. Q. Roe,f,Reds,,2010,2014-06,,XA,x
                Jane Roe,,,Blues,,2014-07,,leader of the Blues,xa,
                "Doe, John",,male,,,2012,,Mayor of Springfield,,
                """));
    Person jane = registry.person("people-jane-roe").orElseThrow();
    assertEquals(List.of("Janie Roe", "J. Q. Roe"), jane.aliases());
    assertEquals(Gender.FEMALE, jane.gender());
    assertEquals("xa-blues", registry.partiesOf(jane, DAY).getFirst().id());
    assertEquals("xa-reds", registry.formerPartiesOf(jane, DAY).getFirst().id());
    assertEquals("leader of the Blues", registry.officesOf(jane, DAY).getFirst().role());
    Person john = registry.named("Doe John").getFirst().person();
    assertEquals("Mayor of Springfield", registry.officesOf(john, DAY).getFirst().role());
    assertEquals(List.of(), registry.partiesOf(john, DAY));
  }

  @Test
  void csvRowsWithIdsKeepPersonsOfOneNameApart() throws IOException {
    Registry registry = load(file("people.csv", "id,name\nkhan-1,Imran Khan\nkhan-2,Imran Khan\n"));
    assertEquals(2, registry.named("Imran Khan").size());
  }

  @Test
  void everyProblemOfACsvFileIsToldWithItsLine() throws IOException {
    assertEquals(
        List.of(
            "people.csv, line 3: end 2019-02-30 is no date; membership left out",
            "people.csv, line 4: name is missing; left out",
            "people.csv, line 5: gender robot is unknown; gender left out",
            "people.csv, line 6: gender male contradicts an earlier row; gender left out",
            "people.csv, line 7: it ends 2010-12-31, before it starts 2011-01-01; membership left"
                + " out"),
        problems(
            "people.csv",
            """
            name,gender,party,start,end
            Jane Roe,female,Reds,2010,2011
            Jane Roe,,Reds,2018,2019-02-30
            ,,Reds,2018,
            John Doe,robot,,,
            Jane Roe,male,,,
            Jane Roe,,Reds,2011,2010
            """));
  }

  @Test
  void csvWithoutNamesIsRefused() throws IOException {
    assertEquals(
        List.of("people.csv, line 1: there is no column name"),
        refusal("people.csv", "party\nReds\n"));
  }

  @Test
  void csvThatIsNotUtf8IsRefused() throws IOException {
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "name\nMélenchon\n".getBytes(StandardCharsets.ISO_8859_1));
    RegistryFormatException e =
        assertThrows(RegistryFormatException.class, () -> RegistryLoader.load(latin));
    assertEquals(List.of("latin.csv: is not UTF-8"), e.problems());
  }

  @Test
  void aFileMayNameThePartiesOfTheRegistryItExtends() throws IOException {
    Registry base = load(file("r.json", POPOLO));
    Registry extended = load(base, file("more.csv", "name,party\nJohn Doe,crimsons\n"));
    Person john = extended.named("John Doe").getFirst().person();
    assertEquals(base.partyById("reds").stream().toList(), extended.partiesOf(john, DAY));
    assertEquals(1, extended.parties().size());
  }

  @Test
  void anAmbiguousPartyNameIsAProblem() throws IOException {
    Registry base =
        new Registry(
            List.of(),
            List.of(Party.of("a", "Labour", "XA"), Party.of("b", "Labour", "XB")),
            List.of());
    Path csv = file("p.csv", "name,party,country\nJohn Doe,Labour,\nJane Roe,Labour,xb\n");
    LoadedRegistry loaded = RegistryLoader.extend(base, csv);
    assertEquals(
        List.of(
            "p.csv, line 2: party Labour is one of a, b: add a party_id or a country; membership"
                + " left out"),
        loaded.problems());
    Person jane = loaded.registry().named("Jane Roe").getFirst().person();
    assertEquals("b", loaded.registry().partiesOf(jane, DAY).getFirst().id());
    assertEquals(1, loaded.registry().named("John Doe").size());
  }

  @Test
  void theLaterRegistryWinsById() throws IOException {
    Registry earlier = load(file("r.json", POPOLO));
    Registry later =
        load(file("s.csv", "id,name,aliases,party,start\njane,Jane Moe,JM,Blues,2010\n"));
    Registry merged = RegistryLoader.merge(earlier, later);
    Person jane = merged.person("jane").orElseThrow();
    assertEquals("Jane Moe", jane.name());
    assertEquals(List.of("Jane Roe", "Janie Roe", "JM"), jane.aliases());
    assertEquals(Gender.FEMALE, jane.gender());
    assertEquals("blues", merged.partiesOf(jane, DAY).getFirst().id());
    assertEquals(List.of(), merged.formerOfficesOf(jane, DAY));
  }

  @Test
  void oneWikidataIdentifierIsOnePerson() throws IOException {
    Registry earlier = load(file("r.json", POPOLO));
    Registry later = load(file("s.csv", "name,wikidata\nJ. Roe,Q1\n"));
    Registry merged = RegistryLoader.merge(earlier, later);
    assertEquals(1, merged.persons().size());
    assertEquals("J. Roe", merged.person("jane").orElseThrow().name());
    assertEquals(1, merged.partiesOf(merged.person("jane").orElseThrow(), DAY).size());
  }

  @Test
  void oneNameAloneIsNotOnePerson() throws IOException {
    Registry earlier = load(file("r.json", POPOLO));
    Registry later = load(file("s.csv", "name\nJane Roe\n"));
    assertEquals(2, RegistryLoader.merge(earlier, later).named("Jane Roe").size());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Registry load(Path file) throws IOException {
    return load(Registry.empty(), file);
  }

  /** Reads a file in which nothing is wrong. */
  private static Registry load(Registry base, Path file) throws IOException {
    LoadedRegistry loaded = RegistryLoader.extend(base, file);
    assertEquals(List.of(), loaded.problems());
    return loaded.registry();
  }

  /** What is wrong in a file that can be used. */
  private List<String> problems(String name, String text) throws IOException {
    return RegistryLoader.load(file(name, text)).problems();
  }

  /** Why a file cannot be used. */
  private List<String> refusal(String name, String text) throws IOException {
    Path file = file(name, text);
    return assertThrows(RegistryFormatException.class, () -> RegistryLoader.load(file)).problems();
  }
}
