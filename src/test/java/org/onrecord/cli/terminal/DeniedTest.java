package org.onrecord.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever may not touch a file is told whose it is. */
final class DeniedTest {
  @TempDir private Path folder;

  @Test
  void ownFileIsOnlyNamed() throws IOException {
    String file = Files.createFile(folder.resolve("own")).toString();
    assertEquals(file + ": permission denied", Denied.of(file));
  }

  @Test
  void ownerOfTheNearestFolderThatIsThereIsTold() throws IOException {
    String user = System.getProperty("user.name");
    assumeTrue(user.equals("root"), "nobody else can give a folder away");
    Path other = Files.createDirectory(folder.resolve("other"));
    UserPrincipal nobody =
        other.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.setOwner(other, nobody);
    String file = other.resolve("index").resolve("keys").toString();
    assertEquals(
        file + ": permission denied. " + other + " belongs to nobody, and this runs as root",
        Denied.of(file));
  }
}
