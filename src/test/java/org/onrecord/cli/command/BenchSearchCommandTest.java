package org.onrecord.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.CopyMode;
import org.onrecord.search.SearchRequest;

class BenchSearchCommandTest {
  @TempDir private Path folder;
  private CommandRun command;

  @BeforeEach
  void start() {
    command = new CommandRun(folder);
  }

  private String log(String... lines) throws IOException {
    Path log = folder.resolve("log.jsonl");
    Files.write(log, List.of(lines));
    return log.toString();
  }

  @Test
  void searchesAreAskedAsTheLogHasThem() throws IOException {
    String log =
        log(
            "{\"class\": \"name\", \"q\": \"ruth alder\", \"filters\": {\"type\": \"quote\","
                + " \"party\": \"GRN\", \"from\": \"2024-11-07\"}}");
    String[] run = {"bench", "search", log, "--rounds", "1", "--facets", "party", "--unfold"};
    assertEquals(0, command.run(run), command.err());
    SearchRequest asked = command.archives().request();
    assertEquals("ruth alder", asked.q());
    assertEquals(Set.of(DocumentType.QUOTE), asked.types());
    assertEquals(Map.of(Facet.PARTY, List.of("GRN")), asked.filters());
    assertEquals(LocalDate.of(2024, 11, 7), asked.from());
    assertEquals(Set.of(Facet.PARTY), asked.facets());
    assertEquals(CopyMode.UNFOLD, asked.copies());
  }

  @Test
  void eachClassHasItsRow() throws IOException {
    String log =
        log(
            "{\"class\": \"name\", \"q\": \"ruth alder\"}",
            "",
            "{\"class\": \"word\", \"q\": \"ferry\"}",
            "{\"class\": \"word\", \"q\": \"harbour\"}");
    assertEquals(0, command.run("bench", "search", log, "--rounds", "2"));
    List<String> rows = command.outLines();
    assertTrue(rows.get(2).startsWith("| name | 2 | "), command.out());
    assertTrue(rows.get(3).startsWith("| word | 4 | "), command.out());
    assertTrue(rows.get(4).startsWith("| all | 6 | "), command.out());
  }

  @Test
  void answersAreWrittenWithoutTheirTime() throws IOException {
    Path answers = folder.resolve("answers.jsonl");
    String log = log("{\"q\": \"ferry\"}");
    assertEquals(
        0, command.run("bench", "search", log, "--rounds", "0", "--answers", answers.toString()));
    assertEquals("", command.out());
    assertTrue(Files.readString(answers).contains("\"tookMillis\":0,"));
  }

  @Test
  void brokenLineIsToldByItsNumber() throws IOException {
    String log = log("{\"q\": \"ferry\"}", "{\"class\": \"word\"}");
    assertEquals(1, command.run("bench", "search", log));
    assertTrue(command.err().contains("log.jsonl, line 2: "), command.err());
  }

  @Test
  void unknownFacetIsBadUsage() throws IOException {
    assertEquals(
        2, command.run("bench", "search", log("{\"q\": \"ferry\"}"), "--facets", "colour"));
    assertTrue(command.err().contains("there is no facet colour"), command.err());
  }
}
