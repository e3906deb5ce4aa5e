package org.onrecord.query;

import java.util.List;

/** What a query means, before any engine. */
public sealed interface Query {

  /** Everything. */
  record All() implements Query {}

  /**
   * A word, looked for in the text and in the resolved names.
   *
   * @param text the word as typed
   * @param position its UTF-16 offset in what was typed
   */
  record Word(String text, int position) implements Query {}

  /** Words in exactly this order and inflection, looked for in the text and in the resolved names. */
  record Phrase(String text, int position) implements Query {}

  /**
   * Clauses that belong together: how many must match is the match mode's to say; each of them in mode ALL.
   *
   * @param clauses at least two
   */
  record Group(List<Query> clauses) implements Query {
    public Group {
      clauses = List.copyOf(clauses);
    }
  }

  /** At least one of the clauses, whatever the mode. */
  record Or(List<Query> clauses) implements Query {
    public Or {
      clauses = List.copyOf(clauses);
    }
  }

  /** What must not match. */
  record Not(Query clause) implements Query {}
}
