package org.onrecord.query;

import java.util.ArrayList;
import java.util.List;

/** What a query means, before any engine. */
public sealed interface Query {

  /**
   * The query in words, as {@code explained} shows it: {@code trump AND (khan OR "imran khan")}.
   * Words are in lower case; {@link QueryParser} reads it back to an equal query, but for positions
   * and case.
   */
  default String inWords() {
    return QueryPrinter.print(this);
  }

  /**
   * The query for which one clause of each group is enough, function words but where there is
   * nothing else left out. What must not match must still not, and what stands under a NOT stays as
   * strict as it was. Equal to this query where there is nothing to loosen.
   */
  default Query loosened() {
    return switch (this) {
      case All all -> all;
      case Word word -> word;
      case Phrase phrase -> phrase;
      case Not not -> not;
      case Or or -> new Or(or.clauses().stream().map(Query::loosened).toList());
      case Group group -> group.anyClause();
    };
  }

  /** Everything. */
  record All() implements Query {}

  /**
   * A word, looked for in the text and in the resolved names.
   *
   * @param text the word as typed
   * @param position its UTF-16 offset in what was typed
   */
  record Word(String text, int position) implements Query {}

  /**
   * Words in exactly this order and inflection, looked for in the text and in the resolved names.
   */
  record Phrase(String text, int position) implements Query {}

  /**
   * Clauses that belong together: how many must match is the match mode's to say; each of them in
   * mode ALL.
   *
   * @param clauses at least two
   */
  record Group(List<Query> clauses) implements Query {
    public Group {
      clauses = atLeastTwo(clauses);
    }

    private Query anyClause() {
      List<Query> wanted = new ArrayList<>();
      List<Query> loosened = new ArrayList<>();
      for (Query clause : clauses) {
        (clause instanceof Not ? loosened : wanted).add(clause.loosened());
      }
      wanted = FunctionWords.leftOut(wanted);
      if (wanted.size() > 1) {
        loosened.addFirst(new Or(wanted));
      } else {
        loosened.addAll(0, wanted);
      }
      return loosened.size() > 1 ? new Group(loosened) : loosened.getFirst();
    }
  }

  /** At least one of the clauses, whatever the mode. */
  record Or(List<Query> clauses) implements Query {
    public Or {
      clauses = atLeastTwo(clauses);
    }
  }

  /** What must not match. Alone, without anything that must match, it finds everything else. */
  record Not(Query clause) implements Query {}

  private static List<Query> atLeastTwo(List<Query> clauses) {
    if (clauses.size() < 2) {
      throw new IllegalArgumentException("not two clauses: " + clauses);
    }
    return List.copyOf(clauses);
  }
}
