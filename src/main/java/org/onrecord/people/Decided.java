package org.onrecord.people;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the log.
 *
 * @param number from 1, by which it is undone
 * @param by the editor
 * @param at when it was decided
 * @param note why, in the editor's words
 */
public record Decided(
    int number, NameDecision decision, String by, Instant at, @Nullable String note) {
  public Decided {
    Objects.requireNonNull(decision);
    Objects.requireNonNull(at);
    if (number < 1) {
      throw new IllegalArgumentException("decisions are counted from 1");
    }
    if (by.isBlank()) {
      throw new IllegalArgumentException("a decision names its editor");
    }
  }
}
