package org.onrecord.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Popolo as the members of the UK's Parliament are published in it. */
class ParliamentPopoloTest {
  private static final String FILE =
      """
      {"organizations":[
        {"id":"labour","name":"Labour","classification":"party"},
        {"id":"crossbench","name":"Crossbench","classification":"party"},
        {"id":"house-of-commons","name":"House of Commons","classification":"chamber"},
        {"id":"house-of-lords","name":"House of Lords","classification":"chamber"}],
       "posts":[{"id":"cons/1","label":"MP for Harbour North","organization_id":"house-of-commons",
         "role":"MP","area":{"name":"Harbour North"}},
        {"id":"cons/2","organization_id":"house-of-commons","role":"MP","area":{"name":"Elm"}}],
       "persons":[
        {"id":"person/1","other_names":[
          {"note":"Main","given_name":"Ruth","family_name":"Birch","end_date":"1999-12-31"},
          {"note":"Main","given_name":"Ruth","family_name":"Alder","start_date":"2000-01-01"},
          {"note":"Alternate","name":"Ruthie Alder"}],
         "identifiers":[{"scheme":"datadotparl_id","identifier":172}]},
        {"id":"person/2","other_names":[{"note":"Main","honorific_prefix":"Lord",
          "given_name":"Tom","lordname":"Aberdale","lordofname":"","end_date":"2005-03-01"}]},
        {"id":"person/3","other_names":[{"note":"Main","honorific_prefix":"Lord",
          "given_name":"Alan","surname":"Reed","lordname":"Aberdale","lordofname":"Elm"}]},
        {"id":"person/4","redirect":"person/1"},
        {"id":"person/5","other_names":[{"note":"Main","honorific_prefix":"Bishop",
          "lordname":"","lordofname":"Oakford"}]},
        {"id":"person/6","birth_date":"1950-05"}],
       "memberships":[
        {"id":"member/1","person_id":"person/1","post_id":"cons/1","on_behalf_of_id":"labour",
         "start_date":"1997-05-01","end_date":"2001-05-14"},
        {"id":"member/2","person_id":"person/4","post_id":"cons/2","on_behalf_of_id":"labour",
         "start_date":"2001-06-07","end_date":"9999-12-31",
         "name":{"given_name":"Ruth","family_name":"Alder-Birch"}},
        {"id":"lord/1","person_id":"person/2","organization_id":"house-of-lords","label":"Peer",
         "on_behalf_of_id":"crossbench","start_date":"1980","end_date":"2005-03-01",
         "end_reason":"died"},
        {"id":"lord/2","person_id":"person/3","organization_id":"house-of-lords","role":"Peer",
         "on_behalf_of_id":"labour","start_date":"2009-06-01","end_date":"9999-12-31"},
        {"id":"member/3","person_id":"person/1","post_id":"cons/9","on_behalf_of_id":"greens",
         "start_date":"1990","end_date":"1991"}]}
      """;

  @TempDir Path folder;
  private LoadedRegistry loaded;
  private Registry registry;

  @BeforeEach
  void load() throws IOException {
    loaded = RegistryLoader.load(Files.writeString(folder.resolve("people.json"), FILE));
    registry = loaded.registry();
  }

  @Test
  void theLatestMainNameIsTheNameAndTheOthersAreAliases() {
    Person ruth = registry.person("person/1").orElseThrow();
    assertEquals("Ruth Alder", ruth.name());
    assertEquals(List.of("Ruth Birch", "Ruthie Alder", "Ruth Alder-Birch"), ruth.aliases());
  }

  @Test
  void aPostIsTheOfficeAndTheYear9999IsOpen() {
    Person ruth = registry.person("person/1").orElseThrow();
    assertEquals(
        List.of("MP for Elm"),
        registry.officesOf(ruth, LocalDate.of(2020, 1, 1)).stream().map(Office::role).toList());
    assertEquals(
        List.of("MP for Harbour North"),
        registry.officesOf(ruth, LocalDate.of(1998, 1, 1)).stream().map(Office::role).toList());
  }

  @Test
  void betweenTwoParliamentsNobodyLeavesTheParty() {
    Person ruth = registry.person("person/1").orElseThrow();
    assertEquals(
        List.of("Labour"),
        registry.partiesOf(ruth, LocalDate.of(2001, 5, 20)).stream().map(Party::name).toList());
  }

  @Test
  void peersAreCalledByTheirTitles() {
    assertEquals("Lord Aberdale", registry.person("person/2").orElseThrow().name());
    Person later = registry.person("person/3").orElseThrow();
    assertEquals("Lord Aberdale of Elm", later.name());
    assertEquals(List.of("Lord Aberdale", "Alan Reed"), later.aliases());
    assertEquals("Bishop of Oakford", registry.person("person/5").orElseThrow().name());
  }

  @Test
  void theLivingPeerOfANameIsMeant() {
    assertEquals(2, registry.named("Lord Aberdale").size());
    assertEquals("person/3", only(LocalDate.of(2010, 1, 1)));
    assertEquals("person/2", only(LocalDate.of(1990, 1, 1)));
  }

  @Test
  void whatIsWrongIsToldAndTheRestHolds() {
    assertEquals(
        List.of(
            "people.json, memberships[4] (member/3): post cons/9 is not there; left out",
            "people.json, memberships[4] (member/3): organization greens is not there; party left"
                + " out",
            "people.json, persons[5] (person/6): name is missing; left out"),
        loaded.problems());
    assertTrue(registry.person("person/6").isEmpty());
  }

  private String only(LocalDate date) {
    List<NameMatch> found = registry.named("Lord Aberdale", date);
    assertEquals(1, found.size());
    return found.getFirst().person().id();
  }
}
