package org.onrecord.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code onrecord watch} and {@code index --dry-run} do. */
class WatchCommandTest {
  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-11-07T18:00:00Z")));
  }

  @Test
  void takesEachFileOnce() throws IOException {
    write("in/a.txt", "date 2024-11-07\n\nRuth Alder said “it will be built”.\n");
    write("in/b.part", "date 2024-11-07\n\nNot yet.\n");
    CommandRun first = new CommandRun(folder);
    assertEquals(0, first.run("watch", "--once", folder + "/in"));
    assertTrue(first.out().startsWith("1 article, 1 paragraph"), first.out());
    CommandRun second = new CommandRun(folder);
    assertEquals(0, second.run("watch", "--once", folder + "/in"));
    assertEquals("", second.out());
    assertTrue(Files.exists(folder.resolve("in/a.txt")));
  }

  @Test
  void refusalIsToldOnce() throws IOException {
    write("in/a.txt", "No date.\n\nAt all.\n");
    CommandRun first = new CommandRun(folder);
    assertEquals(3, first.run("watch", "--once", folder + "/in"));
    assertTrue(first.out().contains("1 input refused:"), first.out());
    assertEquals(0, new CommandRun(folder).run("watch", "--once", folder + "/in"));
  }

  @Test
  void folderMustBeThere() {
    assertEquals(1, new CommandRun(folder).run("watch", "--once", folder + "/nowhere"));
    assertEquals(2, new CommandRun(folder).run("watch", "--every", "0", folder.toString()));
  }

  @Test
  void dryRunShowsArticlesAndTakesNothing() throws IOException {
    write(
        "in.jsonl",
        """
        {"id":"a","date":"2024-11-07","title":"Pier","body":"<p>One.</p><p>Two.</p>","desk":"town"}
        {"id":"b","body":"No date."}
        {"id":"c","date":"yesterday","body":"x"}
        """);
    CommandRun run = new CommandRun(folder);
    assertEquals(3, run.run("index", "--dry-run", folder + "/in.jsonl"));
    assertEquals(
        """
        warning: IN, line 1: its body is HTML and was converted to text; --html=keep takes it as it is
        IN, line 1, jsonl
          id       a
          title    Pier
          date     2024-11-07
          more     desk
          body     2 paragraphs
            One.

            Two.

        IN, line 2, jsonl
          id       b
          body     1 paragraph
            No date.

        refused: IN, line 3: "date": "yesterday" is no date; write it like 2024-11-07 or 7 November 2024
        2 articles, nothing was taken in
        1 article without a date would be refused
        1 warning
        1 input refused
        """
            .replace("IN", folder + "/in.jsonl"),
        run.out());
  }
}
