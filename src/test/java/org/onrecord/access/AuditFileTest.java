package org.onrecord.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class AuditFileTest extends AuditLogContract {
  @TempDir private Path index;

  @Override
  protected AuditLog log() {
    return new AuditFile(index, () -> NOW);
  }

  @Override
  protected List<JsonNode> kept() throws IOException {
    return Files.readAllLines(index.resolve(AuditFile.FILE)).stream()
        .map(JsonMapper.shared()::readTree)
        .toList();
  }

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

  @Test
  void fileThatIsPutAsideIsLeft() throws IOException {
    AuditFile log = new AuditFile(index, () -> NOW);
    log.add("desk", "::1", "PUT", "/a", 200, "r1", Optional.empty());
    Files.move(index.resolve(AuditFile.FILE), index.resolve("audit.old"));
    log.add("desk", "::1", "PUT", "/a", 200, "r2", Optional.empty());
    assertEquals(1, Files.readAllLines(index.resolve(AuditFile.FILE)).size());
  }
}
