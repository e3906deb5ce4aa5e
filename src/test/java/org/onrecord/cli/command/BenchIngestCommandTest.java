package org.onrecord.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchIngestCommandTest {
  @TempDir private Path folder;

  @Test
  void eachRoundHasItsRow() throws IOException {
    Path articles = folder.resolve("articles.jsonl");
    Files.write(
        articles,
        List.of(
            "{\"id\": \"a\", \"date\": \"2024-11-07\", \"body\": \"The ferry is late.\"}",
            "{\"id\": \"b\", \"date\": \"2024-11-07\", \"body\": \"The pier is shut.\"}"));
    CommandRun command = new CommandRun(folder);
    String index = folder.resolve("index").toString();
    String[] run = {"bench", "ingest", articles.toString(), "--index", index, "--rounds", "2"};
    assertEquals(0, command.run(run), command.err());
    List<String> rows = command.outLines();
    assertEquals(4, rows.size(), command.out());
    assertTrue(rows.get(2).startsWith("| 1 | 2 | 0 | "), command.out());
    assertTrue(rows.get(3).startsWith("| 2 | 2 | 0 | "), command.out());
  }

  @Test
  void growingNeedsFilesOrTwoIndexes() {
    CommandRun command = new CommandRun(folder);
    assertEquals(2, command.run("bench", "grow"));
    assertEquals(2, command.run("bench", "grow", "--from", "news"));
    assertEquals(2, command.run("bench", "grow", "a.jsonl", "--from", "news", "--into", "large"));
  }
}
