package org.onrecord.intake;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a folder are taken, when, and that none is taken twice. */
class DropFolderTest {
  private static final Instant START = Instant.parse("2024-11-07T18:00:00Z");

  @TempDir private Path temp;
  private Path in;
  private DropFolder folder;

  @BeforeEach
  void start() throws IOException {
    in = Files.createDirectories(temp.resolve("in"));
    folder = open();
  }

  private DropFolder open() throws IOException {
    return new DropFolder(in, Duration.ofSeconds(5), temp.resolve("index/watched.tsv"));
  }

  private Path write(String name, String text, Instant time) throws IOException {
    Path file = in.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(time));
    return file;
  }

  private DropFolder.Batch look(int seconds) throws IOException {
    return folder.look(START.plusSeconds(seconds), true);
  }

  @Test
  void fileIsTakenWhenItIsQuietAndStoodStillBetweenTwoLooks() throws IOException {
    Path file = write("a.txt", "one", START);
    assertTrue(look(1).isEmpty());
    assertTrue(look(4).isEmpty());
    DropFolder.Batch batch = look(6);
    assertTrue(batch.has(file));
  }

  @Test
  void fileThatGrowsWaits() throws IOException {
    Path file = write("a.txt", "one", START.minusSeconds(60));
    assertTrue(look(0).isEmpty());
    Files.writeString(file, " two", StandardOpenOption.APPEND);
    Files.setLastModifiedTime(file, FileTime.from(START.minusSeconds(60)));
    assertTrue(look(10).isEmpty());
    assertTrue(look(20).has(file));
  }

  @Test
  void whatIsTakenIsNotTakenAgainEvenAfterARestart() throws IOException {
    Path file = write("sub/ä b\t.txt", "one", START);
    look(10);
    look(20).done();
    assertTrue(look(30).isEmpty());
    folder = open();
    look(40);
    assertTrue(look(50).isEmpty());
    write("sub/ä b\t.txt", "other", START.plusSeconds(60));
    look(70);
    assertTrue(look(80).has(file));
    assertTrue(Files.exists(file));
  }

  @Test
  void whatWasNotDoneIsTakenAfterARestart() throws IOException {
    Path file = write("a.txt", "one", START);
    look(10);
    assertTrue(look(20).has(file));
    folder = open();
    look(30);
    assertTrue(look(40).has(file));
  }

  @Test
  void hiddenAndUnfinishedFilesWaitUntilTheyAreRenamed() throws IOException {
    Path part = write("a.xml.part", "one", START);
    write(".b.xml", "one", START);
    write(".sub/c.xml", "one", START);
    write("d.TMP", "one", START);
    look(10);
    assertTrue(look(20).isEmpty());
    Path whole = Files.move(part, in.resolve("a.xml"));
    look(30);
    DropFolder.Batch batch = look(40);
    assertTrue(batch.has(whole));
    assertFalse(batch.has(in.resolve("d.TMP")));
  }

  @Test
  void lineThatWasCutOffIsNone() throws IOException {
    write("a.txt", "one", START);
    look(10);
    look(20).done();
    Path log = temp.resolve("index/watched.tsv");
    String line = Files.readString(log);
    Files.writeString(log, line.substring(0, line.length() - 4));
    folder = open();
    look(30);
    assertFalse(look(40).isEmpty());
  }
}
