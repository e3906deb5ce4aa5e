package org.onrecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.app.ProgramRun;
import org.onrecord.backend.lucene.LuceneArchive;

/** The program's answers to bad input and bad indexes, with nothing in it replaced. */
class AcceptanceTest {
  private static final String GOOD =
      "date 2024-11-07\n\nThe bridge will open in May, said Mayor Jane Doe.\n";

  @TempDir private Path folder;
  private Path in;
  private Path index;

  @BeforeEach
  void name() throws IOException {
    in = Files.createDirectories(folder.resolve("in"));
    index = folder.resolve("index");
  }

  @Test
  void badInputIsToldAndEverythingElseGoesIn() throws IOException {
    write("a-good.txt", GOOD);
    write("b-no-date.txt", "The mayor spoke.\n");
    write("c-bad-date.txt", "date 32 May 2024\n\nThe mayor spoke.\n");
    write("d-empty.txt", "date 2024-11-07\n\n");
    Files.write(
        in.resolve("e-latin.txt"), "date 2024-11-07\n\nCaf\u00e9 \u0081.".getBytes("ISO-8859-1"));
    write(
        "f.jsonl",
        """
        {"id":"f1","date":"2024-11-07","body":"“One,” said Jane Doe."}
        {"id":"f2","date":"2024-11-07","body":"Two.
        {"id":"f3","date":"yesterday","body":"Three."}
        {"id":"f4","body":"Four."}
        {"id":"f5","date":"2024-11-07","body":""}
        {"id":"f6","date":"2024-11-07","title":5,"body":"Six."}
        {"id":"f7","date":"2024-11-07","body":"“Seven,” said Jane Doe."}
        """);
    write("g.pdf", "%PDF-1.7");
    ProgramRun run = index(in.toString(), folder + "/missing.txt");
    assertEquals(3, run.code());
    assertEquals("", run.err());
    List<String> lines = run.outLines();
    assertTrue(
        lines.getFirst().startsWith("3 articles, 3 paragraphs, 3 quotations in "), run.out());
    assertEquals(
        """
        11 inputs refused:
          IN/b-no-date.txt, line 1: no date: add a line `date 2024-11-07`
          IN/c-bad-date.txt, line 1: "32 May 2024" is no date: May 2024 has no day 32
          IN/d-empty.txt, line 1: the body is empty: there is no paragraph
          IN/e-latin.txt, line 3: byte 0xE9 at offset 20 is not UTF-8; save the file as UTF-8, or name its encoding by --encoding
          IN/f.jsonl, line 2: broken JSON at column 44: it ends too early
          IN/f.jsonl, line 3: "date": "yesterday" is no date; write it like 2024-11-07 or 7 November 2024
          IN/f.jsonl, line 4: no date: add a member "date" such as "2024-11-07"
          IN/f.jsonl, line 5: "body" is empty
          IN/f.jsonl, line 6: "title" must be a string, not a number
          IN/g.pdf: not an article format that OnRecord reads: .pdf
          FOLDER/missing.txt: there is no such file or folder
        """
            .replace("IN/", in + "/")
            .replace("FOLDER/", folder + "/"),
        String.join("\n", lines.subList(1, lines.size())) + "\n");
    assertEquals(index + " is sound: 3 articles, 3 paragraphs, 3 quotations\n", run("check").out());
  }

  @Test
  void laterArticleReplacesEveryTraceOfTheEarlier() throws IOException {
    write(
        "a.jsonl",
        """
        {"id":"a","date":"2024-11-07","body":"“We build,” said Jane Doe.\\n\\nNothing more."}
        {"id":"a","date":"2024-11-08","body":"“We wait,” said John Roe."}
        """);
    ProgramRun run = index(in.toString());
    assertEquals(0, run.code());
    assertTrue(
        run.out().contains("1 article took the place of an earlier one with the same id"),
        run.out());
    assertTrue(run("search", "build", "--type", "any").out().startsWith("0 hits"));
    assertTrue(run("search", "Roe", "--type", "quote").out().startsWith("1 hit:"));
    write("a.jsonl", "{\"id\":\"a\",\"date\":\"2024-11-09\",\"body\":\"Nobody spoke.\"}\n");
    index(in.toString());
    assertTrue(run("search", "Roe", "--type", "any").out().startsWith("0 hits"));
    assertEquals(index + " is sound: 1 article, 1 paragraph, 0 quotations\n", run("check").out());
  }

  @Test
  void missingIndexNamesItsFolderAndWhatToDo() {
    for (List<String> command :
        List.of(
            List.of("search", "Khan", "--index", index.toString()),
            List.of("check", "--index", index.toString()))) {
      ProgramRun run = ProgramRun.of(folder, command.toArray(new String[0]));
      assertEquals(1, run.code());
      assertEquals("", run.out());
      assertEquals(
          "onrecord: There is no index in INDEX. Make one: onrecord index PATH… --index INDEX\n"
              .replace("INDEX", index.toString()),
          run.err());
    }
  }

  @Test
  void lockedIndexNamesItsFolderAndWhatToDo() throws IOException {
    write("a.txt", GOOD);
    try (LuceneArchive held = LuceneArchive.open(index)) {
      List<String> order = List.of("index", in.toString(), "--index", index.toString());
      ProgramRun run = ProgramRun.of(folder, "", order, Duration.ofSeconds(1));
      assertEquals(1, run.code());
      assertEquals("", run.out());
      assertEquals(
          "onrecord: The index in "
              + index
              + " is being written by another process, perhaps an \"onrecord index\" that still"
              + " runs. Wait until that ends, or stop it, and try again.\n",
          run.err());
    }
    assertEquals(0, index(in.toString()).code());
  }

  @Test
  void indexThatIsServedCanBeWrittenTo() throws Exception {
    write("a.txt", GOOD);
    index(in.toString());
    try (var service = ProgramRun.serve(index)) {
      write("b.txt", GOOD);
      assertEquals(0, index(in.toString()).code());
      assertTrue(run("search", "bridge").out().startsWith("2 hits"));
    }
  }

  @Test
  void badQueryIsPointedAt() throws IOException {
    write("a.txt", GOOD);
    index(in.toString());
    ProgramRun run = run("search", "bridge", "(May");
    assertEquals(2, run.code());
    assertEquals(
        """
        onrecord: This parenthesis is never closed: add one at the end of the group.
          bridge (May
                 ^
        """,
        run.err());
  }

  private ProgramRun index(String... paths) {
    return run("index", paths);
  }

  private ProgramRun run(String command, String... more) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of(more));
    args.addAll(List.of("--index", index.toString()));
    return ProgramRun.of(folder, "", args);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(in.resolve(name), text);
  }
}
