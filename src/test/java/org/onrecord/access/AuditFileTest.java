package org.onrecord.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditFileTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir private Path index;

  private List<String> after(String who) throws IOException {
    new AuditFile(index, () -> NOW)
        .add(who, "192.0.2.1", "PUT", "/api/v1/articles/bridge", 201, "r1", Optional.empty());
    return Files.readAllLines(index.resolve(AuditFile.FILE));
  }

  @Test
  void linesAreAdded() throws IOException {
    after("desk");
    List<String> lines = after("night");
    assertEquals(2, lines.size());
    assertTrue(lines.getFirst().startsWith("{\"at\":\"2026-11-23T12:00:00Z\",\"who\":\"desk\""));
    assertTrue(lines.getLast().contains("\"who\":\"night\""));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(index.resolve(AuditFile.FILE))));
  }

  @Test
  void tornLineSpoilsNoOther() throws IOException {
    String torn = "{\"at\":\"2026-11-23T11:";
    Files.writeString(index.resolve(AuditFile.FILE), torn, StandardOpenOption.CREATE);
    List<String> lines = after("desk");
    assertEquals(torn, lines.getFirst());
    assertTrue(lines.getLast().endsWith("}"));
    assertEquals(2, lines.size());
  }
}
