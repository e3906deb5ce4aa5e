package org.onrecord.query;

import java.util.List;
import java.util.Optional;
import org.onrecord.query.Query.In;
import org.onrecord.query.Query.Near;
import org.onrecord.query.Query.Or;
import org.onrecord.query.Query.SameSentence;
import org.onrecord.query.QueryToken.NearToken;
import org.onrecord.schema.ArchiveField;

/**
 * Joins what stands on both sides of NEAR. Both are places in one text: words, phrases, prefixes,
 * alternatives of them, or places near each other; all in the same field.
 */
final class Proximity {
  private final QueryToken operator;

  private Proximity(QueryToken operator) {
    this.operator = operator;
  }

  /** The two sides joined by NEAR/n or NEAR/SENTENCE. */
  static Query of(Query left, QueryToken operator, Query right) throws QuerySyntaxException {
    Proximity proximity = new Proximity(operator);
    Optional<ArchiveField> of = proximity.fieldOf(left);
    if (!of.equals(proximity.fieldOf(right))) {
      throw proximity.refused(
          "NEAR needs both sides in the same field: speaker:(imran NEAR/1 khan).");
    }
    Query a = proximity.bare(left);
    Query b = proximity.bare(right);
    int position = operator.position();
    Query joined =
        operator instanceof NearToken(int distance, int _)
            ? new Near(a, b, distance, position)
            : new SameSentence(a, b, position);
    if (of.isEmpty()) {
      return joined;
    }
    if (FieldScope.holdsValues(of.get())) {
      throw proximity.refused("NEAR does not stand in " + of.get().label() + ":.");
    }
    if (joined instanceof SameSentence && of.get() != ArchiveField.TEXT) {
      throw proximity.refused("Sentences are told apart in the text alone, not in a field.");
    }
    return new In(of.get(), joined, position);
  }

  /** The field of everything in {@code side}; empty where it is in none. */
  private Optional<ArchiveField> fieldOf(Query side) throws QuerySyntaxException {
    return switch (side) {
      case Query.Word _, Query.SameRoot _, Query.Phrase _ -> Optional.empty();
      case Query.Prefix _, Query.Fuzzy _ -> Optional.empty();
      case Near _, SameSentence _ -> Optional.empty();
      case In in -> Optional.of(in.field());
      case Or(List<Query> clauses) -> {
        Optional<ArchiveField> first = fieldOf(clauses.getFirst());
        for (Query clause : clauses) {
          if (!fieldOf(clause).equals(first)) {
            throw refused("The alternatives beside NEAR must all be in the same field.");
          }
        }
        yield first;
      }
      case Query.Variants(Query typed, List<Query> _) -> fieldOf(typed);
      case Query.All _, Query.Dated _, Query.Member _, Query.Not _, Query.Group _ ->
          throw refused(
              "NEAR joins words, phrases and alternatives, such as fair NEAR/5 (trial OR hearing);"
                  + " what must match as well or not at all stands outside.");
    };
  }

  private Query bare(Query side) {
    return switch (side) {
      case In in -> in.what();
      case Or(List<Query> clauses) -> new Or(clauses.stream().map(this::bare).toList());
      default -> side;
    };
  }

  private QuerySyntaxException refused(String message) {
    return new QuerySyntaxException(message, operator.position());
  }
}
