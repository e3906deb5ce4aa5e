package org.onrecord.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchClusterCommandTest {
  @TempDir private Path folder;

  @Test
  void archiveInAFolderHasNoClusterToAsk() {
    CommandRun command = new CommandRun(folder);
    assertEquals(1, command.run("bench", "cluster", "log.jsonl", "--index", "news"));
    assertTrue(command.err().contains("news is on no cluster"), command.err());
  }
}
