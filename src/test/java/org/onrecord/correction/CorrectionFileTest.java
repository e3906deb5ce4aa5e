package org.onrecord.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Await;
import org.onrecord.article.ArticleId;
import org.onrecord.correction.CorrectionHistory.BrokenLine;

final class CorrectionFileTest extends CorrectionLogContract {
  private static final int LINES = 200;

  @TempDir private Path folder;

  @Override
  protected DecisionLogs logs() {
    return new DecisionFolder(folder);
  }

  @Test
  void logThatIsNotThereIsEmpty() throws IOException {
    CorrectionFile log = new CorrectionFile(folder.resolve("none"));
    assertEquals(CorrectionHistory.EMPTY, log.history());
    assertThrows(NoSuchFileException.class, () -> log.append(correction("a", struck())));
    assertFalse(Files.exists(Path.of(log.place())));
  }

  @Test
  void brokenLinesAreToldAndTheRestIsRead() throws IOException {
    CorrectionFile log = new CorrectionFile(folder);
    log.append(correction("a", struck()));
    String good = Files.readString(Path.of(log.place())).strip();
    Files.write(
        Path.of(log.place()),
        List.of(
            "{\"at\":",
            good.replace("not-a-quotation", "perhaps"),
            good.replace("\"by\":\"R. Elm\",", ""),
            "",
            good.replace("\"end\":8", "\"end\":9"),
            good),
        StandardOpenOption.APPEND);
    Files.write(
        Path.of(log.place()),
        new byte[] {'\n', '"', (byte) 0xE9, '"', '\n'},
        StandardOpenOption.APPEND);
    Files.writeString(
        Path.of(log.place()), good.replace("2026-", "26-"), StandardOpenOption.APPEND);
    CorrectionHistory history = log.history();
    assertEquals(2, history.corrections().size());
    assertEquals(
        List.of(
            new BrokenLine(2, "broken JSON: Unexpected end-of-input within/between Object entries"),
            new BrokenLine(
                3,
                "no decision: \"perhaps\"; there are speaker, party, no-party, not-a-quotation,"
                    + " withdraw"),
            new BrokenLine(4, "\"by\" is missing"),
            new BrokenLine(6, "the quotation's words are not as long as their places"),
            new BrokenLine(9, "it is not UTF-8"),
            new BrokenLine(10, "no time: \"26-11-23T07:00:00Z\"")),
        history.broken());
  }

  @Test
  void tornLastLineDoesNotTakeTheNextWithIt() throws IOException {
    CorrectionFile log = new CorrectionFile(folder);
    log.append(correction("a", struck()));
    byte[] whole = Files.readAllBytes(Path.of(log.place()));
    Files.write(Path.of(log.place()), whole, StandardOpenOption.APPEND);
    try (var channel = Files.newByteChannel(Path.of(log.place()), StandardOpenOption.WRITE)) {
      channel.truncate(2L * whole.length - 5);
    }
    log.append(correction("b", struck()));
    assertEquals(
        List.of("a", "b"),
        log.history().corrections().stream().map(c -> c.article().value()).toList());
    assertEquals(List.of(2L), log.history().broken().stream().map(BrokenLine::line).toList());
  }

  @Test
  void twoProcessesLoseNothingOfEachOther() throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    CorrectionFile log = new CorrectionFile(folder);
    Await.until(
        () -> !other.isAlive() || Files.exists(Path.of(log.place())), "the other writes nothing");
    for (int i = 0; i < LINES; i++) {
      log.append(correction("here", struck()));
    }
    assertEquals(
        0, other.waitFor(), () -> "the other process failed, see " + folder.resolve("output"));
    assertEquals(List.of(), log.history().broken());
    assertEquals(LINES, log.of(new ArticleId("here")).size());
    assertEquals(LINES, log.of(new ArticleId("there")).size());
    assertTrue(
        Files.readString(Path.of(log.place()), StandardCharsets.UTF_8).endsWith("}\n"),
        "a line is torn");
  }

  /** The other process. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) throws IOException {
      CorrectionFile log = new CorrectionFile(Path.of(args[0]));
      for (int i = 0; i < LINES; i++) {
        log.append(correction("there", struck()));
      }
    }
  }
}
