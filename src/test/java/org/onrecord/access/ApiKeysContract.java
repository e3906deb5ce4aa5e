package org.onrecord.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What holds of the keys of an archive, wherever they lie. */
public abstract class ApiKeysContract {

  /** The keys as one program has them; those of each call are of the same archive. */
  protected abstract ApiKeys keys() throws IOException;

  /** What is kept of them, as it is kept. */
  protected abstract String kept() throws IOException;

  @Test
  void keyOfOneIsKnownToTheOtherUntilItIsRevoked() throws IOException {
    ApiKeys one = keys();
    ApiKeys other = keys();
    assertEquals(List.of(), other.keys());
    KeyBounds bounds =
        new KeyBounds(
            Instant.parse("2099-01-01T00:00:00Z"), List.of("Post"), List.of(), List.of(), null);
    ApiKey.Made made = one.add("guest", Role.READER, bounds);
    assertEquals(Optional.of(made.key()), other.find(made.secret()));
    assertEquals(Optional.empty(), other.find(made.secret() + "x"));
    assertFalse(kept().contains(made.secret().substring(13)), "the secret is kept");
    assertEquals(Optional.of(made.key()), other.revoke("guest"));
    assertEquals(Optional.empty(), one.find(made.secret()));
    assertEquals(Optional.empty(), one.revoke("guest"));
  }

  @Test
  void nameOfAKeyIsTakenForOthers() throws IOException {
    keys().add("desk", Role.EDITOR);
    ApiKeys other = keys();
    assertThrows(IllegalArgumentException.class, () -> other.add("desk", Role.READER));
    assertEquals(1, other.keys().size());
  }

  @Test
  void keysThatAreMadeAtOnceAreAllKept() throws Exception {
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService makers = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 20; i++) {
        String name = "key " + i;
        ApiKeys keys = keys();
        all.add(makers.submit(() -> keys.add(name, Role.READER)));
      }
    }
    for (Future<?> one : all) {
      one.get();
    }
    assertEquals(20, keys().keys().size());
  }

  @Test
  void keysOfAnotherArchiveTakeThePlaceOfAll() throws IOException {
    ApiKeys keys = keys();
    keys.add("old", Role.ADMIN);
    ApiKey.Made made = keys.add("new", Role.ADMIN);
    ApiKeys other = keys();
    other.replaceAll(List.of(made.key()));
    assertEquals(List.of(made.key()), keys.keys());
    assertEquals(Optional.of(made.key()), keys.find(made.secret()));
  }
}
