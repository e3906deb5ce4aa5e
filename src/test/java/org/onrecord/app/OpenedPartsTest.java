package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedPartsTest {
  private final List<String> closed = new ArrayList<>();

  private AutoCloseable part(String name) {
    return () -> closed.add(name);
  }

  /** Whatever it is that fails: no thread can be started when there is no memory for one. */
  @Test
  void stepThatFailsClosesWhatWasOpenedBefore() {
    OutOfMemoryError failure = new OutOfMemoryError("no thread");
    OutOfMemoryError thrown =
        assertThrows(
            OutOfMemoryError.class,
            () -> {
              try (OpenedParts opened = new OpenedParts()) {
                opened.with(part("reader"));
                opened.with(part("server"));
                throw failure;
              }
            });
    assertSame(failure, thrown);
    assertEquals(List.of("server", "reader"), closed);
  }

  @Test
  void whatIsKeptStaysOpen() throws IOException {
    try (OpenedParts opened = new OpenedParts()) {
      opened.with(part("reader"));
      assertEquals("service", opened.kept("service"));
    }
    assertEquals(List.of(), closed);
  }

  @Test
  void oneThatCannotBeClosedKeepsNoOtherOpen() {
    IOException stuck = new IOException("stuck");
    IOException thrown =
        assertThrows(
            IOException.class,
            () -> {
              try (OpenedParts opened = new OpenedParts()) {
                opened.with(part("reader"));
                opened.with(
                    () -> {
                      throw stuck;
                    });
                opened.with(part("server"));
              }
            });
    assertSame(stuck, thrown.getCause());
    assertEquals(List.of("server", "reader"), closed);
  }
}
