package org.onrecord.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {
  @TempDir private Path temporary;

  /** As a service leaves it that is killed while it receives. */
  private Path left(String name, String lock) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("onrecord-uploads-" + name));
    Files.writeString(folder.resolve("lock"), lock);
    Files.writeString(folder.resolve("123"), "{\"body\":");
    return folder;
  }

  @Test
  void whatAKilledServiceLeftIsTakenAway() throws IOException {
    Path left = left("1", "\n");
    Path other = Files.writeString(temporary.resolve("onrecord-upload"), "not a folder");
    UploadFolder.takeAwayLeftOvers(temporary);
    assertFalse(Files.exists(left));
    assertTrue(Files.exists(other));
  }

  @Test
  void whatAnotherServiceUsesStays() throws IOException {
    Path used = left("1", "\n");
    try (FileChannel channel = FileChannel.open(used.resolve("lock"), StandardOpenOption.WRITE);
        UploadFolder own = new UploadFolder(temporary)) {
      channel.lock();
      Path file = own.file();
      UploadFolder.takeAwayLeftOvers(temporary);
      assertTrue(Files.exists(used.resolve("123")));
      assertTrue(Files.exists(file));
    }
    try (Stream<Path> all = Files.list(temporary)) {
      assertEquals(1, all.count());
    }
  }

  @Test
  void whatIsBeingMadeStaysForAMinute() throws IOException {
    Path made = left("1", "");
    UploadFolder.takeAwayLeftOvers(temporary);
    assertTrue(Files.exists(made));
    Files.setLastModifiedTime(made, FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));
    UploadFolder.takeAwayLeftOvers(temporary);
    assertFalse(Files.exists(made));
  }
}
