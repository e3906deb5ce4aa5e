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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.article.ProgramVersion;

class OnRecordCommandTest {
  @TempDir private Path folder;
  private CommandRun command;

  @BeforeEach
  void start() {
    command = new CommandRun(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve", "index", "search", "extract", "check", "backup", "restore", "train", "keys"
      })
  void everyCommandHasHelpWithExamples(String name) {
    assertEquals(0, command.run(name, "--help"));
    assertTrue(command.out().startsWith("Usage: onrecord " + name + " "), command.out());
    assertTrue(command.out().contains("Examples:\n  onrecord " + name), command.out());
    assertEquals("", command.err());
    assertTrue(command.outLines().stream().allMatch(l -> l.length() <= 82), command.out());
  }

  @Test
  void helpNamesEveryCommand() {
    assertEquals(0, command.run("--help"));
    for (String name : List.of("serve", "index", "search", "extract", "check")) {
      assertTrue(command.out().contains("\n  " + name + " "), command.out());
    }
  }

  @Test
  void versionIsTheOneThatIsReleased() throws IOException {
    assertEquals(0, command.run("--version"));
    String version = ProgramVersion.CURRENT;
    assertEquals("OnRecord " + version + "\n", command.out());
    assertTrue(Files.readString(Path.of("pom.xml")).contains("<version>" + version + "</version>"));
    assertTrue(
        Files.readString(Path.of("src/main/resources/openapi.yaml"))
            .contains("\n  version: \"" + version + "\"\n"));
    assertTrue(Files.readString(Path.of("CHANGES.md")).contains("\n## " + version + "\n"));
  }

  @Test
  void unknownCommandIsBadUsage() {
    assertEquals(2, command.run("srve"));
    assertEquals(
        List.of(
            "onrecord: there is no command 'srve'. Did you mean serve?", "Try: onrecord --help"),
        command.errLines());
  }

  @Test
  void eachCommandIsFoundByTheNameThatItTells() {
    command
        .commandLine()
        .getSubcommands()
        .forEach((name, each) -> assertEquals(name, each.getCommandSpec().name()));
  }

  private String refused(String... args) {
    assertEquals(2, command.run(args));
    List<String> lines = command.errLines();
    return lines.get(lines.size() - 2);
  }

  @Test
  void misspeltOptionIsToldWithThoseAlike() {
    assertEquals(
        "onrecord: Unknown option: '--speakr'. Did you mean --speaker?",
        refused("search", "--speakr", "x"));
    assertEquals("onrecord: Unknown option: '--zebra'", refused("search", "--zebra"));
  }

  @Test
  void wrongValueIsToldWithThoseThatWouldDo() {
    assertEquals(
        "onrecord: Invalid value for option '--sort': 'best' is none of relevance, recent, newest,"
            + " oldest",
        refused("search", "--sort", "best"));
    assertEquals(
        "onrecord: Invalid value for option '--size': 'ten' is no whole number, or one too large",
        refused("search", "--size", "ten"));
    assertEquals(
        "onrecord: Invalid value for option '--min-confidence': 'high' is no number",
        refused("search", "--min-confidence", "high"));
  }

  @Test
  void commandIsNeeded() {
    assertEquals(2, command.run());
    assertEquals(
        "onrecord: a command is missing: serve, index, watch, feed, search, batch, verify,"
            + " check-draft, mcp, extract, correct, corrections, people, keys, check, backup,"
            + " restore, reindex, migrate, export, settings, registry, train, evaluate, bench",
        command.errLines().getFirst());
  }

  @Test
  void soundIndexIsDone() {
    assertEquals(0, command.run("check", "--index", "x"));
    assertEquals("x is sound: 1 article, 17 paragraphs, 20 quotations\n", command.out());
  }

  @Test
  void damagedIndexFails() {
    command.archives().problem("article a~1 has no paragraphs");
    assertEquals(1, command.run("check", "--index", "x"));
    assertEquals(
        List.of("  article a~1 has no paragraphs", "onrecord: 1 problem found"),
        command.errLines().subList(0, 2));
  }
}
