package org.onrecord.people;

import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The port to what editors decided about names, to which every decision is added and from which
 * none is taken away; what is indexed does not depend on it. Safe for use by several threads.
 */
public interface PeopleLog extends NameSource {

  /** Where it is kept, for messages. */
  String place();

  /**
   * Adds a decision, and returns when it is safe from power loss. Of two editors at once the second
   * is checked against what the first decided.
   *
   * @throws RefusedDecisionException if it does not go with what is decided; nothing was written
   * @throws IOException if it cannot be written
   */
  Decided decide(NameDecision decision, String by, @Nullable String note, InstantSource clock)
      throws IOException, RefusedDecisionException;

  /**
   * Everything that was decided.
   *
   * @throws IOException if it cannot be read
   */
  PeopleHistory history() throws IOException;
}
