package org.onrecord.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.cli.option.RegistryChoice;

class RegistryCommandTest {
  @TempDir private Path folder;
  private CommandRun command;

  @BeforeEach
  void start() {
    command = new CommandRun(folder);
  }

  @Test
  void checkCountsWhatIsKnown() {
    assertEquals(0, command.run("registry", "check"), command.err());
    assertTrue(
        command
            .out()
            .matches(
                "[0-9,]+ people, [0-9,]+ parties, [0-9,]+ memberships, [0-9]+ countries; .*\\n"),
        command.out());
  }

  @Test
  void checkTellsEveryProblemOfAFile() throws IOException {
    Path file = write("name,party,end\nAsta Lindqvarn,Moss Party,2019-02-30\n,Moss Party,\n");
    assertEquals(3, command.run("registry", "check", "--registry", file.toString()));
    assertEquals(
        List.of(
            "warning: people.csv, line 2: end 2019-02-30 is no date; membership left out",
            "warning: people.csv, line 3: name is missing; left out",
            "onrecord: 2 problems found"),
        command.errLines());
  }

  @Test
  void aFileThatCannotBeReadIsAnError() throws IOException {
    Path file = write("party\nMoss Party\n");
    assertEquals(1, command.run("registry", "check", "--registry", file.toString()));
    assertEquals(
        List.of("onrecord: people.csv, line 1: there is no column name"), command.errLines());
  }

  @Test
  void whoTellsEverythingOfAPerson() throws IOException {
    Path file =
        write(
            """
            id,name,aliases,born,party,role,start,end,country
            asta,Asta Lindqvarn,A. Lindqvarn,1960-02-01,Moss Party,,2010-01-01,2014-12-31,XA
            asta,Asta Lindqvarn,,,Fern Party,leader of the Fern Party,2015-01-01,,XA
            """);
    assertEquals(
        0,
        command.run(
            "registry", "who", "Lindqvarn", "--on", "2016-05-01", "--registry", file.toString()),
        command.err());
    assertEquals(
        List.of(
            "Asta Lindqvarn (asta)",
            "  also: A. Lindqvarn",
            "  born: 1960-02-01",
            "  on 2016-05-01: Fern Party, formerly Moss Party, leader of the Fern Party",
            "  2010-01-01 to 2014-12-31: Moss Party",
            "  2015-01-01 to: leader of the Fern Party, Fern Party"),
        command.outLines());
  }

  @Test
  void whoTellsWhatIsOnlyLastKnownAndWhereItIsFrom() {
    assertEquals(0, command.run("registry", "who", "imran-khan", "--on", "2035-01-01"));
    assertTrue(command.out().contains("PTI (last known on "), command.out());
    assertTrue(command.out().contains(" [hand]"), command.out());
  }

  @Test
  void whoNamesSimilarNames() {
    assertEquals(1, command.run("registry", "who", "Nigle Faragge"));
    assertTrue(
        command
            .err()
            .startsWith(
                "onrecord: nobody of the name Nigle Faragge is known; similar: Nigel Farage"),
        command.err());
  }

  @Test
  void listFiltersByCountryAndParty() throws IOException {
    Path file =
        write(
            """
            id,name,party,role,start,end,country
            b,Asta Lindqvarn,Moss Party,Mayor of Fern,2010-01-01,,XA
            a,Aksel Birkvold,Moss Party,,2010-01-01,2012-12-31,XA
            c,Tove Ulvmark,Fern Party,,2010-01-01,,XB
            """);
    assertEquals(
        0,
        command.run(
            "registry",
            "list",
            "--country",
            "xa",
            "--party",
            "moss party",
            "--on",
            "2020-01-01",
            "--registry",
            file.toString()),
        command.err());
    assertEquals(
        List.of("a\tAksel Birkvold\t\t", "b\tAsta Lindqvarn\tMoss Party\tMayor of Fern"),
        command.outLines());
  }

  @Test
  void aPartyThatNobodyKnowsIsToldOf() {
    assertEquals(1, command.run("registry", "list", "--party", "No Such Party"));
    assertEquals(List.of("onrecord: no party is called No Such Party"), command.errLines());
  }

  @Test
  void filesAndCountriesAreParted() {
    assertEquals(
        new RegistryChoice(
            List.of(Path.of("a.csv"), Path.of("b.json")), java.util.Set.of("PK", "IN")),
        RegistryChoice.of(List.of("a.csv", "countries=pk, IN", "b.json")));
  }

  @Test
  void whatIsNoCountryIsBadUsage() {
    assertEquals(2, command.run("registry", "check", "--registry", "countries=PK,Inde"));
    assertTrue(
        command
            .err()
            .startsWith(
                "onrecord: --registry countries= takes two-letter codes such as PK,IN, not 'Inde'"),
        command.err());
  }

  @Test
  void helpNamesWhatCanBeAsked() {
    assertEquals(0, command.run("registry", "--help"));
    for (String word : List.of("check", "list", "who")) {
      assertTrue(command.out().contains(word), command.out());
    }
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("people.csv"), text);
  }
}
