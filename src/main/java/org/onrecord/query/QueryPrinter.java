package org.onrecord.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.onrecord.query.Query.All;
import org.onrecord.query.Query.Dated;
import org.onrecord.query.Query.Fuzzy;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.In;
import org.onrecord.query.Query.Member;
import org.onrecord.query.Query.Near;
import org.onrecord.query.Query.Not;
import org.onrecord.query.Query.Or;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.Prefix;
import org.onrecord.query.Query.SameRoot;
import org.onrecord.query.Query.SameSentence;
import org.onrecord.query.Query.Variants;
import org.onrecord.query.Query.Word;

/** Prints a query so that {@link QueryParser} reads the same back. */
final class QueryPrinter {
  private QueryPrinter() {}

  static String print(Query query) {
    return switch (query) {
      case All() -> "";
      case Word(String text, int _) -> word(text);
      case SameRoot(Word same) -> print(same);
      case Phrase(String text, int _) -> '"' + text + '"';
      case Prefix(String text, int _) -> word(text) + "*";
      case Fuzzy(String text, int edits, int _) -> word(text) + "~" + edits;
      case Dated dated -> "date:" + DayRange.print(dated);
      case Member(String name, String value, int _) -> "extra." + name + ":\"" + value + '"';
      case Near(Query left, Query right, int distance, int _) ->
          side(left) + " NEAR/" + distance + " " + bracketed(right);
      case SameSentence(Query left, Query right, int _) ->
          side(left) + " NEAR/SENTENCE " + bracketed(right);
      case In in -> in.field().label() + ":" + bracketed(in.what());
      case Variants(Query typed, List<Query> _) -> print(typed);
      case Group(List<Query> clauses) -> joined(clauses, " AND ");
      case Or(List<Query> clauses) -> joined(clauses, " OR ");
      case Not(Query clause) -> "NOT " + bracketed(clause);
    };
  }

  /** A word in lower case, unless it is in capitals throughout: US is not us. */
  static String word(String text) {
    boolean capitals =
        text.equals(text.toUpperCase(Locale.ROOT))
            && text.codePoints().filter(Character::isUpperCase).limit(2).count() == 2;
    return capitals ? text : text.toLowerCase(Locale.ROOT);
  }

  private static String joined(List<Query> clauses, String between) {
    return clauses.stream().map(QueryPrinter::bracketed).collect(Collectors.joining(between));
  }

  /** NEARs in a row are read from left to right. */
  private static String side(Query left) {
    return switch (left) {
      case Near _, SameSentence _ -> print(left);
      default -> bracketed(left);
    };
  }

  private static String bracketed(Query clause) {
    return switch (clause) {
      case Group _, Or _, Near _, SameSentence _ -> "(" + print(clause) + ")";
      case Variants(Query typed, List<Query> _) -> bracketed(typed);
      case All _, Word _, SameRoot _, Phrase _, Prefix _, Fuzzy _, Dated _, Member _, In _, Not _ ->
          print(clause);
    };
  }
}
