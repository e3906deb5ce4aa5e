package org.onrecord.query;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.onrecord.query.Query.All;
import org.onrecord.query.Query.Dated;
import org.onrecord.query.Query.Fuzzy;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.In;
import org.onrecord.query.Query.Near;
import org.onrecord.query.Query.Not;
import org.onrecord.query.Query.Or;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.Prefix;
import org.onrecord.query.Query.SameRoot;
import org.onrecord.query.Query.SameSentence;
import org.onrecord.query.Query.Variants;
import org.onrecord.query.Query.Word;
import org.onrecord.schema.ArchiveField;

/**
 * Says a query in words, for a person.
 *
 * @param names what values are called
 */
record QueryWords(ValueNames names) {
  String of(Query query) {
    return switch (query) {
      case All() -> "";
      case Word(String text, int _) -> QueryPrinter.word(text);
      case SameRoot(Word word) -> of(word);
      case Phrase(String text, int _) -> '"' + text + '"';
      case Prefix(String text, int _) -> "a word that begins with " + QueryPrinter.word(text);
      case Fuzzy(String text, int edits, int _) ->
          "a word like "
              + QueryPrinter.word(text)
              + (edits == 1 ? " (1 letter may differ)" : " (2 letters may differ)");
      case Dated(LocalDate from, LocalDate to, int _) when from == null -> "dated up to " + to;
      case Dated(LocalDate from, LocalDate to, int _) when to == null -> "dated from " + from;
      case Dated dated -> "dated " + DayRange.print(dated).replace("..", " to ");
      case Near(Query left, Query right, int distance, int _) ->
          bracketed(left) + within(distance) + bracketed(right);
      case SameSentence(Query left, Query right, int _) ->
          bracketed(left) + " in the same sentence as " + bracketed(right);
      case In(ArchiveField field, Query what, int _) -> in(field, what);
      case Variants(Query typed, List<Query> others) ->
          bracketed(typed)
              + " (also "
              + others.stream().map(this::of).collect(Collectors.joining(", "))
              + ")";
      case Group(List<Query> clauses) -> joined(clauses, " AND ");
      case Or(List<Query> clauses) -> joined(clauses, " OR ");
      case Not(Query clause) -> "NOT " + bracketed(clause);
    };
  }

  private static String within(int distance) {
    return switch (distance) {
      case 0 -> " right beside ";
      case 1 -> " within 1 word of ";
      default -> " within " + distance + " words of ";
    };
  }

  private String in(ArchiveField field, Query what) {
    return switch (field) {
      case TEXT, TITLE -> field.label() + " has " + bracketed(what);
      case SPEAKER, MENTION -> field.label() + " is " + bracketed(what);
      case PARTY, MENTIONED_PARTY, OUTLET, SECTION, KIND, POLARITY, SPEAKS_FOR, DATE ->
          field.label() + " is " + value(field, what);
    };
  }

  /** A value as the facet shows it, without marks. */
  private String value(ArchiveField field, Query what) {
    return switch (what) {
      case Phrase(String text, int _) -> names.of(field, text);
      case Prefix(String text, int _) -> "one that begins with " + text;
      case Variants(Prefix prefix, List<Query> _) -> value(field, prefix);
      case Variants(Query _, List<Query> others) ->
          others.stream().map(other -> value(field, other)).collect(Collectors.joining(" or "));
      default -> bracketed(what);
    };
  }

  private String joined(List<Query> clauses, String between) {
    return clauses.stream().map(this::bracketed).collect(Collectors.joining(between));
  }

  private String bracketed(Query clause) {
    return switch (clause) {
      case Group _, Or _, Near _, SameSentence _ -> "(" + of(clause) + ")";
      case All _, Word _, SameRoot _, Phrase _, Prefix _, Fuzzy _, Dated _ -> of(clause);
      case In _, Not _, Variants _ -> of(clause);
    };
  }
}
