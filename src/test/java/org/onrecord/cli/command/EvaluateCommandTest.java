package org.onrecord.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  @TempDir private Path folder;
  private CommandRun command = new CommandRun(Path.of(""));

  @BeforeEach
  void start() {
    command = new CommandRun(folder);
  }

  @Test
  void scoresFileNamesItsCommandAndHoldsNoText() throws IOException {
    Path json = folder.resolve("scores.json");
    int code =
        command.run(
            "evaluate",
            "quotations",
            resource("gold.jsonl"),
            "--system",
            resource("system.jsonl"),
            "--json",
            json.toString());
    assertEquals(0, code, command.err());
    assertTrue(command.out().startsWith("marks: 5 articles, 15 quotations annotated, 19 found"));
    String scores = Files.readString(json);
    String again = "onrecord evaluate quotations gold.jsonl --system system.jsonl";
    assertTrue(scores.contains(again), scores);
    assertFalse(scores.contains("Ferris"), scores);
  }

  @Test
  void foldsBeyondTheArticlesAreBadUsage() {
    assertEquals(2, command.run("evaluate", "quotations", resource("gold.jsonl"), "--folds", "9"));
    assertTrue(command.err().contains("from 2 to 5 folds, not 9"), command.err());
  }

  @Test
  void whatToMeasureMustBeSaid() {
    assertEquals(2, command.run("evaluate"));
    assertTrue(command.err().contains("say what: quotations"), command.err());
    assertEquals(2, command.run("bench"));
  }

  private static String resource(String name) {
    try {
      String path = "/org/onrecord/evaluation/" + name;
      return Path.of(Objects.requireNonNull(EvaluateCommandTest.class.getResource(path)).toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }
}
