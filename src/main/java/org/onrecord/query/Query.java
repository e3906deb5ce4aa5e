package org.onrecord.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.ArchiveField;

/** What a query means, before any engine. Positions are UTF-16 offsets in what was typed. */
public sealed interface Query {

  /**
   * The query in the one form that says the same: {@code trump AND (khan OR speaker:"imran khan")}.
   * {@link QueryParser} reads it back to an equal query, but for positions and the case of words
   * that are not in capitals throughout.
   */
  default String printed() {
    return QueryPrinter.print(this);
  }

  /**
   * The query in words, as {@code explained} shows it: {@code trump within 5 words of release AND
   * speaker is "Imran Khan"}.
   */
  default String inWords() {
    return inWords(ValueNames.AS_THEY_ARE).text();
  }

  /** The query in words, with values of fields under these names. */
  default WordedQuery inWords(ValueNames names) {
    return QueryWords.of(this, names);
  }

  /**
   * The query for which one clause of each group is enough, and for a word one of the same root.
   * {@linkplain FunctionWords Function words} are left out, unless a group has nothing else. What
   * must not match must still not, what {@linkplain #narrows narrows} still does, and what stands
   * under a NOT, in a field or beside NEAR stays as strict as it was. Equal to this query where
   * there is nothing to loosen.
   */
  default Query loosened() {
    return switch (this) {
      case Word word -> new SameRoot(word);
      case Leaf leaf -> leaf;
      case Near near -> near;
      case SameSentence same -> same;
      case In in -> in;
      case Not not -> not;
      case Variants(Query typed, List<Query> others) -> new Variants(typed.loosened(), others);
      case Or or -> new Or(or.clauses().stream().map(Query::loosened).toList());
      case Group group -> group.anyClause();
    };
  }

  /** Whether this only says where to look: a field, a date, what must not match. */
  default boolean narrows() {
    return switch (this) {
      case Dated _, Member _, In _, Not _ -> true;
      case All _, Word _, SameRoot _, Phrase _, Prefix _, Fuzzy _ -> false;
      case Near _, SameSentence _, Variants _ -> false;
      case Group(List<Query> clauses) -> clauses.stream().allMatch(Query::narrows);
      case Or(List<Query> clauses) -> clauses.stream().allMatch(Query::narrows);
    };
  }

  /**
   * This and every query in it, in the order in which they were typed, but for what must not match
   * and for what was put beside what was typed.
   */
  default Stream<Query> wanted() {
    Stream<Query> within =
        switch (this) {
          case All _, Word _, Phrase _, Prefix _, Fuzzy _, Dated _, Member _, Not _ -> Stream.of();
          case SameRoot(Word word) -> word.wanted();
          case Near near -> Stream.of(near.left(), near.right()).flatMap(Query::wanted);
          case SameSentence same -> Stream.of(same.left(), same.right()).flatMap(Query::wanted);
          case In in -> in.what().wanted();
          case Variants variants -> variants.typed().wanted();
          case Group(List<Query> clauses) -> clauses.stream().flatMap(Query::wanted);
          case Or(List<Query> clauses) -> clauses.stream().flatMap(Query::wanted);
        };
    return Stream.concat(Stream.of(this), within);
  }

  /** What holds no other query. */
  sealed interface Leaf extends Query {}

  /** Everything. */
  record All() implements Leaf {}

  /**
   * A word, looked for in the text and in the resolved names.
   *
   * @param text the word as typed, without punctuation around it
   */
  record Word(String text, int position) implements Leaf {}

  /** A word or, in the text, another of the same root; nobody types it. */
  record SameRoot(Word word) implements Leaf {}

  /**
   * Words in exactly this order and inflection, looked for in the text and in the resolved names.
   */
  record Phrase(String text, int position) implements Leaf {}

  /**
   * Every word that begins so, looked for as it stands in the text and in the resolved names.
   *
   * @param text what stands before the asterisk
   */
  record Prefix(String text, int position) implements Leaf {}

  /**
   * Every word that is this one after a few letters were put in, left out, exchanged or swapped.
   *
   * @param edits how many letters at the most, 1 or 2
   */
  record Fuzzy(String text, int edits, int position) implements Leaf {
    public Fuzzy {
      if (edits < 1 || edits > 2) {
        throw new IllegalArgumentException("1 or 2 letters may differ, not " + edits);
      }
    }
  }

  /**
   * What is dated within days, both inclusive; one of them may be open.
   *
   * @throws IllegalArgumentException if both are open or the first is after the last
   */
  record Dated(@Nullable LocalDate from, @Nullable LocalDate to, int position) implements Leaf {
    public Dated {
      if (from == null && to == null || from != null && to != null && from.isAfter(to)) {
        throw new IllegalArgumentException("no range of days: " + from + " to " + to);
      }
    }
  }

  /**
   * What is from an article of which a member, for which there is no field, has a value.
   *
   * @param name the member's, in small letters
   * @param value the whole of it, whatever the case
   */
  record Member(String name, String value, int position) implements Leaf {}

  /**
   * Two places in one text, in either order, not overlapping.
   *
   * @param distance how many words stand between them at the most, 0 or more
   */
  record Near(Query left, Query right, int distance, int position) implements Query {}

  /** Two places in one sentence of a text, in either order, not overlapping. */
  record SameSentence(Query left, Query right, int position) implements Query {}

  /**
   * What is looked for in one field alone.
   *
   * @param field any but DATE
   * @param what a leaf, or places near each other; in PARTY, MENTIONED_PARTY, OUTLET, SECTION and
   *     KIND a phrase or prefix, which stands for the whole value
   */
  record In(ArchiveField field, Query what, int position) implements Query {}

  /**
   * What was typed or something else that says the same, such as another spelling of a name.
   *
   * @param others at least one
   */
  record Variants(Query typed, List<Query> others) implements Query {
    public Variants {
      others = List.copyOf(others);
      if (others.isEmpty()) {
        throw new IllegalArgumentException("no variants of " + typed);
      }
    }
  }

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
        (clause.narrows() ? loosened : wanted).add(clause);
      }
      wanted = FunctionWords.leftOut(wanted).stream().map(Query::loosened).toList();
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
