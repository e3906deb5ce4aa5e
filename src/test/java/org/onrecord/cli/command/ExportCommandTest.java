package org.onrecord.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.search.HitBounds;
import org.onrecord.search.SearchRequest;

class ExportCommandTest {
  private static final List<String> NARROWED =
      List.of(
          "road",
          "+toll",
          "--syntax=lucene",
          "--match=any",
          "--from=2024-11-01",
          "--to=2024-11-30",
          "--variants=off",
          "--copies=unfold",
          "--unsaid=include",
          "--min-confidence=0.5",
          "--min-speaker-confidence=0.6",
          "--sort=newest",
          "--party=PTI");

  @TempDir private Path folder;
  private CommandRun command;

  @BeforeEach
  void start() {
    command = new CommandRun(folder);
  }

  private void run(List<String> first) {
    command.run(Stream.concat(first.stream(), NARROWED.stream()).toArray(String[]::new));
  }

  @Test
  void hitsAreThoseOfTheSameSearch() {
    run(List.of("search", "--type", "quote"));
    SearchRequest searched = command.archives().request();
    run(List.of("export", "--hits", "quote"));
    SearchRequest all = searched.withPage(searched.sort(), 0, null).withFacets(Set.of(), 1);
    assertEquals(
        all.withBounds(HitBounds.NONE.withoutReserved()),
        command.archives().request(),
        "what publishers reserve is left out");
    run(List.of("export", "--hits", "quote", "--reserved"));
    assertEquals(all, command.archives().request());
  }

  @ParameterizedTest
  @CsvSource({"--from,2024-11-01", "--copies,unfold", "--party,PTI", "--format,csv", "-,road"})
  void articlesAreExportedAll(String option, String value) {
    assertEquals(
        2,
        option.equals("-") ? command.run("export", value) : command.run("export", option, value));
    assertTrue(command.err().contains("articles are exported all"), command.err());
  }

  @Test
  void folderThatIsMissingIsNamed() {
    assertEquals(1, command.run("export", "--out", "/nowhere/to/be/found.jsonl"));
    assertTrue(
        command.err().contains("onrecord: /nowhere/to/be: there is no such file or folder"),
        command.err());
  }

  @Test
  void boundThatCannotBeIsBadUsage() {
    assertEquals(2, command.run("export", "--min-confidence", "7"));
    assertTrue(command.err().contains("a confidence is 0 to 1"), command.err());
  }
}
