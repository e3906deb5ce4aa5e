package org.onrecord.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.cli.terminal.Terminal;

/** What {@code onrecord index} takes in, and what it says of each bad input. */
class IndexCommandTest {
  private static final String GOOD = "date 2024-11-07\n\nJane Doe said “it will be built”.\n";

  @TempDir private Path folder;
  private CommandRun command;

  @BeforeEach
  void start() {
    command = new CommandRun(folder);
  }

  @Test
  void reportTellsWhatWasTakenIn() throws IOException {
    write("in/a.txt", GOOD);
    assertEquals(0, command.run("index", folder + "/in"));
    assertTrue(
        command
            .out()
            .matches(
                "1 article, 1 paragraph, 1 quotation in \\d+\\.\\d s \\([0-9.,]+ articles/s\\)\\R"),
        command.out());
    assertEquals(List.of("Index: " + folder.resolve("index")), command.errLines());
    assertEquals(folder.resolve("index"), command.archives().written());
    assertTrue(command.archives().sink().isClosed());
  }

  @Test
  void everythingElseGoesInBesideBadInput() throws IOException {
    Path in = folder.resolve("in");
    write("in/a-good.txt", GOOD);
    write("in/b-no-date.txt", "The minister spoke.\n");
    write("in/c-bad-date.txt", "date 32 May 2024\n\nThe minister spoke.\n");
    write("in/d-empty.txt", "date 2024-11-07\n\n");
    write("in/e-no-word.txt", "date 2024-11-07\n\n— …\n");
    Files.write(
        in.resolve("f-latin.txt"), "date 2024-11-07\n\nCaf\u00e9 \u0081.".getBytes("ISO-8859-1"));
    write(
        "in/g.jsonl",
        """
        {"id":"g1","date":"2024-11-07","body":"One."}
        {"id":"g2","date":"2024-11-07","body":"Two.
        {"id":"g3","date":"yesterday","body":"Three."}
        {"id":"g4","body":"Four."}
        {"id":"g5","date":"2024-11-07","body":""}
        {"id":"g6","date":"2024-11-07","title":5,"body":"Six."}
        {"id":"g1","date":"2024-11-07","body":"One, corrected."}
        """);
    write("in/h.pdf", "%PDF-1.7");
    Files.createSymbolicLink(in.resolve("i-gone.txt"), in.resolve("nowhere"));
    write("in/j-explodes.txt", "date 2024-11-07\n\nThis will explode.\n");
    write("in/k-good.txt", GOOD);
    assertEquals(3, command.run("index", in.toString(), folder + "/missing.txt"));
    List<String> lines = command.outLines();
    assertTrue(lines.get(0).startsWith("4 articles, 4 paragraphs, 2 quotations in "), lines.get(0));
    assertEquals(
        """
        1 article took the place of an earlier one with the same id
        1 warning:
          IN/g.jsonl, line 7: the id "g1" is also that of the article on line 1, whose place it takes
        14 inputs refused:
          IN/b-no-date.txt, line 1: no date: add a line `date 2024-11-07`
          IN/c-bad-date.txt, line 1: "32 May 2024" is no date: May 2024 has no day 32
          IN/d-empty.txt, line 1: the body is empty: there is no paragraph
          IN/e-no-word.txt, line 1: the body has no word
          IN/f-latin.txt, line 3: byte 0xE9 at offset 20 is not UTF-8; save the file as UTF-8, or name its encoding by --encoding
          IN/g.jsonl, line 2: broken JSON at column 44: it ends too early
          IN/g.jsonl, line 3: "date": "yesterday" is no date; write it like 2024-11-07 or 7 November 2024
          IN/g.jsonl, line 4: no date: add a member "date" such as "2024-11-07"
          IN/g.jsonl, line 5: "body" is empty
          IN/g.jsonl, line 6: "title" must be a string, not a number
          IN/h.pdf: not an article format that OnRecord reads: .pdf
          IN/i-gone.txt: the link leads nowhere
          IN/j-explodes.txt, line 1: the analysis of article j-explodes failed: java.lang.IllegalStateException: it exploded
          IN/../missing.txt: there is no such file or folder
        """
            .replace("IN/../", folder + "/")
            .replace("IN/", in + "/"),
        String.join("\n", lines.subList(1, lines.size())) + "\n");
    assertEquals(
        List.of("a-good", "g1", "k-good"),
        List.copyOf(command.archives().sink().articles().keySet()));
    assertEquals("One, corrected.", command.archives().sink().body("g1"));
  }

  @Test
  void standardInputIsRead() {
    command.standardInput("{\"id\":\"a\",\"date\":\"2024-11-07\",\"text\":\"One.\"}\n");
    assertEquals(0, command.run("index", "-", "--index", folder + "/other"));
    assertEquals(folder.resolve("other"), command.archives().written());
    assertEquals("One.", command.archives().sink().body("a"));
  }

  @Test
  void formatCanBeNamed() throws IOException {
    Path file = write("story.md", GOOD);
    assertEquals(0, command.run("index", "--format", "TEXT", file.toString()));
    assertEquals(1, command.archives().sink().articles().size());
  }

  @Test
  void unknownFormatIsBadUsage() {
    assertEquals(2, command.run("index", "x", "--format", "docx"));
    List<String> lines = command.errLines();
    assertTrue(
        lines
            .getFirst()
            .matches(
                "onrecord: Invalid value for option '--format': there is no format 'docx'; choose"
                    + " auto, jsonl, .*, text"),
        lines.getFirst());
    assertEquals("Try: onrecord index --help", lines.getLast());
  }

  @Test
  void pathIsNeeded() {
    assertEquals(2, command.run("index"));
    assertEquals("onrecord: Missing required parameter: 'PATH'", command.errLines().getFirst());
  }

  @Test
  void lockedIndexFailsWithItsMessage() throws IOException {
    Path file = write("a.txt", GOOD);
    assertEquals(1, command.run("index", file.toString(), "--index", "locked"));
    assertEquals(
        List.of("onrecord: the index locked is being written by another OnRecord; wait for it"),
        command.errLines().subList(1, 2));
  }

  @Test
  void stackIsShownOnlyWithDebug() throws IOException {
    Path file = write("a.txt", "date 2024-11-07\n\nexplode\n");
    command.run("index", file.toString());
    assertEquals(1, command.errLines().size(), command.err());
    command.run("index", "--debug", file.toString());
    assertTrue(
        command.err().contains("at org.onrecord.ingest.FakeAnalyzer.analyze"), command.err());
  }

  @Test
  void progressIsShownOnATerminalOnly() throws IOException {
    Path file = write("a.txt", GOOD);
    command.interactive(Terminal.Stream.ERR).run("index", file.toString());
    assertTrue(command.err().contains("Indexing"), command.err());
    assertFalse(command.out().contains("Indexing"), command.out());
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, text);
  }
}
