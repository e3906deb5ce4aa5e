package org.onrecord.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What holds of the log of writes, wherever it lies. */
public abstract class AuditLogContract {
  /** When everything is answered. */
  protected static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  /** The log as one program has it; those of each call are of the same archive. */
  protected abstract AuditLog log() throws IOException;

  /** Its lines. */
  protected abstract List<JsonNode> kept() throws IOException;

  @Test
  void lineSaysWhoDidWhatAndWhatCame() throws IOException {
    log().add("desk", "192.0.2.1", "PUT", "/a/bridge", 201, "r1", Optional.of("held bridge"));
    JsonNode line = kept().getFirst();
    assertEquals(
        "{\"at\":\"2026-11-23T12:00:00Z\",\"who\":\"desk\",\"address\":\"192.0.2.1\","
            + "\"method\":\"PUT\",\"path\":\"/a/bridge\",\"status\":201,\"request\":\"r1\","
            + "\"note\":\"held bridge\"}",
        line.toString());
  }

  @Test
  void linesOfManyAtOnceAreAllThereAndWhole() throws Exception {
    AuditLog log = log();
    Set<String> expected = new TreeSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        String request = "r" + i;
        expected.add(request);
        all.add(
            threads.submit(
                () -> {
                  log.add("desk", "::1", "PUT", "/a", 200, request, Optional.empty());
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    Set<String> found = new TreeSet<>();
    for (JsonNode line : kept()) {
      found.add(line.get("request").asString());
      assertFalse(line.has("note"));
    }
    assertEquals(expected, found);
  }
}
