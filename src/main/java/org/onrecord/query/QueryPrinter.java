package org.onrecord.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.onrecord.query.Query.All;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.Not;
import org.onrecord.query.Query.Or;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.Word;

/** Prints a query so that a person understands it and {@link QueryParser} reads the same back. */
final class QueryPrinter {
  private QueryPrinter() {}

  static String print(Query query) {
    return switch (query) {
      case All() -> "";
      case Word(String text, int _) -> text.toLowerCase(Locale.ROOT);
      case Phrase(String text, int _) -> '"' + text + '"';
      case Group(List<Query> clauses) -> joined(clauses, " AND ");
      case Or(List<Query> clauses) -> joined(clauses, " OR ");
      case Not(Query clause) -> "NOT " + bracketed(clause);
    };
  }

  private static String joined(List<Query> clauses, String between) {
    return clauses.stream().map(QueryPrinter::bracketed).collect(Collectors.joining(between));
  }

  private static String bracketed(Query clause) {
    return switch (clause) {
      case Group _, Or _ -> "(" + print(clause) + ")";
      case All _, Word _, Phrase _, Not _ -> print(clause);
    };
  }
}
